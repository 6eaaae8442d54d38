package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.git.Repositories;
import alchemist.exchange.imports.FolderTesting;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.ImportsTesting;
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

/** Reads files that a test writes, and tells what they state. */
abstract class DefinitionsTesting extends FolderTesting {
    DefinitionsTesting() {
        super("project");
    }

    /** A reader of one run. */
    static ArchitectureReader reader() {
        return new ArchitectureReader(new Repositories());
    }

    /** Reads all that was written; its warnings. */
    final List<String> read() throws IOException {
        return read(top);
    }

    /** Reads a place; its warnings. */
    final List<String> read(Path place) throws IOException {
        ImportRun run = ImportsTesting.run(workspace, place, reader());
        assertEquals(ImportState.APPLIED, run.state(), () -> String.valueOf(run.error()));
        return run.warnings().stream().map(one -> one.where() + ": " + one.what()).toList();
    }

    final Source source() {
        return workspace.sourceOf("architecture");
    }

    /** All edges but declarations, with these of their properties. */
    final List<String> edges(String... shown) {
        TreeSet<String> told = new TreeSet<>();
        for (EdgeStatement edge : source().edges.values()) {
            if (edge.type().equals("declares")) {
                continue;
            }
            StringBuilder text =
                    new StringBuilder(
                            name(edge.from()) + " " + edge.type() + " " + name(edge.to()));
            for (String property : shown) {
                Value value = edge.properties().find(property);
                if (value != null) {
                    text.append(" [").append(property).append(' ').append(shown(value)).append(']');
                }
            }
            told.add(text.toString());
        }
        return List.copyOf(told);
    }

    /** How many edges there are of each relation. */
    final Map<String, Integer> relations() {
        Map<String, Integer> counts = new TreeMap<>();
        source().edges.values().forEach(edge -> counts.merge(edge.type(), 1, Integer::sum));
        return counts;
    }

    /** How many nodes there are of each type. */
    final Map<String, Integer> types() {
        Map<String, Integer> counts = new TreeMap<>();
        source().nodes.values().forEach(n -> counts.merge(n.types().getFirst(), 1, Integer::sum));
        return counts;
    }

    final String name(Id id) {
        NodeStatement node = source().nodes.get(id);
        return node == null ? "?" : shown(node.name());
    }

    final NodeStatement named(String name, String type) {
        return source().nodes.values().stream()
                .filter(n -> shown(n.name()).equals(name) && n.types().contains(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + type + " " + name));
    }

    /** A property of a node, as text. */
    final String property(String name, String type, String property) {
        Value value = named(name, type).properties().find(property);
        return value == null ? "" : shown(value);
    }

    static String shown(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Int(long number) -> Long.toString(number);
            case Value.Bool(boolean flag) -> Boolean.toString(flag);
            case Value.ListOf list ->
                    list.values().stream()
                            .map(DefinitionsTesting::shown)
                            .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
