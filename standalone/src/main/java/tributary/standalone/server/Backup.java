package tributary.standalone.server;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.LongConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tributary.store.StoreCopy;

/// A backup in a file: zstd, with a description in a frame that decoders pass over, so that `zstd -d` alone gives the
/// database back (docs/adr/0015-export-facts-as-lines.md).
///
/// @param format of the file
/// @param storeId tells one store from another
/// @param position of the last fact in it
/// @param bytes of the database
/// @param sha256 of the database, as hexadecimal digits
public record Backup(int format, String storeId, long position, Instant takenAt, long bytes, String sha256) {
    private static final int FORMAT = 1;
    private static final int SKIPPED_FRAME = 0x184d2a50;
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int BUFFER = 1 << 18;
    private static final String DATABASE = "events.db";

    /// Packs a copy of a store.
    ///
    /// @param progress is told how many bytes of the copy are packed
    static Backup pack(StoreCopy copy, Path database, Instant takenAt, OutputStream to, LongConsumer progress)
            throws IOException {
        var backup =
                new Backup(FORMAT, copy.storeId(), copy.position(), takenAt, Files.size(database), sha256(database));
        to.write(backup.header());
        try (var in = Files.newInputStream(database);
                var packed = new ZstdOutputStream(to).setChecksum(true)) {
            copy(in, packed, progress);
        }
        return backup;
    }

    private byte[] header() {
        var json = JsonMapper.shared().writeValueAsBytes(this);
        return ByteBuffer.allocate(2 * Integer.BYTES + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(SKIPPED_FRAME)
                .putInt(json.length)
                .put(json)
                .array();
    }

    /// Puts what a file holds into a data folder that has no facts yet.
    ///
    /// @param size is told how many bytes the database has
    /// @param progress is told how many of them are there
    /// @throws CannotServe if the folder is in use or holds facts, or the file is no whole backup: then
    /// nothing of it stays
    public static Backup restore(Path file, Path folder, LongConsumer size, LongConsumer progress) {
        if (!Files.exists(file)) throw new CannotServe("there is no file " + file);
        try (var in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            var backup = read(in, file);
            size.accept(backup.bytes());
            try (var data = DataFolder.open(folder)) {
                if (Files.exists(data.file(DATABASE)))
                    throw new CannotServe("the data folder " + data.path()
                            + " holds facts already; name an empty or a new one with --data");
                backup.unpack(in, data.file(DATABASE), file, progress);
            }
            return backup;
        } catch (IOException failure) {
            throw new CannotServe(file + " cannot be restored: " + failure);
        }
    }

    private static Backup read(InputStream in, Path file) throws IOException {
        try {
            var begin = ByteBuffer.wrap(in.readNBytes(2 * Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
            if (begin.remaining() < 2 * Integer.BYTES || begin.getInt() != SKIPPED_FRAME) throw noBackup(file);
            int length = begin.getInt();
            if (length <= 0 || length > LONGEST_HEADER) throw noBackup(file);
            var header = new byte[length];
            new DataInputStream(in).readFully(header);
            var format = JsonMapper.shared().readTree(header).path("format").asInt(0);
            if (format != FORMAT)
                throw new CannotServe(
                        file + " is a backup of format " + format + "; this program knows format " + FORMAT);
            return JsonMapper.shared().readValue(header, Backup.class);
        } catch (JacksonException | EOFException notOurs) {
            throw noBackup(file);
        }
    }

    private static CannotServe noBackup(Path file) {
        return new CannotServe(file + " is no backup of Tributary; expected a file that ./tributary backup wrote");
    }

    private void unpack(InputStream in, Path place, Path file, LongConsumer progress) throws IOException {
        var beside = place.resolveSibling(place.getFileName() + ".new");
        try {
            var digest = digest();
            Files.deleteIfExists(beside);
            try (var channel = FileChannel.open(
                            beside,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            OwnerOnlyFile.ATTRIBUTE);
                    var unpacked = new ZstdInputStream(in)) {
                copy(unpacked, new DigestOutputStream(Channels.newOutputStream(channel), digest), progress);
                channel.force(true);
            }
            if (Files.size(beside) != bytes
                    || !HexFormat.of().formatHex(digest.digest()).equals(sha256))
                throw new CannotServe(file + " is damaged: it does not hold what its description says");
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cutOff) {
            throw new CannotServe(file + " is damaged or cut off, or there is no room for it: " + cutOff);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static String sha256(Path file) throws IOException {
        var digest = digest();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            var buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {} // read for its digest
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void copy(InputStream in, OutputStream to, LongConsumer progress) throws IOException {
        var buffer = new byte[BUFFER];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            to.write(buffer, 0, read);
            bytes += read;
            progress.accept(bytes);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
