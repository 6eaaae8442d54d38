package alchemist.exchange.notebook;

import alchemist.exchange.notebook.Cell.Kind;
import alchemist.exchange.notebook.Cell.Line;
import alchemist.exchange.notebook.Notebook.Problem;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a notebook as Jupyter keeps it: JSON of nbformat 4, or 3, whose cells stand in worksheets.
 * Of a file that is broken, the cells before that are read.
 */
final class NotebookJson {
    private static final int OLDEST = 3;
    private static final int NEWEST = 4;
    private static final int MOST_HASHES = 6;
    private static final Pattern PLACE = Pattern.compile(" ?\\(line (\\d+), column \\d+\\)$");

    private final byte[] bytes;
    private final JsonReader json;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean hasCells;
    private long format = NEWEST;
    private int formatLine = 1;
    private String language = "";
    private String kernelLanguage = "";
    private String cellLanguage = "";
    private int seen;
    private int line = 1;

    /** What of a cell is read before it is known what it is. */
    private static final class Draft {
        private String kind = "";
        private int level = 1;
        private List<Line> lines = List.of();

        Cell cell(int number) {
            return switch (kind) {
                case "code" -> new Cell(Kind.CODE, number, lines);
                case "markdown" -> new Cell(Kind.MARKDOWN, number, lines);
                case "heading" -> new Cell(Kind.MARKDOWN, number, heading());
                default -> new Cell(Kind.RAW, number, lines);
            };
        }

        private List<Line> heading() {
            String hashes = "#".repeat(Math.clamp(level, 1, MOST_HASHES)) + " ";
            return lines.stream().map(one -> new Line(hashes + one.text(), one.at())).toList();
        }
    }

    private NotebookJson(byte[] bytes) {
        this.bytes = Outputs.without(bytes);
        int mark = bytes.length > 2 && (bytes[0] & 0xff) == 0xEF ? 3 : 0;
        this.json = new JsonReader(this.bytes, mark, bytes.length - mark);
    }

    /** What stands in a file; of whatever bytes, nothing is thrown. */
    static Notebook read(byte[] bytes) {
        NotebookJson notebook = new NotebookJson(bytes);
        try {
            notebook.read();
        } catch (MalformedJson e) {
            notebook.broken(String.valueOf(e.getMessage()));
        }
        return new Notebook(
                notebook.language(), List.copyOf(notebook.cells), List.copyOf(notebook.problems));
    }

    private String language() {
        String said =
                !language.isEmpty()
                        ? language
                        : !kernelLanguage.isEmpty() ? kernelLanguage : cellLanguage;
        return said.isEmpty() ? Notebook.PYTHON : said;
    }

