package alchemist.exchange.notebook;

/** Which lines of Python begin something: not those within brackets, or in a text of several. */
final class PythonLines {
    private static final int QUOTES = 3;

    /** The quotes that end the text of several lines that is open, or empty. */
    private String text = "";

    private int brackets;
    private boolean goesOn;
    private boolean command;

    /** Whether the next line goes on with what was before it. */
    boolean isOpen() {
        return !text.isEmpty() || brackets > 0 || goesOn;
    }

    /** Whether the next line goes on with a command that is no Python. */
    boolean isCommand() {
        return command;
    }

    /** The next line is a command of a shell or the like. */
    void command(String line) {
        goesOn = line.endsWith("\\");
        command = goesOn;
    }

    /** The next line is Python, or goes on with what was before it. */
    void line(String line) {
        if (command) {
            command(line);
            return;
        }
        goesOn = false;
        int at = 0;
        while (at < line.length()) {
            at = text.isEmpty() ? code(line, at) : text(line, at);
        }
    }

    /** Takes a sign, and answers what stands behind it. */
    private int code(String line, int at) {
        char c = line.charAt(at);
        switch (c) {
            case '#' -> {
                return line.length();
            }
            case '\\' -> goesOn = at == line.length() - 1;
            case '(', '[', '{' -> brackets++;
            case ')', ']', '}' -> brackets = Math.max(0, brackets - 1);
            case '"', '\'' -> {
                String three = String.valueOf(c).repeat(QUOTES);
                if (line.startsWith(three, at)) {
                    text = three;
                    return at + QUOTES;
                }
                return endOfText(line, at);
            }
            default -> {}
        }
        return at + 1;
    }

    /** Behind a text that ends in its line, or the end of the line. */
    private static int endOfText(String line, int from) {
        int at = from + 1;
        while (at < line.length() && line.charAt(at) != line.charAt(from)) {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, line.length());
    }

    private int text(String line, int from) {
        int at = from;
        while (at < line.length() && !line.startsWith(text, at)) {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= line.length()) {
            return line.length();
        }
        int end = at + text.length();
        text = "";
        return end;
    }
}
