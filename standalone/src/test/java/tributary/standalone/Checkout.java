package tributary.standalone;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the sources lie that these tests look at.
final class Checkout {
    private Checkout() {}

    /// The folder of the whole project, from wherever a test is started.
    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) folder = folder.getParent();
        return folder;
    }
}
