package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/// The modules that must outlive every framework depend on none.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"attribution", "shared-events"})
    void nothing_but_the_jdk_comes_with_facts_and_judgement(String module) throws Exception {
        assertThat(dependencies(Checkout.root().resolve(module).resolve("pom.xml")))
                .isEmpty();
    }

    /// Artifacts of the scopes that a user of the module gets.
    private static List<String> dependencies(Path pom) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        var all = document.getElementsByTagName("dependency");
        return IntStream.range(0, all.getLength())
                .mapToObj(index -> (Element) all.item(index))
                .filter(dependency -> !text(dependency, "scope").equals("test"))
                .map(dependency -> text(dependency, "artifactId"))
                .toList();
    }

    private static String text(Element parent, String child) {
        var found = parent.getElementsByTagName(child);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
