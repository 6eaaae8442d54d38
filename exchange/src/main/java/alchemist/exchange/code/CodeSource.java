package alchemist.exchange.code;

import alchemist.exchange.files.SourceLines;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.folder.OpenedFile.Content;
import alchemist.exchange.notebook.CellTexts;
import alchemist.exchange.notebook.Notebook;
import alchemist.exchange.notebook.ReadNotebook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The code of a file: of most the file itself.
 *
 * @param language null where it is of none that is read; a notebook's, in words, is then {@code
 *     told}
 * @param bytes in UTF-8; none where there is no code
 * @param lines where its lines stand in the file
 * @param blob how Git knows the file
 */
record CodeSource(
        @Nullable CodeLanguage language,
        String told,
        byte[] bytes,
        SourceLines lines,
        String blob) {

    /** Whether a file may hold code, by its path. */
    static boolean isIn(String path) {
        return CodeLanguage.of(path) != null || Notebook.isNotebook(path);
    }

    /** How long a file of code may be, in bytes, by its path. */
    static long maxBytes(String path) {
        return Notebook.isNotebook(path) ? Notebook.MAX_BYTES : CodeReader.MAX_BYTES;
    }

    /** Reads it. */
    static CodeSource of(OpenedFile file) throws IOException {
        if (!Notebook.isNotebook(file.path())) {
            Content content = file.read();
            return new CodeSource(
                    CodeLanguage.of(file.path()),
                    "",
                    content.bytes(),
                    SourceLines.SAME,
                    content.blob());
        }
        ReadNotebook read = ReadNotebook.of(file);
        Notebook notebook = read.notebook();
        if (!notebook.hasCode() || !notebook.isPython()) {
            return new CodeSource(
                    null,
                    notebook.hasCode() ? notebook.language() : "",
                    new byte[0],
                    SourceLines.SAME,
                    read.blob());
        }
        CellTexts code = notebook.python();
        byte[] bytes = String.join("", code.texts()).getBytes(StandardCharsets.UTF_8);
        return new CodeSource(CodeLanguage.PYTHON, "", bytes, code.lines(), read.blob());
    }
}
