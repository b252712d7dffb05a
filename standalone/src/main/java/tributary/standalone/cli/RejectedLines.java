package tributary.standalone.cli;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// FILE.rejected.ndjson: lines that were refused, as they stood in the file, each with a field `rejected` that tells
/// why. A server passes over that field, so that what was corrected can be imported as it is.
final class RejectedLines implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path place;
    private FileChannel file;
    private long bytes;

    /// @param kept how much of what is there belongs to the import that goes on; 0 begins anew
    RejectedLines(Path place, long kept) {
        this.place = place;
        this.bytes = kept;
        try {
            if (kept == 0) Files.deleteIfExists(place);
            else open();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private void open() throws IOException {
        file = FileChannel.open(
                place,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        file.truncate(bytes);
        file.position(file.size());
    }

    /// @param line as it was sent
    /// @param ownId an id that was given to it for sending
    void add(String line, long number, String title, String detail, String ownId) {
        var told =
                JSON.createObjectNode().put("line", number).put("title", title).put("detail", detail);
        var written = object(line, ownId);
        written.set("rejected", told);
        write(JSON.writeValueAsBytes(written));
    }

    private static ObjectNode object(String line, String ownId) {
        JsonNode read = null;
        try {
            read = JSON.readTree(line);
        } catch (JacksonException notJson) {
            // kept as a text
        }
        if (!(read instanceof ObjectNode object)) return JSON.createObjectNode().put("text", line);
        if (object.path("id").asString("").equals(ownId)) object.remove("id");
        return object;
    }

    private void write(byte[] line) {
        try {
            if (file == null) open();
            var out = Channels.newOutputStream(file);
            out.write(line);
            out.write('\n');
            bytes = file.position();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private CommandFailed failed(IOException failure) {
        return new CommandFailed("refused lines cannot be kept in " + place + ": " + failure);
    }

    long bytes() {
        return bytes;
    }

    Path place() {
        return place;
    }

    @Override
    public void close() {
        try {
            if (file != null) file.close();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }
}
