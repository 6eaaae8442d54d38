package alchemist.exchange.code;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.git.Repositories;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of code that is written, read, and asked for. */
abstract class CodeTesting {
    final SimulatedWorkspace workspace = new SimulatedWorkspace();
    final Repositories repositories = new Repositories();
    final CodeReader reader = new CodeReader(repositories, ParsersTesting.parsers());
    @TempDir Path temporary;
    Path top;

    @BeforeEach
    final void create() throws IOException {
        top = Files.createDirectory(temporary.toRealPath().resolve("code"));
    }

    final void write(String path, String text) throws IOException {
        Path file = top.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    final ImportRun read() throws IOException {
        return ImportsTesting.run(workspace, top, reader);
    }

    final Source source() {
        Id id =
                workspace.imports.values().stream()
                        .filter(one -> one.reader().equals("code"))
                        .findFirst()
                        .orElseThrow()
                        .source();
        return workspace.source(id);
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

    private String name(Id id) {
        NodeStatement node = source().nodes.get(id);
        return node != null && node.name() instanceof Value.Text(String text) ? text : "?";
    }
}
