package alchemist.exchange.git;

import java.util.regex.Pattern;

/**
 * What of a commit's message is prose: without code, without what tools printed, and without what
 * looks like a number but counts something else. What is taken out is blank, so that places stay.
 */
final class Prose {
    /** Of longer messages only the beginning is looked at. */
    private static final int LONGEST = 1 << 14;

    private static final Pattern FENCE = Pattern.compile("^ {0,3}(```|~~~)");
    private static final Pattern INDENTED = Pattern.compile("^(?: {4}|\\t)");
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`]*`");

    /** As debuggers print them: {@code #1 0x0000 in main ()}. */
    private static final Pattern FRAME =
            Pattern.compile("^\\s*#\\d+:?\\s+(?:0x|in |at |[\\w.:<>$~]+ ?\\()");

    private static final Pattern COLOUR_WORD =
            Pattern.compile(
                    "colou?r|background|border|fill|stroke|shade|palette|rgb|\\bhex\\b|\\bcss\\b|theme",
                    Pattern.CASE_INSENSITIVE);

    /** Digits that could be a colour. */
    private static final Pattern COLOUR = Pattern.compile("#(?:\\d{3,4}|\\d{6}|\\d{8})\\b");

    private Prose() {}

    /** The prose of a message. */
    static String of(String message) {
        String[] lines =
                (message.length() > LONGEST ? message.substring(0, LONGEST) : message)
                        .split("\n", -1);
        StringBuilder prose = new StringBuilder();
        boolean fenced = false;
        boolean mayBeCode = true;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            boolean fence = FENCE.matcher(line).find();
            boolean code = i > 0 && mayBeCode && INDENTED.matcher(line).find();
            boolean frame = line.indexOf('#') >= 0 && FRAME.matcher(line).find();
            boolean isProse = !fence && !fenced && !code && !frame;
            prose.append(isProse ? plain(line) : "").append('\n');
            fenced ^= fence;
            mayBeCode = code || line.isBlank();
        }
        return prose.toString();
    }

    private static String plain(String line) {
        String text = line.indexOf('`') >= 0 ? blank(INLINE_CODE, line) : line;
        return text.indexOf('#') >= 0 && COLOUR_WORD.matcher(text).find()
                ? blank(COLOUR, text)
                : text;
    }

    /** The text with what matches made blank. */
    static String blank(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
    }
}
