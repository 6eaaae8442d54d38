package alchemist.exchange.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Place;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notebooks of Python, read as code. */
final class NotebooksTest extends CodeTesting {
    private static final String STUDY =
            """
            {
             "cells": [
              {
               "cell_type": "markdown",
               "source": [
                "# Waves\\n",
                "Made by `WaveTable`, see `make_wave()`."
               ]
              },
              {
               "cell_type": "code",
               "outputs": [
                {"text": "def not_code(): pass"}
               ],
               "source": [
                "%matplotlib inline\\n",
                "import numpy as np\\n",
                "from tools.waves import make_wave\\n",
                "!pip install numpy"
               ]
              },
              {
               "cell_type": "code",
               "outputs": [],
               "source": [
                "class WaveTable:\\n",
                "    def fill_it(self):\\n",
                "        \\"\\"\\"Fills all rows.\\"\\"\\"\\n",
                "        return make_wave()\\n",
                "\\n",
                "%time WaveTable().fill_it()"
               ]
              }
             ],
             "metadata": {"language_info": {"name": "python"}},
             "nbformat": 4
            }
            """;

    @Test
    void whatItsCellsDeclareImportAndCallLeadsToTheirLines() throws IOException {
        write("study/waves.ipynb", STUDY);
        write("tools/__init__.py", "");
        write("tools/waves.py", "def make_wave():\n    return 1\n");
        assertEquals(List.of(), read().warnings());
        assertEquals(
                List.of(
                        "fill_it calls make_wave (exact)",
                        "waves.ipynb calls fill_it (by name)",
                        "waves.ipynb creates WaveTable (exact)",
                        "waves.ipynb imports numpy",
                        "waves.ipynb imports waves.py",
                        "waves.ipynb mentions WaveTable",
                        "waves.ipynb mentions make_wave"),
                edges());
        NodeStatement method = named("fill_it", "Method");
        assertEquals(Value.integer(27), method.properties().find("line"));
        assertEquals(Value.integer(3), method.properties().find("cell"));
        assertEquals(Value.integer(3), method.properties().find("lines"));
        assertEquals(Value.text("Fills all rows."), method.properties().find("description"));
        assertEquals("line 17 of cell 2", place("imports", "numpy"));
        assertEquals("line 29 of cell 3", place("calls", "make_wave"));
        assertEquals("line 7 of cell 1", place("mentions", "make_wave"));
    }

    private String place(String relation, String to) {
        EdgeStatement edge =
                source().edges.values().stream()
                        .filter(e -> e.type().equals(relation) && name(e.to()).equals(to))
                        .findFirst()
                        .orElseThrow();
        return edge.properties().find("line") instanceof Value.Int(long line)
                        && edge.properties().find("cell") instanceof Value.Int(long cell)
                ? "line " + line + " of cell " + cell
                : "?";
    }

    @Test
    void whatMovesWithinTheFileIsToldAtItsNewPlace() throws IOException {
        write("waves.ipynb", STUDY);
        read();
        write("waves.ipynb", STUDY.replace("[],", "[\n],"));
        read();
        assertEquals(Value.integer(28), named("fill_it", "Method").properties().find("line"));
    }

    @Test
    void aNotebookIsReadAlone() throws IOException {
        write("waves.ipynb", STUDY);
        ImportsTesting.run(workspace, Place.at(top.resolve("waves.ipynb")).path(), reader);
        assertEquals(Value.integer(27), named("fill_it", "Method").properties().find("line"));
    }

    @Test
    void notebooksRunOthersAndAreNoModules() throws IOException {
        write("a/main.ipynb", code("%run ./setup\\nready_now()\\nother_thing()"));
        write("a/setup.ipynb", code("def ready_now(): pass"));
        write(
                "a/other.ipynb",
                code("import pandas\\nclass Thing:\\n  def other_thing(self): pass"));
        write("a/tool.py", "import setup\n\ndef run(x):\n    x.other_thing()\n    Thing()\n");
        write("pandas/x.ipynb", code("import pandas"));
        read();
        assertEquals(
                List.of(
                        "main.ipynb calls ready_now (by name)",
                        "main.ipynb imports setup.ipynb",
                        "other.ipynb imports pandas",
                        "tool.py imports setup",
                        "x.ipynb imports pandas"),
                edges());
    }

    @Test
    void methodsOfANotebookAreKnownInIt() throws IOException {
        write("a.ipynb", code("class Till:\\n  def ring_it(self): pass\\ndef f(x): x.ring_it()"));
        write("b.ipynb", code("class Till:\\n  def ring_it(self): pass\\ndef f(x): x.ring_it()"));
        read();
        assertEquals(
                2, source().edges.values().stream().filter(e -> e.type().equals("calls")).count());
    }

    @Test
    void notebooksOfOtherLanguagesAreToldOf() throws IOException {
        write("a.ipynb", code("f <- 1").replace("python", "R"));
        write("b.ipynb", code("f <- 2").replace("python", "R"));
        write("c.ipynb", code("f(x) = x").replace("python", "julia"));
        write("none.ipynb", "{\"cells\": []}");
        write(".ipynb_checkpoints/a.ipynb", code("x"));
        assertEquals(
                List.of(
                        "code: 1 notebook of julia is known as a page alone: of code in notebooks"
                                + " only Python is read",
                        "code: 2 notebooks of R are known as pages alone: of code in notebooks only"
                                + " Python is read"),
                read().warnings().stream().map(w -> w.where() + ": " + w.what()).sorted().toList());
    }

    @Test
    void whatIsNotUnderstoodIsToldWithItsCell() throws IOException {
        write("a.ipynb", code("x = ="));
        assertEquals(
                List.of("a.ipynb line 1, cell 1"),
                read().warnings().stream().map(w -> w.where()).toList());
    }

    @Test
    void moreCodeThanPeopleWriteIsToldAndNotRead() throws IOException {
        write("a.ipynb", code("x = '" + "y".repeat((int) CodeReader.MAX_BYTES) + "'"));
        assertEquals(
                List.of("a.ipynb: has more than 1048576 bytes, and is not read as code"),
                read().warnings().stream().map(w -> w.where() + ": " + w.what()).toList());
    }

    private static String code(String source) {
        return "{\"cells\": [{\"cell_type\": \"code\", \"source\": \""
                + source
                + "\"}], \"metadata\": {\"language_info\": {\"name\": \"python\"}}, \"nbformat\": 4}";
    }
}
