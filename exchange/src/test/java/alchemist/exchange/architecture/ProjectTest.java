package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What people who know this project know of what it is built of: reading it must find that. */
final class ProjectTest extends DefinitionsTesting {
    @Test
    void itsModulesAndLibrariesAreFound() throws IOException {
        Path project = Path.of("").toAbsolutePath();
        while (project.getParent() != null && !Files.exists(project.resolve("alchemist"))) {
            project = project.getParent();
        }
        Assumptions.assumeTrue(
                Files.exists(project.resolve("web/package-lock.json")),
                "skipped: needs the project");
        assertEquals(List.of(), read(project));
        List<String> edges = edges("scope", "requires", "locked");
        for (String fact :
                List.of(
                        "alchemist has module engine",
                        "engine inherits from alchemist",
                        "engine depends on kernel [requires 0.1.0-SNAPSHOT]",
                        "engine depends on log [requires 0.1.0-SNAPSHOT]",
                        "engine depends on testkit [scope test] [requires 0.1.0-SNAPSHOT]",
                        "exchange depends on org.commonmark:commonmark [requires 0.29.0]",
                        "gateway depends on io.undertow:undertow-core [requires 2.4.4.Final]",
                        "alchemist-web depends on react [requires 19.3.1] [locked 19.3.1]",
                        "alchemist-web depends on vite [scope dev] [requires 8.3.8]"
                                + " [locked 8.3.8]",
                        "org.commonmark:commonmark provides org.commonmark.node",
                        "org.jspecify:jspecify provides org.jspecify.annotations",
                        "io.undertow:undertow-core provides io.undertow.server")) {
            assertTrue(edges.contains(fact), fact);
        }
        // What must not be: arrows that the architecture forbids.
        assertTrue(edges.stream().noneMatch(edge -> edge.startsWith("kernel depends on engine")));
        assertTrue(edges.stream().noneMatch(edge -> edge.startsWith("log depends on engine")));
    }
}
