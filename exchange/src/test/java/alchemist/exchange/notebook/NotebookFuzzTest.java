package alchemist.exchange.notebook;

import alchemist.testkit.fuzz.DecoderContract;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any bytes are a notebook, of which as much is read as stands before what is broken. */
final class NotebookFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        {"cells": [{"cell_type": "raw", "source": "---\\ntitle: a\\n---"},
                         {"cell_type": "markdown", "attachments": {"a": {}}, "source": ["# A\\n", "b"]},
                         {"cell_type": "code", "outputs": [{"x": NaN}, "\\"]"], "source":
                          ["%time f(1,\\n", "'''\\n", "% ''')\\n", "%run ../a/b.py\\n", "x = !ls \\\\\\n", "b?"]},
                         {"cell_type": "code", "source": "%%bash\\nls"}],
                         "metadata": {"kernelspec": {"language": "python"}, "language_info": {"name": "R"}},
                         "nbformat": 4}
                        """),
                bytes(
                        "{\"nbformat\": 3, \"worksheets\": [{\"cells\": [{\"cell_type\": \"heading\","
                                + " \"level\": 3, \"source\": [\"A\"]}, {\"cell_type\": \"code\","
                                + " \"language\": \"python\", \"input\": [\"x\"]}]}]}"),
                bytes("{\"cells\": [\n<<<<<<< HEAD\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] rewritten(byte[] bytes) {
        Notebook notebook = NotebookJson.read(bytes);
        notebook.pages();
        notebook.python();
        return bytes;
    }
}
