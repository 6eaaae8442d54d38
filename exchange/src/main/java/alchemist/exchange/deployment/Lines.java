package alchemist.exchange.deployment;

/** Looks at the lines of YAML before it is parsed. */
final class Lines {
    private Lines() {}

    /** Whether a line begins with a name and a colon, as names of the outermost map do. */
    static boolean hasKey(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || text.charAt(at - 1) == '\n' || isMark(text, at);
            if (begins && end < text.length() && text.charAt(end) == ':') {
                return true;
            }
        }
        return false;
    }

    /** Whether only the mark of UTF-8 stands before. */
    private static boolean isMark(String text, int at) {
        return at == 3 && text.charAt(0) == 0xEF;
    }
}
