package alchemist.exchange.markdown;

import alchemist.exchange.DatedStatements;
import alchemist.exchange.Reading;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.folder.OpenedFile.Content;
import alchemist.exchange.folder.OpenedFiles;
import alchemist.exchange.markdown.Document.Problem;
import alchemist.exchange.notebook.CellTexts;
import alchemist.exchange.notebook.Notebook;
import alchemist.exchange.notebook.ReadNotebook;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One reading of the pages at a place: each is parsed for itself, then their links are followed and
 * all is stated.
 */
final class MarkdownReading {
    /** About how much more than a page its parts take. */
    private static final int TIMES = 4;

    private final OpenedFiles files;
    private final Reading reading;

    /** A page that was read. */
    record Page(OpenedFile file, Document document, long effectiveAt) {}

    MarkdownReading(OpenedFiles files, Reading reading) {
        this.files = files;
        this.reading = reading;
    }

    void run() {
        List<Page> pages = new ArrayList<>();
        for (OpenedFile file : files.all()) {
            if (MarkdownReader.isRead(file.path())) {
                read(file, pages);
                reading.progress(pages.size(), 0, "pages of " + files.label());
            }
        }
        DatedStatements statements = new DatedStatements();
        new PageStatements(files, pages, reading, statements).add();
        statements.state(reading, "pages of " + files.label());
    }

    private void read(OpenedFile file, List<Page> pages) {
        long most = MarkdownReader.maxBytes(file.path());
        if (file.size() > most) {
            reading.warn(
                    file.path(), "has more than " + most + " bytes, and is not read as a page");
            return;
        }
        try {
            Parsed known = file.known(Parsed.class);
            Parsed parsed =
                    known != null
                            ? known
                            : Notebook.isNotebook(file.path()) ? notebook(file) : parsed(file);
            if (!parsed.readable()) {
                reading.warn(file.path(), "is no UTF-8; what cannot be read stands as \uFFFD");
            }
            for (Problem problem : parsed.problems()) {
                reading.warn(file.path() + " line " + problem.line(), problem.what());
            }
            pages.add(new Page(file, parsed.document(), file.effectiveAt(parsed.blob())));
        } catch (IOException e) {
            reading.miss(file.path(), "cannot be read: " + e);
        }
    }

    /**
     * A page that was parsed, whether all its bytes meant something, how Git knows it, and what of
     * its file could not be read.
     */
    private record Parsed(
            Document document, boolean readable, String blob, List<Problem> problems) {}

    private static Parsed notebook(OpenedFile file) throws IOException {
        ReadNotebook read = ReadNotebook.of(file);
        CellTexts cells = read.notebook().pages();
        Document document = DocumentParser.parse(cells);
        List<Problem> problems = new ArrayList<>(document.problems());
        for (Notebook.Problem one : read.notebook().problems()) {
            problems.add(new Problem(one.line(), one.what()));
        }
        Parsed parsed = new Parsed(document, true, read.blob(), List.copyOf(problems));
        file.keep(Parsed.class, parsed, TIMES * cells.length() + cells.lines().bytes());
        return parsed;
    }

    private static Parsed parsed(OpenedFile file) throws IOException {
        Content content = file.read();
        byte[] bytes = content.bytes();
        int first = bytes.length > 0 ? bytes[0] & 0xff : 0;
        int second = bytes.length > 1 ? bytes[1] & 0xff : 0;
        Charset charset =
                (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)
                        ? StandardCharsets.UTF_16
                        : StandardCharsets.UTF_8;
        String text;
        boolean readable = true;
        try {
            text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            readable = false;
            text = new String(bytes, charset);
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Document document =
                MarkdownReader.isPage(file.path())
                        ? DocumentParser.parse(text)
                        : MarkdownReader.isPlantUml(file.path())
                                ? Document.ofPlantUml(text)
                                : Document.ofMermaid(text);
        Parsed parsed = new Parsed(document, readable, content.blob(), document.problems());
        file.keep(Parsed.class, parsed, TIMES * (long) bytes.length);
        return parsed;
    }
}
