package alchemist.exchange.files;

import alchemist.kernel.value.Value;
import java.util.Arrays;
import java.util.SortedMap;

/**
 * Where the lines of a text stand in the file that it was taken from. Of a file that is the text
 * itself they are its own; a notebook keeps each line in a line of its own, and the cells that have
 * one language are read as one text. Lines and cells count from 1.
 */
public final class SourceLines {
    /** Of a text that is its file. */
    public static final SourceLines SAME = new SourceLines(new int[0], new int[0]);

    /** What the number of a line and that of its cell take. */
    private static final int LINE_BYTES = 2 * Integer.BYTES;

    private final int[] lines;
    private final int[] cells;

    private SourceLines(int[] lines, int[] cells) {
        this.lines = lines;
        this.cells = cells;
    }

    /** Gathers where lines stand, in their order in the text. */
    public static final class Builder {
        private int[] lines = new int[64];
        private int[] cells = new int[64];
        private int count;

        /** Of no line yet. */
        public Builder() {}

        /** The next line of the text stands in a line of the file, in a cell. */
        public void add(int line, int cell) {
            if (count == lines.length) {
                lines = Arrays.copyOf(lines, 2 * count);
                cells = Arrays.copyOf(cells, 2 * count);
            }
            lines[count] = line;
            cells[count++] = cell;
        }

        /** Where they stand. */
        public SourceLines build() {
            return new SourceLines(Arrays.copyOf(lines, count), Arrays.copyOf(cells, count));
        }
    }

    /** The line of the file; 0 for 0, which is none. */
    public int line(int of) {
        return of <= 0 || lines.length == 0 ? of : lines[at(of)];
    }

    /** The cell; 0 where there are none. */
    public int cell(int of) {
        return of <= 0 || cells.length == 0 ? 0 : cells[at(of)];
    }

    /** What stands behind the last line belongs to that. */
    private int at(int line) {
        return Math.min(line, lines.length) - 1;
    }

    /** Tells of something where it stands; nothing for line 0. */
    public void tell(int of, SortedMap<String, Value> properties) {
        if (of > 0) {
            properties.put("line", Value.integer(line(of)));
        }
        if (cell(of) > 0) {
            properties.put("cell", Value.integer(cell(of)));
        }
    }

    /** A line, in words. */
    public String where(int of) {
        return cell(of) > 0 ? "line " + line(of) + ", cell " + cell(of) : "line " + line(of);
    }

    /** About how many bytes it takes. */
    public long bytes() {
        return (long) LINE_BYTES * lines.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceLines that
                && Arrays.equals(lines, that.lines)
                && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lines) + Arrays.hashCode(cells);
    }

    /** The same for those that are equal. */
    @Override
    public String toString() {
        return lines.length == 0
                ? "its own"
                : Arrays.toString(lines) + " of " + Arrays.toString(cells);
    }
}
