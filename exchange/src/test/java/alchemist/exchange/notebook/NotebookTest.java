package alchemist.exchange.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.notebook.Cell.Kind;
import alchemist.exchange.notebook.Cell.Line;
import alchemist.exchange.notebook.Notebook.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NotebookTest {
    @Test
    void cellsAreReadWithTheLinesOfTheFileInWhichTheyStand() {
        Notebook notebook =
                read(
                        """
                        {
                         "cells": [
                          {
                           "cell_type": "markdown",
                           "metadata": {},
                           "source": [
                            "# Waves\\n",
                            "\\n",
                            "See \\"this\\"."
                           ]
                          },
                          {
                           "cell_type": "code",
                           "execution_count": 3,
                           "metadata": {"tags": ["x"]},
                           "outputs": [{"data": {"image/png": "iVBORw0KGgo=\\n"}}],
                           "source": "import numpy as np\\r\\nnp.sin(1)\\n"
                          },
                          {"cell_type": "raw", "source": []},
                          {"cell_type": "of tomorrow", "source": null}
                         ],
                         "metadata": {"language_info": {"name": "python", "version": "3.12"}},
                         "nbformat": 4,
                         "nbformat_minor": 5
                        }
                        """);
        assertEquals(
                List.of(
                        new Cell(
                                Kind.MARKDOWN,
                                1,
                                List.of(
                                        new Line("# Waves", 7),
                                        new Line("", 8),
                                        new Line("See \"this\".", 9))),
                        new Cell(
                                Kind.CODE,
                                2,
                                List.of(
                                        new Line("import numpy as np", 17),
                                        new Line("np.sin(1)", 17))),
                        new Cell(Kind.RAW, 3, List.of()),
                        new Cell(Kind.RAW, 4, List.of())),
                notebook.cells());
        assertEquals(List.of(), notebook.problems());
        assertTrue(notebook.isPython());
        CellTexts code = notebook.python();
        assertEquals(List.of("import numpy as np\nnp.sin(1)\n"), code.texts());
        assertEquals(17, code.lines().line(2));
        assertEquals(2, code.lines().cell(2));
    }

    @Test
    void linesArePutTogetherOfWhateverPartsTheyAreKeptIn() {
        Notebook notebook =
                read(
                        "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\n\"a\", \"b\\n\",\n3,"
                                + " \"\",\n\"\\n\",\n\"c\\nd\"]}]}");
        assertEquals(
                List.of(new Line("ab", 2), new Line("", 4), new Line("c", 5), new Line("d", 5)),
                notebook.cells().getFirst().lines());
    }

    @Test
    void worksheetsOfTheFormatBeforeAreRead() {
        Notebook notebook =
                read(
                        """
                        {
                         "metadata": {"name": "Old"},
                         "nbformat": 3,
                         "worksheets": [{
                          "cells": [
                           {"cell_type": "heading", "level": 2, "source": ["Heat"]},
                           {"cell_type": "heading", "level": "?", "source": "Cold"},
                           {"cell_type": "code", "language": "julia",
                            "input": ["f(x) = x\\n", "f(2)"], "outputs": []}
                          ],
                          "metadata": {}
                         }, null]
                        }
                        """);
        assertEquals(List.of(), notebook.problems());
        assertEquals("julia", notebook.language());
        assertFalse(notebook.isPython());
        assertEquals(List.of("## Heat", "# Cold"), notebook.pages().texts());
        assertEquals(
                List.of(new Line("f(x) = x", 9), new Line("f(2)", 9)),
                notebook.cells().getLast().lines());
    }

    @Test
    void theLanguageIsThatOfWhoeverSaysIt() {
        assertEquals("python", read("{\"cells\": []}").language());
        assertEquals(
                "R", read("{\"metadata\": {\"kernelspec\": {\"language\": \"R\"}}}").language());
        assertEquals(
                "scala",
                read("{\"metadata\": {\"kernelspec\": {\"language\": \"x\", \"name\": 1}, \"language_info\":"
                                + " {\"name\": \"scala\", \"file_extension\": \".sc\"}}}")
                        .language());
        assertTrue(read("{\"metadata\": {\"language_info\": {\"name\": \"IPython\"}}}").isPython());
        assertTrue(read("{\"metadata\": [], \"cells\": []}").isPython());
    }

    @Test
    void whatCameOutOfCellsMayBeAnythingAndIsPassedOver() {
        Notebook notebook =
                read(
                        """
                        {"cells": [
                         {"attachments": {"a.png": {"image/png": "AAAA"}}, "cell_type": "markdown",
                          "source": "\\"outputs\\": ["},
                         {"cell_type": "code", "outputs" :
                          [{"y": NaN, "text": "]\\\\\\"]", "z": [1, {"a": -Infinity}]}], "source": "x = 1"}
                        ]}
                        """);
        assertEquals(List.of(), notebook.problems());
        assertEquals("\"outputs\": [", notebook.cells().getFirst().text());
        assertEquals(new Line("x = 1", 5), notebook.cells().getLast().lines().getFirst());
    }

    @Test
    void whatStandsBeforeABreakIsReadAndTheBreakIsTold() {
        String begun =
                "{\"cells\": [\n{\"cell_type\": \"code\", \"source\": \"x = 1\"},\n{\"cell_type\": \"code\",\n";
        Notebook conflict =
                read(begun + "<<<<<<< HEAD\n\"source\": \"y\"\n=======\n>>>>>>> other\n}]}");
        assertEquals(List.of(new Line("x = 1", 2)), conflict.cells().getFirst().lines());
        assertEquals(1, conflict.cells().size());
        assertEquals(
                List.of(
                        new Problem(
                                4,
                                "two versions are in conflict here, which nobody resolved; of the"
                                        + " notebook is read what stands before")),
                conflict.problems());
        assertEquals(
                List.of(
                        new Problem(
                                4,
                                "this is no JSON: a name in quotes is expected; of the notebook is"
                                        + " read what stands before")),
                read(begun + "oops").problems());
        assertEquals(
                List.of(
                        new Problem(
                                3,
                                "this is no JSON: a string without end; of the notebook is read"
                                        + " what stands before")),
                read("{\"cells\": [\n{\"cell_type\":\n\"code").problems());
        for (String cut :
                List.of("\"outputs\"", "\"outputs\": ", "\"outputs\": [\"", "\"outputs\": 3")) {
            assertEquals(1, read("{\"cells\": [{" + cut).problems().size(), cut);
        }
        assertEquals(
                List.of(
                        "this is no JSON: ':' is expected; of the notebook is read what stands before"),
                read("{\"cells\": [{\"outputs\" 3").problems().stream()
                        .map(Problem::what)
                        .toList());
    }

    @Test
    void filesThatAreNoNotebooksAreTold() {
        assertEquals(List.of(new Problem(1, "the notebook is empty")), read(" \n").problems());
        assertEquals(
                List.of(new Problem(1, "there are no cells, so it is no notebook of Jupyter")),
                read("{\"a\": 1, \"cells\": 2, \"worksheets\": 3, \"nbformat\": \"4\"}")
                        .problems());
        assertEquals(
                List.of(
                        new Problem(
                                2,
                                "the notebook is of nbformat 5, which is not known here; what stands"
                                        + " in it as in nbformat 4 is read")),
                read("{\"cells\": [3, {\"cell_type\": \"markdown\", \"source\": \"A\"}],\n\"nbformat\": 5}")
                        .problems());
        Notebook marked = read("\uFEFF{\"cells\": [], \"nbformat\": 4}");
        assertEquals(List.of(), marked.problems());
        assertFalse(marked.hasCode());
    }

    @Test
    void cellsThatAreForPeopleAreOnePageThatFrontMatterMayStandBefore() {
        CellTexts pages =
                read("""
                                {"cells": [
                                 {"cell_type": "raw", "source": "---\\ntitle: T\\n---"},
                                 {"cell_type": "raw", "source": "nothing for people"},
                                 {"cell_type": "markdown", "source": ""},
                                 {"cell_type": "markdown", "source": ["A\\n", "B"]}
                                ]}
                                """)
                        .pages();
        assertEquals(List.of("---\ntitle: T\n---", "A\nB"), pages.texts());
        assertEquals("line 2, cell 1", pages.lines().where(3));
        assertEquals("line 5, cell 4", pages.lines().where(5));
        assertEquals("line 5, cell 4", pages.lines().where(99));
    }

    @Test
    void copiesThatJupyterKeepsAreNoNotebooks() {
        assertTrue(Notebook.isNotebook("a/Study.IPYNB"));
        assertFalse(Notebook.isNotebook("a/.ipynb_checkpoints/Study-checkpoint.ipynb"));
        assertFalse(Notebook.isNotebook(".ipynb_checkpoints/Study-checkpoint.ipynb"));
        assertFalse(Notebook.isNotebook("a/study.ipynb.txt"));
    }

    private static Notebook read(String json) {
        return NotebookJson.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
