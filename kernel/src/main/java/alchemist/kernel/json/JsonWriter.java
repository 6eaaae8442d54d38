package alchemist.kernel.json;

import alchemist.kernel.schema.Output;
import java.nio.charset.StandardCharsets;

/**
 * Writes JSON (RFC 8259) as UTF-8. Commas and colons are put where they belong. One thread at a
 * time.
 */
public final class JsonWriter {
    private static final String HEX = "0123456789abcdef";
    private final Output out;
    private boolean comma;

    /** Writes into an output. */
    public JsonWriter(Output out) {
        this.out = out;
    }

    /** A writer with an output of its own. */
    public JsonWriter() {
        this(new Output(256));
    }

    /** Begins an object. */
    public JsonWriter object() {
        return begin('{');
    }

    /** Ends an object. */
    public JsonWriter endObject() {
        return end('}');
    }

    /** Begins an array. */
    public JsonWriter array() {
        return begin('[');
    }

    /** Ends an array. */
    public JsonWriter endArray() {
        return end(']');
    }

    /** The name of the value that follows. */
    public JsonWriter name(String name) {
        separate();
        quoted(name);
        out.u8(':');
        comma = false;
        return this;
    }

    /** A string. */
    public JsonWriter text(String value) {
        separate();
        quoted(value);
        return this;
    }

    /** A whole number. */
    public JsonWriter number(long value) {
        separate();
        ascii(Long.toString(value));
        return this;
    }

    /**
     * A floating-point number, always with a point or an exponent; NaN and the infinities, which
     * JSON lacks, as strings.
     */
    public JsonWriter number(double value) {
        separate();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            quoted(Double.toString(value));
        } else {
            ascii(Double.toString(value));
        }
        return this;
    }

    /** true or false. */
    public JsonWriter flag(boolean value) {
        separate();
        ascii(value ? "true" : "false");
        return this;
    }

    /** null. */
    public JsonWriter nothing() {
        separate();
        ascii("null");
        return this;
    }

    /** JSON text that is already written. */
    public JsonWriter raw(byte[] json) {
        separate();
        out.raw(json, 0, json.length);
        return this;
    }

    /** A named string. */
    public JsonWriter field(String name, String value) {
        return name(name).text(value);
    }

    /** A named number. */
    public JsonWriter field(String name, long value) {
        return name(name).number(value);
    }

    /** A named flag. */
    public JsonWriter field(String name, boolean value) {
        return name(name).flag(value);
    }

    /** Ends a line of NDJSON. */
    public JsonWriter line() {
        out.u8('\n');
        comma = false;
        return this;
    }

    /** Where the bytes are. */
    public Output output() {
        return out;
    }

    /** What was written. */
    public byte[] toBytes() {
        return out.toBytes();
    }

    @Override
    public String toString() {
        return new String(out.bytes(), 0, out.size(), StandardCharsets.UTF_8);
    }

    private JsonWriter begin(char bracket) {
        separate();
        out.u8(bracket);
        comma = false;
        return this;
    }

    private JsonWriter end(char bracket) {
        out.u8(bracket);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            out.u8(',');
        }
        comma = true;
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            out.u8(text.charAt(i));
        }
    }

    private void quoted(String text) {
        out.u8('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\' || c == 0x7f) {
                escaped(c);
            } else if (c < 0x80) {
                out.u8(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                utf8(Character.toCodePoint(c, text.charAt(++i)));
            } else if (Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
                unicode(c);
            } else {
                utf8(c);
            }
        }
        out.u8('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> ascii("\\\"");
            case '\\' -> ascii("\\\\");
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            case '\t' -> ascii("\\t");
            default -> unicode(c);
        }
    }

    private void unicode(char c) {
        ascii("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.u8(HEX.charAt((c >>> shift) & 15));
        }
    }

    private void utf8(int codePoint) {
        if (codePoint < 0x800) {
            out.u8(0xC0 | (codePoint >> 6));
        } else if (codePoint < 0x10000) {
            out.u8(0xE0 | (codePoint >> 12));
            out.u8(0x80 | ((codePoint >> 6) & 63));
        } else {
            out.u8(0xF0 | (codePoint >> 18));
            out.u8(0x80 | ((codePoint >> 12) & 63));
            out.u8(0x80 | ((codePoint >> 6) & 63));
        }
        out.u8(0x80 | (codePoint & 63));
    }
}