    private void read() {
        if (json.peek() == JsonReader.Kind.END) {
            problems.add(new Problem(1, "the notebook is empty"));
            return;
        }
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "cells" -> cells();
                case "worksheets" -> worksheets();
                case "metadata" -> metadata();
                case "nbformat" -> format();
                default -> json.skip();
            }
        }
        json.end();
        if (format < OLDEST || format > NEWEST) {
            problems.add(
                    new Problem(
                            formatLine,
                            "the notebook is of nbformat "
                                    + format
                                    + ", which is not known here; what stands in it as in nbformat "
                                    + NEWEST
                                    + " is read"));
        } else if (!hasCells) {
            problems.add(new Problem(1, "there are no cells, so it is no notebook of Jupyter"));
        }
    }

    private void broken(String why) {
        Matcher place = PLACE.matcher(why);
        boolean told = place.find();
        int at = told ? Integer.parseInt(place.group(1)) : 1;
        String what =
                isConflict(at)
                        ? "two versions are in conflict here, which nobody resolved"
                        : "this is no JSON: " + (told ? why.substring(0, place.start()) : why);
        problems.add(new Problem(at, what + "; of the notebook is read what stands before"));
    }

    /** Whether Git could not merge a line. */
    private boolean isConflict(int at) {
        int from = 0;
        for (int n = 1; n < at; n++) {
            while (bytes[from++] != '\n') {}
        }
        String begins =
                new String(bytes, from, Math.min(8, bytes.length - from), StandardCharsets.UTF_8);
        return begins.startsWith("<<<<<<< ")
                || begins.startsWith(">>>>>>> ")
                || begins.startsWith("=======");
    }

    private void format() {
        if (isNext(JsonReader.Kind.NUMBER)) {
            formatLine = line();
            format = json.integer();
        }
    }

    private void worksheets() {
        if (!isNext(JsonReader.Kind.ARRAY)) {
            return;
        }
        json.array();
        while (json.hasNext()) {
            if (isNext(JsonReader.Kind.OBJECT)) {
                json.object();
                for (@Nullable String name = json.nextName();
                        name != null;
                        name = json.nextName()) {
                    if (name.equals("cells")) {
                        cells();
                    } else {
                        json.skip();
                    }
                }
            }
        }
    }

    private void cells() {
        if (!isNext(JsonReader.Kind.ARRAY)) {
            return;
        }
        hasCells = true;
        json.array();
        while (json.hasNext()) {
            if (isNext(JsonReader.Kind.OBJECT)) {
                cell();
            }
        }
    }

    private void cell() {
        Draft draft = new Draft();
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "cell_type" -> draft.kind = text();
                case "source", "input" -> draft.lines = lines();
                case "level" -> {
                    if (isNext(JsonReader.Kind.NUMBER)) {
                        draft.level = Math.clamp(json.integer(), 1, MOST_HASHES);
                    }
                }
                case "language" -> cellLanguage = text();
                default -> json.skip();
            }
        }
        cells.add(draft.cell(cells.size() + 1));
    }

    private void metadata() {
        if (!isNext(JsonReader.Kind.OBJECT)) {
            return;
        }
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "language_info" -> language = member("name");
                case "kernelspec" -> kernelLanguage = member("language");
                default -> json.skip();
            }
        }
    }

    /** The text of a name in an object. */
    private String member(String wanted) {
        String found = "";
        if (isNext(JsonReader.Kind.OBJECT)) {
            json.object();
            for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
                if (name.equals(wanted)) {
                    found = text();
                } else {
                    json.skip();
                }
            }
        }
        return found;
    }

    /** A text, or many of which each is mostly a line. */
    private List<Line> lines() {
        Lines lines = new Lines();
        if (json.peek() == JsonReader.Kind.TEXT) {
            int at = line();
            lines.add(json.text(), at);
        } else if (isNext(JsonReader.Kind.ARRAY)) {
            json.array();
            while (json.hasNext()) {
                int at = line();
                lines.add(text(), at);
            }
        }
        return lines.whole();
    }

    /** Lines that are put together of parts. */
    private static final class Lines {
        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();
        private int begun;

        void add(String text, int at) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (open.isEmpty()) {
                    begun = at;
                }
                if (c == '\n') {
                    end(at);
                } else {
                    open.append(c);
                }
            }
        }

        private void end(int at) {
            int length = open.length();
            if (length > 0 && open.charAt(length - 1) == '\r') {
                open.setLength(length - 1);
            }
            lines.add(new Line(open.toString(), length > 0 ? begun : at));
            open.setLength(0);
        }

        List<Line> whole() {
            if (!open.isEmpty()) {
                end(begun);
            }
            return List.copyOf(lines);
        }
    }

    private String text() {
        return isNext(JsonReader.Kind.TEXT) ? json.text() : "";
    }

    /** Whether a value is of a kind; another is passed over. */
    private boolean isNext(JsonReader.Kind kind) {
        if (json.peek() == kind) {
            return true;
        }
        json.skip();
        return false;
    }

    /** The line of what comes next. */
    private int line() {
        for (int at = json.position(); seen < at; seen++) {
            line += bytes[seen] == '\n' ? 1 : 0;
        }
        return line;
    }
}
