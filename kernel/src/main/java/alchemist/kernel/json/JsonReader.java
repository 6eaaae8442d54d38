package alchemist.kernel.json;

import alchemist.kernel.Id;
import alchemist.kernel.Utf8;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Pulls JSON (RFC 8259) out of UTF-8 bytes, strictly: no comments, no trailing commas, no half of a
 * surrogate pair read as text, at most {@value #MAX_DEPTH} levels. Everything malformed throws
 * {@link MalformedJson} that names line and column.
 *
 * <p>Longer than other files: all of it moves one place in the bytes, which parts of their own
 * would have to hand to each other for every token.
 */
public final class JsonReader {
    /** How deep objects and arrays may nest. */
    public static final int MAX_DEPTH = 256;

    /** What {@link #nextName(JsonNames, int)} answers behind the last name. */
    public static final int NO_MORE = -1;

    /** What {@link #nextName(JsonNames, int)} answers for a name that is none of those. */
    public static final int ANOTHER = -2;

    /** So many digits always fit into 64 bits. */
    private static final int SURE_DIGITS = 18;

    /** What comes next. */
    public enum Kind {
        OBJECT,
        ARRAY,
        TEXT,
        NUMBER,
        FLAG,
        NULL,
        END
    }

    private final byte[] bytes;
    private final int end;
    private int at;
    private int begun;
    private int depth;
    private boolean first;
    private String another = "";
    private long taken;

    /** Reads a whole array. */
    public JsonReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** Reads a part of an array. */
    public JsonReader(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = offset;
        this.begun = offset;
        this.end = offset + length;
    }

    /** Reads a text. */
    public static JsonReader of(String json) {
        return new JsonReader(Utf8.bytes(json));
    }

    /** What comes next, without passing it. */
    public Kind peek() {
        space();
        begun = at;
        if (at >= end) {
            return Kind.END;
        }
        return switch (bytes[at]) {
            case '{' -> Kind.OBJECT;
            case '[' -> Kind.ARRAY;
            case '"' -> Kind.TEXT;
            case 't', 'f' -> Kind.FLAG;
            case 'n' -> Kind.NULL;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Kind.NUMBER;
            default -> throw wrong(shown(bytes[at]) + " begins no value");
        };
    }

    /** Enters an object; then {@link #nextName} until it returns null. */
    public void object() {
        enter('{', Kind.OBJECT);
    }

    /** Enters an array; then {@link #hasNext} until it is false. */
    public void array() {
        enter('[', Kind.ARRAY);
    }

    /** The name of the next field, or null after the last, when the object is left. */
    public @Nullable String nextName() {
        if (!another('}')) {
            return null;
        }
        if (bytes[at] != '"') {
            throw wrong("a name in quotes is expected");
        }
        begun = at;
        String name = string();
        space();
        expect(':');
        return name;
    }

    /**
     * The next name as one of those that are expected; {@link #NO_MORE} after the last, when the
     * object is left; {@link #ANOTHER} for any other name, which {@link #another} tells.
     *
     * @param likely the index of the one that is likely to come
     */
    public int nextName(JsonNames names, int likely) {
        if (!another('}')) {
            return NO_MORE;
        }
        if (bytes[at] != '"') {
            throw wrong("a name in quotes is expected");
        }
        begun = at;
        int index = names.find(bytes, at + 1, end, likely);
        if (index >= 0) {
            at += names.length(index) + 2;
        } else {
            another = string();
            index = names.indexOf(another);
        }
        if (at < end && bytes[at] == ':') {
            at++;
        } else {
            space();
            expect(':');
        }
        return index >= 0 ? index : ANOTHER;
    }

    /** The name that was none of those that are expected. */
    public String another() {
        return another;
    }

    /** Whether the array has another element; when not, the array is left. */
    public boolean hasNext() {
        return another(']');
    }

    /** A string. */
    public String text() {
        need(Kind.TEXT);
        return string();
    }

    /** Passes over a string that is one of those that are expected; its index, or -1 for none. */
    public int takesText(JsonNames texts) {
        need(Kind.TEXT);
        int index = texts.find(bytes, at + 1, end, 0);
        if (index >= 0) {
            at += texts.length(index) + 2;
        }
        return index;
    }

    /**
     * An id, from a string of its written form.
     *
     * @throws MalformedJson when it is none
     */
    public Id id() {
        need(Kind.TEXT);
        int close = at + 1 + Id.TEXT_LENGTH;
        Id id = close < end && bytes[close] == '"' ? Id.read(bytes, at + 1) : null;
        if (id != null) {
            at = close + 1;
            return id;
        }
        String text = string();
        try {
            return Id.parse(text);
        } catch (IllegalArgumentException e) {
            throw error(String.valueOf(e.getMessage()));
        }
    }

    /** Bytes, from a string of base64 (RFC 4648, section 4, with padding). */
    public byte[] base64() {
        byte[] bytes = Base64.bytes(text());
        if (bytes == null) {
            throw error("base64 is expected");
        }
        return bytes;
    }

    /** true or false. */
    public boolean flag() {
        need(Kind.FLAG);
        boolean value = bytes[at] == 't';
        word(value ? "true" : "false");
        return value;
    }

    /** null. */
    public void nothing() {
        need(Kind.NULL);
        word("null");
    }

    /** The digits of a number, as written. */
    public String number() {
        need(Kind.NUMBER);
        int start = at;
        if (bytes[at] == '-') {
            at++;
        }
        if (at < end && bytes[at] == '0') {
            at++;
        } else {
            digits();
        }
        if (at < end && bytes[at] == '.') {
            at++;
            digits();
        }
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            digits();
        }
        return ascii(start, at);
    }

    /** A whole number of 64 bits. */
    public long integer() {
        if (takesInteger()) {
            return taken;
        }
        String digits = number();
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw error("a whole number of 64 bits is expected, not " + digits);
        }
    }

    /**
     * Passes over the next value when it is a whole number of at most 18 digits, which {@link
     * #taken} then tells.
     */
    public boolean takesInteger() {
        if (peek() != Kind.NUMBER) {
            return false;
        }
        int i = at;
        boolean negative = bytes[i] == '-';
        if (negative) {
            i++;
        }
        int start = i;
        long number = 0;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9' && i - start < SURE_DIGITS) {
            number = number * 10 + (bytes[i] - '0');
            i++;
        }
        int digits = i - start;
        if (digits == 0 || (digits > 1 && bytes[start] == '0') || goesOn(i)) {
            return false;
        }
        at = i;
        first = false;
        taken = negative ? -number : number;
        return true;
    }

    /** Whether the number is longer, has a fraction or an exponent. */
    private boolean goesOn(int i) {
        if (i >= end) {
            return false;
        }
        byte b = bytes[i];
        return (b >= '0' && b <= '9') || b == '.' || b == 'e' || b == 'E';
    }

    /** The number that was passed over last. */
    public long taken() {
        return taken;
    }

    /** A floating-point number; NaN and the infinities as {@link JsonWriter} writes them. */
    public double real() {
        if (peek() == Kind.TEXT) {
            return switch (string()) {
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> throw error("a number is expected");
            };
        }
        double number = RealText.parse(number());
        if (Double.isInfinite(number)) {
            throw error("the number is too large for 64 bits");
        }
        return number;
    }

    /** Passes over the next value, whatever it is. */
    public void skip() {
        switch (peek()) {
            case OBJECT -> {
                object();
                while (nextName() != null) {
                    skip();
                }
            }
            case ARRAY -> {
                array();
                while (hasNext()) {
                    skip();
                }
            }
            case TEXT -> string();
            case NUMBER -> number();
            case FLAG -> flag();
            case NULL -> nothing();
            case END -> throw error("a value is expected");
        }
    }

    /**
     * Where the next byte is: with {@link #skip}, the bytes of a value can be kept aside and read
     * later.
     */
    public int position() {
        space();
        return at;
    }

    /** The bytes that are read. */
    public byte[] bytes() {
        return bytes;
    }

    /** Fails unless everything was read. */
    public void end() {
        if (peek() != Kind.END) {
            throw error("nothing more is expected");
        }
    }

    /**
     * The error to throw for the name or value that was read last: its message ends with line and
     * column, both from 1, in characters, where that begins.
     */
    public MalformedJson error(String what) {
        return errorAt(begun, what);
    }

    /** What is wrong with the next byte. */
    private MalformedJson wrong(String what) {
        return errorAt(at, what);
    }

    private MalformedJson errorAt(int place, String what) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < place && i < end; i++) {
            if (bytes[i] == '\n') {
                line++;
                column = 1;
            } else if ((bytes[i] & 0xC0) != 0x80) {
                column++; // not for what continues a character
            }
        }
        return new MalformedJson(what + " (line " + line + ", column " + column + ")");
    }

    private void enter(char bracket, Kind kind) {
        need(kind);
        expect(bracket);
        if (++depth > MAX_DEPTH) {
            throw error("nested deeper than " + MAX_DEPTH);
        }
        first = true;
    }

    private boolean another(char closing) {
        space();
        if (at < end && bytes[at] == closing) {
            at++;
            depth--;
            first = false;
            return false;
        }
        if (!first) {
            expect(',');
            space();
        }
        first = false;
        if (at >= end) {
            throw wrong("the text ends inside " + (closing == '}' ? "an object" : "an array"));
        }
        return true;
    }

    private void need(Kind kind) {
        Kind found = peek();
        if (found != kind) {
            throw error(kind + " is expected, not " + found);
        }
        first = false;
    }

    private String string() {
        int start = ++at;
        byte[] from = bytes;
        for (int i = start; i < end; i++) {
            byte b = from[i];
            if (b == '"') {
                at = i + 1;
                return ascii(start, i);
            }
            if (b == '\\' || b < 0x20) {
                at = i;
                if (b >= 0 && b < 0x20) {
                    throw wrong("a control character inside a string must be escaped");
                }
                return longString(start);
            }
        }
        at = end;
        throw wrong("a string without end");
    }

    private String longString(int start) {
        StringBuilder text = new StringBuilder(at - start + 16);
        int run = start;
        while (at < end) {
            byte b = bytes[at];
            if (b == '"') {
                text.append(utf8(run, at++));
                return wellFormed(text);
            }
            if (b == '\\') {
                text.append(utf8(run, at++));
                text.append(escape());
                run = at;
            } else if (b >= 0 && b < 0x20) {
                throw wrong("a control character inside a string must be escaped");
            } else {
                at++;
            }
        }
        throw wrong("a string without end");
    }

    private String utf8(int from, int to) {
        String text = Utf8.read(bytes, from, to - from);
        if (text == null) {
            throw error("this is not UTF-8");
        }
        return text;
    }

    private String ascii(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private String wellFormed(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw error("half of a surrogate pair is no character");
            }
        }
        return text.toString();
    }

    private char escape() {
        if (at >= end) {
            throw wrong("a string without end");
        }
        return switch (bytes[at++]) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("an escape that JSON does not know");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < end ? hexDigit(bytes[at]) : -1;
            if (digit < 0) {
                throw wrong("four hexadecimal digits are expected");
            }
            code = code << 4 | digit;
            at++;
        }
        return (char) code;
    }

    private static String shown(byte b) {
        return b > ' ' && b < 0x7f ? "'" + (char) b + "'" : "the byte " + (b & 0xff);
    }

    private static int hexDigit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    private void digits() {
        int start = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong("a digit is expected");
        }
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
    }

    private void expect(char c) {
        if (at >= end || bytes[at] != c) {
            throw wrong("'" + c + "' is expected");
        }
        at++;
    }

    private void space() {
        while (at < end
                && (bytes[at] == ' '
                        || bytes[at] == '\n'
                        || bytes[at] == '\r'
                        || bytes[at] == '\t')) {
            at++;
        }
    }
}
