package alchemist.exchange.rdf;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of Turtle, and how far it is read: names, IRIs, texts and numbers. */
final class TurtleScanner {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?([0-9]+\\.?[0-9]*[eE][+-]?[0-9]+|\\.[0-9]+([eE][+-]?[0-9]+)?|[0-9]*\\.[0-9]+|[0-9]+)");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]++(?:-[a-zA-Z0-9]++)*+");
    private static final String LOCAL_ESCAPES = "_~.-!$&'()*+,;=/?#@%";

    private final String text;
    private final String where;
    private int at;

    TurtleScanner(String text, String where) {
        this.text = text;
        this.where = where;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    /** How many characters are left. */
    int left() {
        return text.length() - at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The next character; NUL behind the end. */
    char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    boolean sees(String wanted) {
        return text.startsWith(wanted, at);
    }

    boolean take(String wanted) {
        if (!sees(wanted)) {
            return false;
        }
        at += wanted.length();
        return true;
    }

    /** Takes a word in letters of either case, where a space or an IRI stands behind it. */
    boolean takeKeyword(String word) {
        int end = at + word.length();
        boolean there =
                text.regionMatches(true, at, word, 0, word.length())
                        && end < text.length()
                        && (text.charAt(end) <= ' ' || text.charAt(end) == '<');
        at = there ? end : at;
        return there;
    }

    /** Takes a word where it is not the beginning of a name. */
    boolean takeWord(String word) {
        int end = at + word.length();
        boolean there =
                sees(word)
                        && (end == text.length()
                                || (!isNamePart(text.charAt(end)) && text.charAt(end) != ':'));
        at = there ? end : at;
        return there;
    }

    /** What may stand before the colon of a name; perhaps nothing. */
    String prefix() {
        int from = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    String number() throws ReadingFailed {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw error("a number is expected, not " + shown());
        }
        at = number.end();
        return number.group();
    }

    /** The language behind {@code @}. */
    String language() throws ReadingFailed {
        Matcher language = LANGUAGE.matcher(text).region(at + 1, text.length());
        if (!language.lookingAt()) {
            throw error("a language is expected behind '@'");
        }
        at = language.end();
        return language.group();
    }

    /** A text in quotation marks. */
    String quoted() throws ReadingFailed {
        int from = at;
        char quote = text.charAt(at);
        String three = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(three, at);
        at += isLong ? 3 : 1;
        StringBuilder read = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isLong ? text.startsWith(three, at) : c == quote) {
                at += isLong ? 3 : 1;
                // of a long one, quotation marks may stand right before its end
                while (isLong && at < text.length() && text.charAt(at) == quote) {
                    read.append(quote);
                    at++;
                }
                return read.toString();
            }
            if (!isLong && (c == '\n' || c == '\r')) {
                break;
            }
            at++;
            if (c == '\\') {
                escape(read);
            } else {
                read.append(c);
            }
        }
        at = from;
        throw error("a text without end");
    }

    private void escape(StringBuilder read) throws ReadingFailed {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        switch (c) {
            case 't' -> read.append('\t');
            case 'b' -> read.append('\b');
            case 'n' -> read.append('\n');
            case 'r' -> read.append('\r');
            case 'f' -> read.append('\f');
            case '"', '\'', '\\' -> read.append(c);
            case 'u', 'U' -> read.appendCodePoint(code(c == 'u' ? 4 : 8));
            default -> throw error("an escape that Turtle does not know");
        }
    }

    private int code(int digits) throws ReadingFailed {
        try {
            int code = Integer.parseInt(text, at, at + digits, 16);
            if (!Character.isValidCodePoint(code)) {
                throw error("an escape that is no character");
            }
            at += digits;
            return code;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw error(digits + " hexadecimal digits are expected");
        }
    }

    /** An IRI in angle brackets, as it is written. */
    String iriReference() throws ReadingFailed {
        if (at >= text.length() || text.charAt(at) != '<') {
            throw error("an IRI in angle brackets is expected");
        }
        int from = at++;
        StringBuilder iri = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '>') {
                return iri.toString();
            }
            if (c == '\\') {
                char kind = at < text.length() ? text.charAt(at++) : ' ';
                if (kind != 'u' && kind != 'U') {
                    throw error("an escape that no IRI has");
                }
                iri.appendCodePoint(code(kind == 'u' ? 4 : 8));
            } else if (c <= ' ' || "<\"{}|^`".indexOf(c) >= 0) {
                at--;
                throw error("an IRI has no such character: " + shown());
            } else {
                iri.append(c);
            }
        }
        at = from;
        throw error("an IRI without end");
    }

    /** What stands behind the colon of a name. */
    String localName() throws ReadingFailed {
        StringBuilder name = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                char escaped = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
                if (LOCAL_ESCAPES.indexOf(escaped) < 0) {
                    throw error("an escape that no name has");
                }
                name.append(escaped);
                at += 2;
            } else if (isNamePart(c) || c == ':' || c == '%') {
                name.append(c);
                at++;
            } else {
                break;
            }
        }
        // A dot at the end ends the statement.
        while (!name.isEmpty()
                && name.charAt(name.length() - 1) == '.'
                && text.charAt(at - 1) == '.'
                && (at < 2 || text.charAt(at - 2) != '\\')) {
            name.setLength(name.length() - 1);
            at--;
        }
        return name.toString();
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c)
                || c == '_'
                || c == '-'
                || c == '.'
                || c == '\u00B7'
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Takes a sign, and the space before it. */
    boolean skip(char c) {
        space();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char c) throws ReadingFailed {
        if (!skip(c)) {
            throw error("'" + c + "' is expected, not " + shown());
        }
    }

    /** Goes behind spaces and comments. */
    void space() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                at++;
            } else {
                return;
            }
        }
    }

    /** What stands here, to be shown in a message. */
    String shown() {
        return at < text.length()
                ? "'" + Character.toString(text.codePointAt(at)) + "'"
                : "the end";
    }

    /** What is wrong at this place. */
    ReadingFailed error(String what) {
        return new ReadingFailed(
                where + " is no Turtle: " + what + " (" + FileText.place(text, at) + ")");
    }
}
