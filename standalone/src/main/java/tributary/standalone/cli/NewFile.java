package tributary.standalone.cli;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// A file that nobody but its owner can read, and that is there only once it is whole: until then it is FILE.part.
final class NewFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path place;
    private final Path part;
    private final FileChannel channel;
    private OutputStream out;

    private NewFile(Path place, Path part, FileChannel channel) {
        this.place = place;
        this.part = part;
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    /// In place of what may be there.
    static NewFile at(Path place) {
        var part = place.resolveSibling(place.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            return new NewFile(place, part, FileChannel.open(part, options, ownerOnly));
        } catch (IOException failure) {
            throw new CommandFailed(part + " cannot be made: " + failure);
        }
    }

    /// What is written is packed as the name of the file says.
    OutputStream packed() throws IOException {
        var name = place.getFileName().toString();
        if (name.endsWith(".gz")) out = new GZIPOutputStream(out, BUFFER);
        else if (name.endsWith(".zst")) out = new ZstdOutputStream(out).setChecksum(true);
        return out;
    }

    /// As it is written.
    OutputStream plain() {
        return out;
    }

    /// Puts the file in its place, synced.
    void finish() {
        try {
            out.close();
            try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new CommandFailed(place + " cannot be written: " + failure);
        }
    }

    /// Leaves nothing behind of what was not finished.
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException failure) {
            throw new CommandFailed(part + " cannot be removed: " + failure);
        }
    }
}
