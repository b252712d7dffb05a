package tributary.standalone.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A small file that nobody but its owner can read at any moment of its making.
final class OwnerOnlyFile {
    static final FileAttribute<Set<PosixFilePermission>> ATTRIBUTE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerOnlyFile() {}

    /// Whole or not at all: written beside its place, synced, then moved there.
    static void write(Path place, String text) throws IOException {
        var beside = place.resolveSibling(place.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, ATTRIBUTE);
        Files.writeString(beside, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(beside, place);
    }
}
