package alchemist.exchange.tables;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.FileKeys;
import alchemist.exchange.Reader;
import alchemist.exchange.folder.FolderReader;
import alchemist.exchange.git.Repositories;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads tables into a simulated workspace, and tells what came of it. */
final class TablesTesting {
    final SimulatedWorkspace workspace = new SimulatedWorkspace();
    private final Reader tables = new TablesReader(FileKeys.BY_PATH);
    private final Reader folders = new FolderReader(new Repositories());

    ImportRun run(Path path) throws IOException {
        return Files.isDirectory(path)
                ? ImportsTesting.run(workspace, path, folders, tables)
                : ImportsTesting.run(workspace, path, tables);
    }

    ImportRun dryRun(Path path) throws IOException {
        return ImportsTesting.dryRun(workspace, path, tables);
    }

    /** Reads what must be readable. */
    ImportRun read(Path path) throws IOException {
        ImportRun run = run(path);
        if (run.state() == ImportState.FAILED) {
            throw new AssertionError(run.error().orElse(""));
        }
        return run;
    }

    /** Why something cannot be read. */
    String failure(Path path) throws IOException {
        ImportRun run = run(path);
        if (run.state() != ImportState.FAILED) {
            throw new AssertionError("it was read: " + run.state());
        }
        return run.error().orElse("");
    }

    /** The source of tables. */
    Source source() {
        return workspace.imports.values().stream()
                .filter(one -> one.reader().equals("tables"))
                .map(one -> workspace.source(one.source()))
                .filter(source -> !source.nodes.isEmpty())
                .findFirst()
                .orElseGet(() -> workspace.source(Id.of("none", "")));
    }

    /** How many nodes there are of each type. */
    Map<String, Integer> types() {
        Map<String, Integer> counts = new TreeMap<>();
        for (NodeStatement node : source().nodes.values()) {
            counts.merge(String.join(",", node.types()), 1, Integer::sum);
        }
        return counts;
    }

    /** How many edges there are of each type. */
    Map<String, Integer> relations() {
        Map<String, Integer> counts = new TreeMap<>();
        for (EdgeStatement edge : source().edges.values()) {
            counts.merge(edge.type(), 1, Integer::sum);
        }
        return counts;
    }

    NodeStatement node(String name) {
        List<NodeStatement> found =
                source().nodes.values().stream()
                        .filter(node -> node.name().equals(Value.text(name)) && !node.formsGroup())
                        .toList();
        if (found.size() != 1) {
            throw new AssertionError(name + " is there " + found.size() + " times: " + names());
        }
        return found.getFirst();
    }

    @Nullable Value property(String name, String property) {
        return node(name).properties().find(property);
    }

    /** Edges as 'from -type-> to', in order. */
    List<String> edges() {
        return source().edges.values().stream()
                .map(edge -> name(edge.from()) + " -" + edge.type() + "-> " + name(edge.to()))
                .sorted()
                .toList();
    }

    List<String> names() {
        return source().nodes.values().stream()
                .filter(node -> !node.formsGroup())
                .map(node -> name(node.node()))
                .sorted()
                .toList();
    }

    private String name(Id id) {
        NodeStatement node = source().nodes.get(id);
        return node == null
                ? "?"
                : node.name() instanceof Value.Text(String text) ? text : node.name().toString();
    }

    static String notes(ImportRun run) {
        return run.notes().stream().map(n -> n.what()).collect(Collectors.joining("\n"));
    }

    static String warnings(ImportRun run) {
        return run.warnings().stream()
                .map(w -> w.where() + " " + w.what())
                .collect(Collectors.joining("\n"));
    }
}
