package alchemist.exchange.code;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.git.Repositories;
import alchemist.exchange.imports.FolderTesting;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/** A folder of code that is written, read, and asked for. */
abstract class CodeTesting extends FolderTesting {
    final Repositories repositories = new Repositories();
    final CodeReader reader = new CodeReader(repositories, ParsersTesting.parsers());

    CodeTesting() {
        super("code");
    }

    final ImportRun read() throws IOException {
        return readBy(reader);
    }

    final Source source() {
        return workspace.sourceOf("code");
    }

    /** All but declarations. */
    final List<String> edges() {
        TreeSet<String> told = new TreeSet<>();
        for (EdgeStatement edge : source().edges.values()) {
            Value resolved = edge.properties().find("resolved");
            String how = resolved instanceof Value.Text(String text) ? " (" + text + ")" : "";
            if (!edge.type().equals("declares")) {
                told.add(name(edge.from()) + " " + edge.type() + " " + name(edge.to()) + how);
            }
        }
        return List.copyOf(told);
    }

    /** What calls what, and in which file that is. */
    final List<String> readCalls() throws IOException {
        read();
        TreeSet<String> told = new TreeSet<>();
        for (EdgeStatement edge : source().edges.values()) {
            if (edge.type().equals("calls")) {
                NodeStatement to = source().nodes.get(edge.to());
                String path =
                        to != null
                                        && to.properties().find("path")
                                                instanceof Value.Text(String text)
                                ? text
                                : "?";
                told.add(name(edge.from()) + " calls " + name(edge.to()) + " of " + path);
            }
        }
        return List.copyOf(told);
    }

    final NodeStatement named(String name, String type) {
        return source().nodes.values().stream()
                .filter(n -> n.name().equals(Value.text(name)) && n.types().contains(type))
                .findFirst()
                .orElseThrow();
    }

    /** What is stated of a node. */
    final NodeStatement stated(Id id) {
        NodeStatement node = source().nodes.get(id);
        if (node == null) {
            throw new AssertionError("there is no node " + id);
        }
        return node;
    }

    final String name(Id id) {
        NodeStatement node = source().nodes.get(id);
        return node != null && node.name() instanceof Value.Text(String text) ? text : "?";
    }
}
