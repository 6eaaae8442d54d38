package alchemist.exchange.notebook;

import alchemist.exchange.files.SourceLines;
import alchemist.exchange.notebook.Cell.Kind;
import alchemist.exchange.notebook.Cell.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What people wrote into a notebook of Jupyter.
 *
 * @param language of its code, as it says itself
 * @param problems what could not be read
 */
public record Notebook(String language, List<Cell> cells, List<Problem> problems) {
    /** How long a file may be, in bytes: nearly all of a long one is what came out of its cells. */
    public static final long MAX_BYTES = 64L << 20;

    /** That of most notebooks, and of one that does not say it. */
    static final String PYTHON = "python";

    private static final String ENDING = ".ipynb";

    /** Where Jupyter keeps copies of notebooks that are being edited. */
    private static final String COPIES = "/.ipynb_checkpoints/";

    /** What could not be read, and in which line of the file. */
    public record Problem(int line, String what) {}

    /** Whether a file is a notebook, and no copy that Jupyter keeps of one, by its path. */
    public static boolean isNotebook(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(ENDING) && !("/" + path).contains(COPIES);
    }

    /** Whether anything in it is code. */
    public boolean hasCode() {
        return cells.stream().anyMatch(one -> one.kind() == Kind.CODE && !one.lines().isEmpty());
    }

    /** Whether its code is Python. */
    public boolean isPython() {
        return language.equalsIgnoreCase(PYTHON) || language.equalsIgnoreCase("ipython");
    }

    /** What is written for people; front matter first, where its first cell is that. */
    public CellTexts pages() {
        List<String> texts = new ArrayList<>();
        SourceLines.Builder lines = new SourceLines.Builder();
        for (Cell cell : cells) {
            boolean isFront = cell.kind() == Kind.RAW && cell.number() == 1;
            if ((cell.kind() == Kind.MARKDOWN || isFront) && !cell.lines().isEmpty()) {
                texts.add(cell.text());
                cell.lines().forEach(line -> lines.add(line.at(), cell.number()));
            }
        }
        return new CellTexts(List.copyOf(texts), lines.build());
    }

    /**
     * Its code as one file of Python, in the order of the cells: what only notebooks know stands as
     * nothing, or as what does nothing.
     */
    public CellTexts python() {
        StringBuilder code = new StringBuilder();
        SourceLines.Builder lines = new SourceLines.Builder();
        for (Cell cell : cells) {
            if (cell.kind() == Kind.CODE) {
                List<String> plain =
                        new PythonCell(cell.lines().stream().map(Line::text).toList()).plain();
                for (int i = 0; i < plain.size(); i++) {
                    code.append(plain.get(i)).append('\n');
                    lines.add(cell.lines().get(i).at(), cell.number());
                }
            }
        }
        return new CellTexts(List.of(code.toString()), lines.build());
    }

    /** About how many bytes it takes. */
    long bytes() {
        long bytes = 0;
        for (Cell cell : cells) {
            for (Line line : cell.lines()) {
                bytes += 2L * line.text().length() + 80;
            }
        }
        return bytes;
    }
}
