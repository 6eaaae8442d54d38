package alchemist.exchange.notebook;

import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.folder.OpenedFile.Content;
import java.io.IOException;

/**
 * A file that was read as a notebook.
 *
 * @param blob the hash by which Git would know the file, or empty
 */
public record ReadNotebook(Notebook notebook, String blob) {
    /**
     * Reads a file, or tells what is known of it: several readers ask for the same.
     *
     * @throws IOException when it cannot be read
     */
    public static ReadNotebook of(OpenedFile file) throws IOException {
        ReadNotebook known = file.known(ReadNotebook.class);
        if (known != null) {
            return known;
        }
        Content content = file.read();
        ReadNotebook read = new ReadNotebook(NotebookJson.read(content.bytes()), content.blob());
        file.keep(ReadNotebook.class, read, read.notebook.bytes());
        return read;
    }
}
