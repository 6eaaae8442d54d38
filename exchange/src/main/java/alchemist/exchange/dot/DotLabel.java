package alchemist.exchange.dot;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a label, without how they are set. */
final class DotLabel {
    private static final Pattern BREAK =
            Pattern.compile("<(br|/tr|/p|hr)\\b[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern CELL = Pattern.compile("</td>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<!--.*?-->|<[^>]*>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]+|[a-zA-Z]+);");
    private static final Pattern PORT = Pattern.compile("(?<!\\\\)<[^<>]*>");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final int MAX_CODE = Character.MAX_CODE_POINT;

    private DotLabel() {}

    /** A quoted label: with its line ends, and the name of its node. */
    static String ofText(String text, String own) {
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                read.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            switch (escaped) {
                case 'n', 'l', 'r' -> read.append('\n');
                case 'N', 'G', 'E' -> read.append(own);
                default -> read.append(escaped);
            }
        }
        return read.toString().strip();
    }

    /** The label of a record: its fields, without the names of ports. */
    static String ofRecord(String text, String own) {
        String fields = PORT.matcher(text).replaceAll("");
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < fields.length(); i++) {
            char c = fields.charAt(i);
            if (c == '\\' && i + 1 < fields.length()) {
                read.append(c).append(fields.charAt(++i));
            } else if (c == '|') {
                read.append(" | ");
            } else if (c != '{' && c != '}') {
                read.append(c);
            }
        }
        return ofText(read.toString(), own).replaceAll("[ \t]+", " ");
    }

    /** The words of an HTML label. */
    static String ofHtml(String html) {
        String text = BREAK.matcher(html.replaceAll("\\s+", " ")).replaceAll("\n");
        text = TAG.matcher(CELL.matcher(text).replaceAll(" ")).replaceAll("");
        Matcher entities = ENTITY.matcher(text);
        text = entities.replaceAll(found -> Matcher.quoteReplacement(entity(found.group(1))));
        return text.replaceAll(" +", " ").replaceAll(" ?\n ?", "\n").strip();
    }

    private static String entity(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, "&" + name + ";");
        }
        boolean hex = name.startsWith("#x");
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return code > 0 && code <= MAX_CODE ? Character.toString(code) : "\uFFFD";
        } catch (NumberFormatException e) {
            return "&" + name + ";";
        }
    }
}
