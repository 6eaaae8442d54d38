package alchemist.exchange.mermaid;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is written on things, as a person reads it. */
public final class Labels {
    /** Stand around the name of an entity such as {@code #quot;} while a diagram is read. */
    static final char ENTITY_START = '\uE000';

    static final char ENTITY_END = '\uE001';

    private static final int LONGEST_TAG = 300;
    private static final int LONGEST_ENTITY = 32;

    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("quot", "\""),
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", " "),
                    Map.entry("semi", ";"),
                    Map.entry("colon", ":"),
                    Map.entry("comma", ","),
                    Map.entry("num", "#"),
                    Map.entry("percnt", "%"),
                    Map.entry("lpar", "("),
                    Map.entry("rpar", ")"),
                    Map.entry("lbrack", "["),
                    Map.entry("rbrack", "]"),
                    Map.entry("lbrace", "{"),
                    Map.entry("rbrace", "}"),
                    Map.entry("lcub", "{"),
                    Map.entry("rcub", "}"),
                    Map.entry("lsqb", "["),
                    Map.entry("rsqb", "]"),
                    Map.entry("verbar", "|"),
                    Map.entry("vert", "|"),
                    Map.entry("equals", "="),
                    Map.entry("plus", "+"),
                    Map.entry("commat", "@"),
                    Map.entry("copy", "©"),
                    Map.entry("reg", "®"),
                    Map.entry("trade", "™"),
                    Map.entry("euro", "€"),
                    Map.entry("deg", "°"),
                    Map.entry("middot", "·"),
                    Map.entry("bull", "•"),
                    Map.entry("hellip", "…"),
                    Map.entry("ndash", "–"),
                    Map.entry("mdash", "—"),
                    Map.entry("larr", "←"),
                    Map.entry("uarr", "↑"),
                    Map.entry("rarr", "→"),
                    Map.entry("darr", "↓"),
                    Map.entry("harr", "↔"),
                    Map.entry("times", "×"),
                    Map.entry("infin", "∞"),
                    Map.entry("hearts", "♥"),
                    Map.entry("check", "✓"));

    /** Tags that only say how a text looks. */
    private static final Set<String> LOOKS =
            Set.of(
                    "b", "i", "u", "s", "em", "strong", "small", "big", "sub", "sup", "span",
                    "font", "code", "center", "p", "div", "tt", "mark", "del", "ins", "a", "img",
                    "hr", "h1", "h2", "h3", "h4", "ul", "ol", "li", "pre");

    private Labels() {}

    /** A label on one line: entities decoded, tags of looks and quotes around it gone. */
    public static String of(String raw) {
        String text = raw.strip();
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        boolean markdown = text.length() >= 2 && text.startsWith("`") && text.endsWith("`");
        if (markdown) {
            text = plain(text.substring(1, text.length() - 1));
        }
        return onOneLine(withoutIcons(decoded(text)));
    }

    /** What stood in the text: entities as they were written. */
    static String asWritten(String raw) {
        return raw.replace(ENTITY_START, '#').replace(ENTITY_END, ';').strip();
    }

    /** Markdown's marks of emphasis gone. */
    private static String plain(String markdown) {
        StringBuilder out = new StringBuilder(markdown.length());
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            boolean inWord =
                    c == '_'
                            && i > 0
                            && i + 1 < markdown.length()
                            && Cursor.isWord(markdown.charAt(i - 1))
                            && Cursor.isWord(markdown.charAt(i + 1));
            if ((c != '*' && c != '_') || inWord) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String decoded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = i;
            switch (c) {
                case '&' -> {
                    if (i + 1 < text.length() && text.charAt(i + 1) == ENTITY_START) {
                        continue; // &#39; is #39; with a sign before it
                    }
                    end = entity(text, i, ';', out);
                }
                case ENTITY_START -> {
                    end = entity(text, i, ENTITY_END, out);
                    if (end == i) {
                        out.append('#');
                        continue;
                    }
                }
                case ENTITY_END -> {
                    out.append(';');
                    continue;
                }
                case '<' -> end = tag(text, i, out);
                case '\\' -> {
                    if (i + 1 < text.length() && text.charAt(i + 1) == 'n') {
                        out.append(' ');
                        end = i + 1;
                    }
                }
                default -> {}
            }
            if (end == i) {
                out.append(c);
            }
            i = end;
        }
        return out.toString();
    }

    /** Decodes an entity, and tells where it ends; where it is none, where it began. */
    private static int entity(String text, int start, char close, StringBuilder out) {
        int end = start + 1;
        while (end < text.length() && end - start < LONGEST_ENTITY && text.charAt(end) != close) {
            end++;
        }
        if (end >= text.length() || text.charAt(end) != close) {
            return start;
        }
        String name = text.substring(start + 1, end);
        String named = NAMED.get(name);
        if (named != null) {
            out.append(named);
            return end;
        }
        int code = code(name);
        if (code < 0) {
            return start;
        }
        out.appendCodePoint(code);
        return end;
    }

    private static int code(String digits) {
        boolean hex = digits.startsWith("x") || digits.startsWith("X");
        String number = hex ? digits.substring(1) : digits;
        if (number.isEmpty() || number.length() > 7) {
            return -1;
        }
        int code = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = Character.digit(number.charAt(i), hex ? 16 : 10);
            if (digit < 0) {
                return -1;
            }
            code = code * (hex ? 16 : 10) + digit;
        }
        boolean character =
                Character.isValidCodePoint(code) && (code < 0xD800 || code > 0xDFFF) && code != 0;
        return character ? code : -1;
    }

    /** Passes over a tag of looks, and tells where it ends; where it is none, where it began. */
    private static int tag(String text, int start, StringBuilder out) {
        int i = start + 1;
        if (i < text.length() && text.charAt(i) == '/') {
            i++;
        }
        int from = i;
        while (i < text.length() && i - from < 12 && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        String name = text.substring(from, i).toLowerCase(Locale.ROOT);
        boolean breaks = name.equals("br");
        if (!breaks && !LOOKS.contains(name)) {
            return start;
        }
        int limit = Math.min(text.length(), start + LONGEST_TAG);
        while (i < limit && text.charAt(i) != '>' && text.charAt(i) != '<') {
            i++;
        }
        if (i >= limit || text.charAt(i) != '>') {
            return start;
        }
        if (breaks || name.equals("li") || name.equals("p") || name.equals("div")) {
            out.append(' ');
        }
        return i;
    }

    /** Without icons such as {@code fa:fa-car}, where anything else is left. */
    private static String withoutIcons(String text) {
        if (!text.contains(":fa-")) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (String word : text.split("\\s+", -1)) {
            int colon = word.indexOf(":fa-");
            boolean icon = colon >= 2 && colon <= 3 && word.startsWith("fa");
            if (!icon) {
                out.append(word).append(' ');
            }
        }
        String rest = out.toString().strip();
        return rest.isEmpty() ? text : rest;
    }

    private static String onOneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Cursor.isBlank(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }
}
