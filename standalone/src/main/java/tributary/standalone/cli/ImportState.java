package tributary.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tributary.standalone.cli.LineBatch.FilePlace;

/// How far an import of a file is, kept in FILE.import beside it until the import is done.
///
/// @param account the lines went to
/// @param run tells this import from all others; part of the ids of lines that have none
/// @param upTo everything before is acknowledged
/// @param accepted how many lines were
/// @param rejected how many were not
/// @param rejectedBytes what FILE.rejected.ndjson had then
record ImportState(String account, String run, FilePlace upTo, long accepted, long rejected, long rejectedBytes) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Optional<ImportState> read(Path place) {
        try {
            return Files.exists(place)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(place), ImportState.class))
                    : Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            throw new CommandFailed(place + " does not tell how far the import was (" + unreadable.getMessage()
                    + "); delete it to begin anew: lines with ids are not counted twice");
        }
    }

    /// Whole or not at all.
    void write(Path place) {
        var beside = place.resolveSibling(place.getFileName() + ".new");
        try {
            Files.write(beside, JSON.writeValueAsBytes(this));
            Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new CommandFailed("how far the import is cannot be kept in " + place + ": " + failure);
        }
    }
}
