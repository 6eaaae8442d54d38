package alchemist.exchange.plantuml;

import alchemist.exchange.mermaid.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a diagram that say something: without comments, what only says how it looks, and
 * what is said to the preprocessor, which is not run.
 */
final class UmlLines {
    private static final Pattern QUIET =
            Pattern.compile(
                    "!(?:include\\w*|import|theme|pragma|log|assert|startsub|endsub|else\\w*|endif"
                            + "|endfor|endwhile|return|undef|exit|if\\w*)\\b.*|!define\\s+\\w+\\s*(?:https?:.*)?");

    private static final Pattern DEFINES =
            Pattern.compile("!(?:unquoted\\s+|final\\s+)*(procedure|function|definelong)\\b.*");

    private static final Pattern LOOKS =
            Pattern.compile(
                    "(?i)(?:skinparam|skin|scale|hide|show|remove|restore|rotate|page|newpage|ratio"
                            + "|sprite|mainframe|set|url|caption|header|footer|center|left header"
                            + "|right header|allow_?mixing|left to right|top to bottom|minwidth"
                            + "|(?:left|right|center) (?:header|footer)|ignore newpage)\\b.*"
                            + "|@start.*|@end.*|\\|+");

    /** A value that a name stands for from now on. */
    private static final Pattern GIVEN =
            Pattern.compile(
                    "!(?:(?:global|local)\\s+)?(?:(\\$?\\w+)\\s*\\??=|define\\s+(\\w+)\\s)\\s*"
                            + "(?:\"([^\"]*)\"|([\\w#.:/-]+))\\s*");

    /** What may stand for a value. */
    private static final Pattern NAME = Pattern.compile("\\$?\\b\\w+");

    /** Longer lines are not written by hand. */
    private static final int MAX_LINE = 8_000;

    private static final Pattern ARROW = Pattern.compile("[-.=]>|<[-.=]|--|\\.\\.");
    private static final Pattern TITLE = Pattern.compile("(?i)title\\s+(?![:=])(\\S.*)");
    private static final Pattern TEXT =
            Pattern.compile(
                    "(?i)(title|header|footer|caption)|(?i)(legend)(?:\\s+(?:left|right|center|top|bottom))*");

    private final String[] raw;
    private final Draft draft;
    private final List<UmlLine> lines = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private boolean told;

    private UmlLines(String text, Draft draft) {
        this.raw = withoutComments(text).split("\n", -1);
        this.draft = draft;
    }

    /** The lines of a text; its title is told to the draft. */
    static List<UmlLine> of(String text, Draft draft) {
        UmlLines all = new UmlLines(text, draft);
        all.read();
        return all.lines;
    }

    private static String withoutComments(String text) {
        StringBuilder plain = new StringBuilder(text);
        int from = plain.indexOf("/'");
        while (from >= 0) {
            int close = plain.indexOf("'/", from + 2);
            int end = close < 0 ? plain.length() : close + 2;
            for (int i = from; i < end; i++) {
                if (plain.charAt(i) != '\n') {
                    plain.setCharAt(i, ' ');
                }
            }
            from = plain.indexOf("/'", end);
        }
        return plain.toString();
    }

    private void read() {
        for (int i = 0; i < raw.length; i++) {
            if (raw[i].length() > MAX_LINE) {
                draft.problem(i + 1, "the line has more than " + MAX_LINE + " characters");
                continue;
            }
            String line = replaced(raw[i].strip());
            Matcher title = TITLE.matcher(line);
            if (line.isEmpty() || line.startsWith("'")) {
                continue;
            }
            if (line.startsWith("!")) {
                i = instruction(line, i);
            } else if (line.startsWith("<style>")) {
                i = end(i, "(?i).*</style>.*", i);
            } else if (TEXT.matcher(line).matches()) {
                i = text(line, i);
            } else if (title.matches()) {
                draft.title(UmlText.of(title.group(1)));
            } else if (LOOKS.matcher(line).matches() && !ARROW.matcher(line).find()) {
                i = line.endsWith("{") ? closing(i) : i;
            } else {
                lines.add(new UmlLine(i + 1, line));
            }
        }
    }

    /** With the values of names that were given before. */
    private String replaced(String line) {
        return values.isEmpty() || line.startsWith("!")
                ? line
                : NAME.matcher(line)
                        .replaceAll(
                                name ->
                                        Matcher.quoteReplacement(
                                                values.getOrDefault(name.group(), name.group())));
    }

    /** A title, legend or the like of several lines, where it has an end; else a line as others. */
    private int text(String line, int at) {
        String word = line.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        int end = end(at, "(?i)end ?" + word, -1);
        if (end < 0) {
            lines.add(new UmlLine(at + 1, line));
            return at;
        }
        if (word.equals("title")) {
            draft.title(UmlText.of(String.join(" ", List.of(raw).subList(at + 1, end))));
        }
        return end;
    }

    private int instruction(String line, int at) {
        Matcher given = GIVEN.matcher(line);
        if (given.matches()) {
            values.put(
                    given.group(1) == null ? given.group(2) : given.group(1),
                    given.group(3) == null ? given.group(4) : given.group(3));
            return at;
        }
        Matcher defines = DEFINES.matcher(line);
        if (defines.matches() && !line.contains("!return")) {
            return end(at, "!end ?" + defines.group(1) + "\\b.*", at);
        }
        if (!defines.matches() && !QUIET.matcher(line).matches() && !told) {
            told = true;
            String what = line.length() <= 40 ? line : line.substring(0, 40);
            draft.problem(
                    at + 1, "the preprocessor is not run, so nothing follows from '" + what + "'");
        }
        return at;
    }

    /** The line that ends something; another where there is none. */
    private int end(int from, String pattern, int otherwise) {
        Pattern end = Pattern.compile(pattern);
        for (int i = from; i < raw.length; i++) {
            if (end.matcher(raw[i].strip()).matches()) {
                return i;
            }
        }
        return otherwise;
    }

    /** The line in which the bracket is closed that one opens at its end. */
    private int closing(int from) {
        int depth = 0;
        for (int i = from; i < raw.length; i++) {
            for (char c : raw[i].toCharArray()) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
            if (depth <= 0) {
                return i;
            }
        }
        return from;
    }
}
