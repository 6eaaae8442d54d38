package alchemist.exchange.plantuml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a diagram, and how far they are read. */
final class UmlCursor {
    private final List<UmlLine> lines;
    private int at = -1;

    UmlCursor(List<UmlLine> lines) {
        this.lines = lines;
    }

    /** Goes to the next line, where there is one. */
    boolean next() {
        at += at < lines.size() ? 1 : 0;
        return at < lines.size();
    }

    String text() {
        return lines.get(at).text();
    }

    int number() {
        return lines.get(at).number();
    }

    /** Goes to the next line where that is just this. */
    boolean takes(String text) {
        boolean there = at + 1 < lines.size() && lines.get(at + 1).text().equals(text);
        at += there ? 1 : 0;
        return there;
    }

    /** Goes to the line that ends something, and answers those before it in one line. */
    String block(Pattern end) {
        List<String> text = new ArrayList<>();
        while (next() && !end.matcher(text()).matches()) {
            text.add(text());
        }
        return String.join(" ", text);
    }

    /** Tells whether lines that were put together are whole. */
    interface Whole<T> {
        /** What they are, or null where more are needed. */
        @Nullable T of(String lines);
    }

    /**
     * Puts a line together with those behind it till they are whole; null, and unmoved, where so
     * many are not.
     */
    <T> @Nullable T joined(String begun, int most, Whole<T> whole) {
        StringBuilder all = new StringBuilder(begun);
        T found = whole.of(begun);
        for (int i = at + 1; found == null && i < Math.min(lines.size(), at + most); i++) {
            all.append(' ').append(lines.get(i).text());
            found = whole.of(all.toString());
            at = found == null ? at : i;
        }
        return found;
    }
}
