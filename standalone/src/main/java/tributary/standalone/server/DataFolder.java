package tributary.standalone.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The folder of one server, which only its owner can read and only one process uses at a time.
final class DataFolder implements AutoCloseable {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> FOR_THE_OWNER =
            PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// @throws CannotServe if another process has it, or it is a folder of something else
    static DataFolder open(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        try {
            prepare(path);
            return new DataFolder(path, locked(path));
        } catch (IOException failure) {
            throw new CannotServe("the data folder " + path + " cannot be used: " + failure);
        }
    }

    private static void prepare(Path path) throws IOException {
        if (!Files.exists(path)) {
            Files.createDirectories(path.getParent());
            Files.createDirectory(path, FOR_THE_OWNER);
        } else if (!Files.isDirectory(path)) {
            throw new CannotServe("the data folder " + path + " is a file; name a folder with --data");
        } else if (isOurs(path)) {
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        } else {
            throw new CannotServe("the folder " + path + " holds other things; name an empty or a new one with --data");
        }
    }

    private static boolean isOurs(Path path) throws IOException {
        if (Files.exists(path.resolve(LOCK))) return true;
        try (var content = Files.list(path)) {
            return content.allMatch(entry -> entry.endsWith("lost+found"));
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        var channel = FileChannel.open(
                path.resolve(LOCK),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                OwnerOnlyFile.ATTRIBUTE);
        try {
            if (channel.tryLock() != null) return channel;
        } catch (OverlappingFileLockException held) {
            // by this very process: the same answer
        }
        channel.close();
        throw new CannotServe("another Tributary is running on the data folder " + path
                + "; stop it, or give this one a folder of its own with --data");
    }

    Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
