package alchemist.exchange.plantuml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A note, perhaps of several lines.
 *
 * @param of beside what it stands, or empty
 * @param name by which it is named, or empty
 * @param beside whether it stands beside something, if only beside what was last spoken of
 */
record UmlNote(String of, String name, boolean beside, String text) {
    private static final Pattern NOTE = Pattern.compile("(?i)[hr]?note\\s+(.*)");
    private static final Pattern BESIDE =
            Pattern.compile(
                    "(?i)(?:left|right|top|bottom|over|across)(?:\\s+of)?(?:\\s+([^:#]+?))?\\s*(?:#\\w+)?"
                            + "\\s*(?::\\s*(.*))?");
    private static final Pattern NAMED =
            Pattern.compile("(?i)(?:\"([^\"]*)\"\\s+)?as\\s+(\\S+)\\s*(?:#\\w+)?");
    private static final Pattern ON_LINK = Pattern.compile("(?i)on\\s+link\\b[^:]*(:.*)?");
    private static final Pattern END = Pattern.compile("(?i)end ?[hr]?note.*");

    /** Takes a note and the lines that are its text; null where a line begins none. */
    static @Nullable UmlNote take(String line, UmlCursor lines) {
        Matcher note = NOTE.matcher(line);
        if (!note.matches()) {
            return null;
        }
        Matcher beside = BESIDE.matcher(note.group(1));
        Matcher named = NAMED.matcher(note.group(1));
        Matcher onLink = ON_LINK.matcher(note.group(1));
        if (beside.matches()) {
            String of = beside.group(1) == null ? "" : beside.group(1).strip();
            return new UmlNote(plain(of), "", true, text(beside.group(2), lines));
        }
        if (named.matches()) {
            return new UmlNote("", named.group(2), false, text(named.group(1), lines));
        }
        return onLink.matches() ? new UmlNote("", "", false, text(onLink.group(1), lines)) : null;
    }

    private static String text(@Nullable String said, UmlCursor lines) {
        return UmlText.of(said == null ? lines.block(END) : said);
    }

    /** The first of several names, without the signs around it. */
    private static String plain(String names) {
        Scan.Reference reference = new Scan(names).reference();
        return reference == null ? names : reference.name();
    }
}
