package alchemist.exchange.git;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A repository that a test makes, reads, and asks for. */
abstract class GitTesting {
    final SimulatedWorkspace workspace = new SimulatedWorkspace();
    @TempDir Path folder;
    TestRepository repository;

    @BeforeEach
    final void create() throws IOException {
        repository = TestRepository.create(folder.resolve("project"));
    }

    final ImportRun read() throws IOException {
        return read(workspace, repository.path());
    }

    static ImportRun read(SimulatedWorkspace into, Path path) throws IOException {
        return ImportsTesting.run(into, path, new GitReader(new Repositories()));
    }

    /** What a first import of the repository as it is now states. */
    final Source fresh() throws IOException {
        SimulatedWorkspace other = new SimulatedWorkspace();
        read(other, repository.path());
        return other.only();
    }

    final alchemist.exchange.files.Root root() throws IOException {
        String first = repository.git("rev-list", "--max-parents=0", "HEAD");
        return new alchemist.exchange.files.Root(first.lines().sorted().findFirst().orElseThrow());
    }

    final GitIds ids() throws IOException {
        return new GitIds(root());
    }

    final NodeStatement node(Id id) {
        NodeStatement node = workspace.only().nodes.get(id);
        if (node == null) {
            throw new AssertionError("nothing is stated of " + id);
        }
        return node;
    }

    final NodeStatement byName(String name) {
        return workspace.only().nodes.values().stream()
                .filter(n -> text(n.name()).equals(name))
                .findFirst()
                .orElseThrow();
    }

    final NodeStatement file(String path) {
        return workspace.only().nodes.values().stream()
                .filter(n -> !n.formsGroup())
                .filter(n -> Value.text(path).equals(n.properties().find("path")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file at " + path + " of " + paths()));
    }

    final List<NodeStatement> ofType(String type) {
        return workspace.only().nodes.values().stream()
                .filter(n -> n.types().contains(type))
                .toList();
    }

    final List<String> paths() {
        return paths("File", "Submodule");
    }

    final List<String> folders() {
        return paths("Folder");
    }

    final List<String> paths(String... types) {
        return workspace.only().nodes.values().stream()
                .filter(n -> List.of(types).containsAll(n.types()))
                .map(n -> n.properties().find("path"))
                .filter(Value.Text.class::isInstance)
                .map(path -> ((Value.Text) path).value())
                .sorted()
                .toList();
    }

    final EdgeStatement edge(String commit, Id file) {
        EdgeStatement edge =
                workspace.only().edges.get(GitIds.edge("changes", GitIds.commit(commit), file));
        if (edge == null) {
            throw new AssertionError(commit + " does not change " + file);
        }
        return edge;
    }

    final TreeSet<String> edges() {
        Source source = workspace.only();
        Map<Id, String> names = new TreeMap<>();
        source.nodes.forEach((id, node) -> names.put(id, text(node.name())));
        TreeSet<String> edges = new TreeSet<>();
        source.edges
                .values()
                .forEach(
                        e ->
                                edges.add(
                                        names.get(e.from())
                                                + " -"
                                                + e.type()
                                                + "-> "
                                                + names.getOrDefault(e.to(), "(gone)")));
        return edges;
    }

    static String text(Value name) {
        return switch (name) {
            case Value.Text(String text) -> text;
            case Value.Personal(Id _, String text) -> text;
            case Value.ListOf list ->
                    list.values().stream().map(GitTesting::text).collect(Collectors.joining());
            default -> "";
        };
    }
}
