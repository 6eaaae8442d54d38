package alchemist.exchange.mermaid;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A diagram's text without what is not of the diagram: its front matter, directives and comments
 * are blank, so that its lines keep their numbers.
 *
 * @param text with line feeds alone, and entities such as {@code #quot;} between the signs of
 *     {@link Labels}
 * @param keyword the word that tells the kind; empty where the text has none
 * @param start where the text goes on behind the keyword
 * @param title that of the front matter; may be empty
 */
record Source(String text, String keyword, int start, String title) {
    private static final Pattern ENTITY = Pattern.compile("#(\\w{1,30});");

    static Source of(String written, Draft draft) {
        String text = written.replace("\r\n", "\n").replace('\r', '\n').replace('\0', ' ');
        if (text.startsWith("\uFEFF")) {
            text = " " + text.substring(1);
        }
        StringBuilder blank = new StringBuilder(text);
        String title = frontMatter(blank);
        directives(blank, draft);
        comments(blank);
        String clean = entities(blank.toString());
        int from = 0;
        while (from < clean.length() && Cursor.isBlank(clean.charAt(from))) {
            from++;
        }
        int end = from;
        while (end < clean.length() && isKeyword(clean.charAt(end))) {
            end++;
        }
        return new Source(clean, clean.substring(from, end), end, title);
    }

    private static boolean isKeyword(char c) {
        return c == '-' || Cursor.isWord(c);
    }

    /** Blanks the front matter, and answers its title. */
    private static String frontMatter(StringBuilder text) {
        int start = 0;
        while (start < text.length() && Cursor.isBlank(text.charAt(start))) {
            start++;
        }
        if (!fence(text, start)) {
            return "";
        }
        String title = "";
        int line = next(text, start);
        while (line < text.length() && !fence(text, line)) {
            String entry = text.substring(line, endOf(text, line)).strip();
            if (entry.startsWith("title:") && title.isEmpty()) {
                title = unquoted(entry.substring("title:".length()).strip());
            }
            line = next(text, line);
        }
        if (line >= text.length()) {
            return ""; // it never ends, so it is none
        }
        blank(text, start, endOf(text, line));
        return title;
    }

    /** Whether a line is nothing but three dashes, perhaps behind spaces. */
    private static boolean fence(StringBuilder text, int line) {
        return text.substring(line, endOf(text, line)).strip().equals("---");
    }

    static String unquoted(String yaml) {
        if (yaml.length() >= 2) {
            char first = yaml.charAt(0);
            char last = yaml.charAt(yaml.length() - 1);
            if (first == last && (first == '"' || first == '\'')) {
                return yaml.substring(1, yaml.length() - 1);
            }
        }
        return yaml;
    }

    private static void directives(StringBuilder text, Draft draft) {
        int start = text.indexOf("%%{");
        while (start >= 0) {
            int close = text.indexOf("}%%", start);
            if (close < 0) {
                draft.problem(lineOf(text, start), "a directive %%{ has no end }%%");
                blank(text, start, endOf(text, start));
                return; // whatever further ones there are, they have no end either
            }
            blank(text, start, close + 3);
            start = text.indexOf("%%{", close);
        }
    }

    private static int lineOf(StringBuilder text, int at) {
        return 1 + (int) text.chars().limit(at).filter(c -> c == '\n').count();
    }

    /** Blanks the lines that begin with {@code %%}. */
    private static void comments(StringBuilder text) {
        for (int line = 0; line < text.length(); line = next(text, line)) {
            int at = line;
            while (at < text.length()
                    && text.charAt(at) != '\n'
                    && Cursor.isBlank(text.charAt(at))) {
                at++;
            }
            if (at + 1 < text.length() && text.charAt(at) == '%' && text.charAt(at + 1) == '%') {
                blank(text, at, endOf(text, at));
            }
        }
    }

    private static String entities(String text) {
        Matcher found = ENTITY.matcher(text);
        return found.replaceAll(Labels.ENTITY_START + "$1" + Labels.ENTITY_END);
    }

    private static int endOf(StringBuilder text, int from) {
        int end = text.indexOf("\n", from);
        return end < 0 ? text.length() : end;
    }

    private static int next(StringBuilder text, int from) {
        return Math.min(text.length(), endOf(text, from) + 1);
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }
}
