package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Documents that name a file name one that is there.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentsTest {
    private static final Path ROOT = Checkout.root();

    /// The targets of links, without those to other sites and within the page.
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\\)");

    /// Paths set as code that begin with a folder of the project.
    private static final Pattern PATH =
            Pattern.compile("`((?:shared-events|attribution|event-store|command-side|query-side|standalone|benchmarks"
                    + "|docs)/[\\w./-]+)`");

    @Test
    void every_link_leads_somewhere() {
        assertThat(missing(LINK, Path::resolveSibling)).isEmpty();
    }

    @Test
    void every_path_exists() {
        assertThat(missing(PATH, (_, path) -> ROOT.resolve(path))).isEmpty();
    }

    @Test
    void nothing_is_said_of_places_outside_the_project() {
        assertThat(documents().filter(document -> read(document).contains("../shared")))
                .isEmpty();
    }

    private interface Place {
        Path of(Path document, String path);
    }

    private static List<String> missing(Pattern pattern, Place place) {
        return documents()
                .flatMap(document -> pattern.matcher(read(document))
                        .results()
                        .map(found -> found.group(1))
                        .filter(path -> !Files.exists(place.of(document, path)))
                        .map(path -> ROOT.relativize(document) + " names " + path))
                .toList();
    }

    private static Stream<Path> documents() {
        try (var files = Files.walk(ROOT)) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|\\.\\w+)/.*"))
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
