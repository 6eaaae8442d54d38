package alchemist.exchange.code;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.DatedStatements;
import alchemist.exchange.code.QuotedSymbols.Target;
import alchemist.exchange.files.FileStatements;
import alchemist.exchange.files.Root;
import alchemist.exchange.files.SourceLines;
import alchemist.exchange.files.Vendored;
import alchemist.exchange.folder.FolderStatements;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.folder.OpenedFile.Content;
import alchemist.exchange.folder.OpenedFiles;
import alchemist.exchange.markdown.CodeSpans;
import alchemist.exchange.markdown.MarkdownReader;
import alchemist.exchange.notebook.CellTexts;
import alchemist.exchange.notebook.Notebook;
import alchemist.exchange.notebook.ReadNotebook;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/** States what pages quote of the code. */
final class Quotes {
    /** About how much more than a page its spans take. */
    private static final long TIMES = 2;

    private static final String RELATION = "mentions";

    private final OpenedFiles files;
    private final QuotedSymbols symbols;
    private final KnownIds ids;
    private final DatedStatements statements;
    private final FolderStatements folders;

    Quotes(OpenedFiles files, QuotedSymbols symbols, KnownIds ids, DatedStatements statements) {
        this.files = files;
        this.symbols = symbols;
        this.ids = ids;
        this.statements = statements;
        this.folders = new FolderStatements(files, statements);
    }

    /** Adds what all pages quote. */
    void add() {
        for (OpenedFile page : files.all()) {
            if (MarkdownReader.isPage(page.path())
                    && !Vendored.is(page.path())
                    && page.size() <= MarkdownReader.maxBytes(page.path())) {
                try {
                    Quoted quoted = quoted(page);
                    for (CodeSpans.Span span : quoted.spans) {
                        symbols.in(span).forEach((symbol, line) -> add(page, quoted, symbol, line));
                    }
                } catch (IOException _) {
                    // Who reads pages tells it.
                }
            }
        }
    }

    /** A page that quotes the name of something; the first time counts. */
    private void add(OpenedFile page, Quoted all, Target quoted, int line) {
        long effectiveAt = page.effectiveAt(all.blob);
        TreeMap<String, Value> place = new TreeMap<>();
        all.lines.tell(line, place);
        folders.add(Root.parent(page.path()), effectiveAt);
        NodeStatement plain =
                FileStatements.file(files.root(), page.id(), page.path(), "File", new TreeMap<>());
        statements.add(
                new NodeStatement(
                        page.id(),
                        plain.name(),
                        List.of("File", "Page"),
                        plain.properties(),
                        plain.group(),
                        false),
                effectiveAt);
        statements.stands(quoted.id(), quoted.since());
        Id edge = ids.edge(RELATION, page.id(), quoted.id());
        statements.add(
                new EdgeStatement(edge, page.id(), quoted.id(), RELATION, Properties.of(place)),
                Math.max(effectiveAt, quoted.effectiveAt()));
    }

    /**
     * The code that a page quotes.
     *
     * @param lines where the lines of the page stand in its file
     * @param blob how Git knows the file
     */
    private record Quoted(List<CodeSpans.Span> spans, SourceLines lines, String blob) {}

    private static Quoted quoted(OpenedFile page) throws IOException {
        Quoted known = page.known(Quoted.class);
        if (known != null) {
            return known;
        }
        if (Notebook.isNotebook(page.path())) {
            ReadNotebook read = ReadNotebook.of(page);
            CellTexts cells = read.notebook().pages();
            Quoted quoted = new Quoted(CodeSpans.of(cells), cells.lines(), read.blob());
            page.keep(Quoted.class, quoted, TIMES * cells.length() + cells.lines().bytes());
            return quoted;
        }
        Content content = page.read();
        String text = new String(content.bytes(), StandardCharsets.UTF_8);
        Quoted quoted = new Quoted(CodeSpans.of(text), SourceLines.SAME, content.blob());
        page.keep(Quoted.class, quoted, TIMES * page.size());
        return quoted;
    }
}
