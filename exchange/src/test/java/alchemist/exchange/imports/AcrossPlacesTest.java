package alchemist.exchange.imports;

import static alchemist.exchange.imports.ImportsTesting.all;
import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.exchange.Place;
import alchemist.exchange.code.ParsersTesting;
import alchemist.graph.Graph;
import alchemist.graph.read.Direction;
import alchemist.graph.read.NodeSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where two places tell of one thing, it is one node, or the two are connected. */
class AcrossPlacesTest {
    @TempDir private Path folder;
    private final RealWorkspace workspace;

    AcrossPlacesTest(@TempDir Path data) throws Exception {
        workspace = new RealWorkspace(data.resolve("data"));
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    private void write(String file, String text) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    private Graph read(String... places) throws Exception {
        for (String place : places) {
            Imports imports = new Imports(workspace.workplace(), ParsersTesting::readers);
            ImportRun run = imports.start(Place.at(folder.resolve(place)), all());
            assertEquals(ImportState.APPLIED, run.ended().join(), () -> run.error().toString());
        }
        return workspace.graph();
    }

    /** What two relations lead to from the modules of a name: over what, to whose modules. */
    private static List<String> dependOn(Graph graph, String module) {
        TreeSet<String> found = new TreeSet<>();
        for (NodeSummary one : graph.nodes("Module", module, 100, "").items()) {
            if (one.name().text().equals(module)) {
                graph.neighbors(one.id(), "depends on", Direction.OUT, 100, "")
                        .items()
                        .forEach(
                                library ->
                                        graph.neighbors(
                                                        library.node().id(),
                                                        "provides",
                                                        Direction.IN,
                                                        100,
                                                        "")
                                                .items()
                                                .forEach(
                                                        other ->
                                                                found.add(
                                                                        library.node().name().text()
                                                                                + " of "
                                                                                + other.node()
                                                                                        .name()
                                                                                        .text())));
            }
        }
        return List.copyOf(found);
    }

    @Test
    void whoDependsOnALibraryIsConnectedWithTheModuleThatPublishesIt() throws Exception {
        write("maker/package.json", "{\"name\": \"@shop/core\", \"version\": \"1.0.0\"}");
        write("maker/rust/Cargo.toml", "[package]\nname = \"shop-engine\"\nversion = \"1.0.0\"\n");
        write("maker/py/pyproject.toml", "[project]\nname = \"Shop.Tools\"\nversion = \"1.0\"\n");
        write("maker/go/go.mod", "module github.com/shop/kit/v2\n\ngo 1.24\n");
        write(
                "maker/java/pom.xml",
                "<project><groupId>org.shop</groupId><artifactId>base</artifactId>"
                        + "<version>1</version></project>");
        write(
                "user/package.json",
                "{\"name\": \"web\", \"private\": true, \"version\": \"1.0.0\","
                        + " \"dependencies\": {\"@shop/core\": \"^1\"}}");
        write(
                "user/rust/Cargo.toml",
                """
                [package]
                name = "app"
                version = "0.1.0"
                publish = false
                [dependencies]
                shop-engine = "1"
                """);
        write(
                "user/py/pyproject.toml",
                "[project]\nname = \"tool\"\nversion = \"0\"\ndependencies = [\"shop-tools\"]\n");
        write(
                "user/go/go.mod",
                "module example.org/run\n\ngo 1.24\n\nrequire github.com/shop/kit/v2 v2.0.1\n");
        write(
                "user/java/pom.xml",
                "<project><groupId>org.other</groupId><artifactId>top</artifactId>"
                        + "<version>1</version><dependencies><dependency><groupId>org.shop"
                        + "</groupId><artifactId>base</artifactId><version>1</version>"
                        + "</dependency></dependencies></project>");
        Graph graph = read("user", "maker");
        assertEquals(List.of("@shop/core of @shop/core"), dependOn(graph, "web"));
        assertEquals(List.of("shop-engine of shop-engine"), dependOn(graph, "app"));
        assertEquals(1, dependOn(graph, "tool").size());
        assertEquals(
                List.of("github.com/shop/kit of github.com/shop/kit/v2"),
                dependOn(graph, "example.org/run"));
        assertEquals(List.of("org.shop:base of base"), dependOn(graph, "top"));
    }

    @Test
    void whatIsForNobodyElseOrOneOfSeveralModulesPublishesNothing() throws Exception {
        write("maker/package.json", "{\"name\": \"x\", \"version\": \"1.0.0\", \"private\": true}");
        write("maker/a/go.mod", "module github.com/shop/kit/a\n\ngo 1.24\n");
        write("maker/b/go.mod", "module github.com/shop/kit/b\n\ngo 1.24\n");
        write("maker/e/package.json", "{\"name\": \"demo\", \"version\": \"1.0.0\"}");
        write("maker/f/package.json", "{\"name\": \"demo\", \"version\": \"1.0.0\"}");
        assertEquals(0, read("maker").statistics().relations().getOrDefault("provides", 0));
    }

    @Test
    void anImageAnAddressAndAHashtagAreOneNodeForBothPlaces() throws Exception {
        write("one/compose.yaml", "services:\n  cart:\n    image: docker.io/library/redis:7\n");
        write(
                "two/cart.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cart}
                spec:
                  template:
                    spec:
                      containers:
                      - {name: cart, image: "redis:8"}
                """);
        write("two/Dockerfile", "FROM redis:7-alpine\n");
        write("one/a.md", "See [it](https://example.org/a) #shop\n");
        write("two/b.md", "See [it](https://example.org/a) #Shop\n");
        Graph graph = read("one", "two");
        var types = graph.statistics().types();
        assertEquals(1, types.get("Image"));
        assertEquals(1, types.get("Web page"));
        assertEquals(1, types.get("Hashtag"));
    }
}
