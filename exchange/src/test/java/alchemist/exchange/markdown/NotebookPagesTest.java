package alchemist.exchange.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;

/** Notebooks, read as pages. */
final class NotebookPagesTest extends FolderTesting {
    private final MarkdownReader reader = new MarkdownReader(new Repositories());

    NotebookPagesTest() {
        super("study");
    }

    @Test
    void aNotebookIsAPageOfItsMarkdownAndLeadsToOthers() throws IOException {
        write(
                "waves.ipynb",
                """
                {"cells": [
                 {"cell_type": "raw", "source": ["---\\n", "author: Ann\\n", "---"]},
                 {"cell_type": "markdown", "source": [
                  "# Waves\\n",
                  "```\\n",
                  "a fence that is left open"]},
                 {"cell_type": "code", "outputs": [{"text": "[no](none.md)"}], "source": "# No heading"},
                 {"cell_type": "markdown", "source": [
                  "## Short waves\\n",
                  "See [heat](heat.ipynb#The-Sun), ![](attachment:a.png), ![](data:image/png;base64,AA).\\n",
                  "[lost](lost.ipynb)\\n",
                  "\\n",
                  "- [ ] measure\\n",
                  "\\n",
                  "```mermaid\\n",
                  "flowchart LR\\n",
                  "  a --> b\\n",
                  "  ]]\\n",
                  "```"]}
                ], "metadata": {}, "nbformat": 4}
                """);
        write(
                "heat.ipynb",
                "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"# The Sun\"}], \"nbformat\": 4}");
        ImportRun run = read();
        assertEquals(
                List.of(
                        "Short waves has task measure",
                        "Short waves shows Short waves",
                        "Waves has section Short waves",
                        "a leads to b [line 17, cell 4]",
                        "heat.ipynb has section The Sun",
                        "waves.ipynb has section Waves",
                        "waves.ipynb links to The Sun [line 10, cell 4]"),
                edges());
        NodeStatement page = named("waves.ipynb");
        assertEquals(List.of("File", "Page"), page.types());
        assertEquals(Value.text("Waves"), page.properties().find("title"));
        assertEquals(Value.text("Ann"), page.properties().find("author"));
        NodeStatement section = named("Waves");
        assertEquals(Value.integer(4), section.properties().find("line"));
        assertEquals(Value.integer(2), section.properties().find("cell"));
        assertEquals(
                List.of("waves.ipynb line 11, cell 4", "waves.ipynb line 18, cell 4"),
                run.warnings().stream().map(w -> w.where()).sorted().toList());
    }

    @Test
    void whatOfItCannotBeReadIsToldWithItsLineEachTime() throws IOException {
        String broken =
                "{\"cells\": [\n{\"cell_type\": \"markdown\", \"source\": \"# A\"},\n<<<<<<< HEAD\n";
        write("a.ipynb", broken);
        write("b.ipynb", "");
        List<String> told =
                List.of(
                        "a.ipynb line 3: two versions are in conflict here, which nobody resolved; of"
                                + " the notebook is read what stands before",
                        "b.ipynb line 1: the notebook is empty");
        assertEquals(told, warnings());
        write("c.md", "# C");
        assertEquals(told, warnings());
        assertEquals("A", text(named("A").name()));
    }

    private List<String> warnings() throws IOException {
        return read().warnings().stream().map(w -> w.where() + ": " + w.what()).sorted().toList();
    }

    @Test
    void outputsAreNeverStated() throws IOException {
        write(
                "a.ipynb",
                "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"1\", \"outputs\": [{\"data\":"
                        + " {\"image/png\": \""
                        + "iVBOR".repeat(100_000)
                        + "\", \"text\": \"secret\"}}]}, {\"cell_type\": \"markdown\", \"source\":"
                        + " \"# A\"}], \"nbformat\": 4}");
        read();
        assertTrue(
                source().nodes.values().stream()
                        .noneMatch(
                                one ->
                                        one.toString().contains("iVBOR")
                                                || one.toString().contains("secret")));
        assertEquals(List.of("a.ipynb has section A"), edges());
    }

    private ImportRun read() throws IOException {
        return readBy(reader);
    }

    private Source source() {
        return workspace.sourceOf("markdown");
    }

    private List<String> edges() {
        TreeSet<String> told = new TreeSet<>();
        for (EdgeStatement edge : source().edges.values()) {
            String place =
                    edge.properties().find("line") instanceof Value.Int(long line)
                                    && edge.properties().find("cell")
                                            instanceof Value.Int(long cell)
                            ? " [line " + line + ", cell " + cell + "]"
                            : "";
            told.add(name(edge.from()) + " " + edge.type() + " " + name(edge.to()) + place);
        }
        return List.copyOf(told);
    }

    private String name(Id id) {
        NodeStatement node = source().nodes.get(id);
        return node == null ? "?" : text(node.name());
    }

    private NodeStatement named(String name) {
        return source().nodes.values().stream()
                .filter(one -> text(one.name()).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Value value) {
        return value instanceof Value.Text(String text) ? text : "?";
    }
}
