package alchemist.kernel.json;

import alchemist.kernel.Id;
import alchemist.kernel.Utf8;
import alchemist.kernel.schema.Output;

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

    /** Bytes as base64 (RFC 4648, section 4). */
    public JsonWriter base64(byte[] value) {
        return text(Base64.text(value));
    }

    /** A whole number. */
    public JsonWriter number(long value) {
        separate();
        if (value < 0) {
            ascii(Long.toString(value));
            return this;
        }
        int digits = 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            digits++;
        }
        int at = out.extend(digits) + digits;
        byte[] to = out.bytes();
        long rest = value;
        for (int i = 0; i < digits; i++) {
            to[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    /** An id in its written form. */
    public JsonWriter id(Id id) {
        separate();
        int at = out.extend(Id.TEXT_LENGTH + 2);
        byte[] to = out.bytes();
        to[at] = '"';
        id.write(to, at + 1);
        to[at + 1 + Id.TEXT_LENGTH] = '"';
        return this;
    }

    /**
     * A floating-point number, always with a point or an exponent; NaN and the infinities, which
     * JSON lacks, as strings.
     */
    public JsonWriter number(double value) {
        separate();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            quoted(RealText.of(value));
        } else {
            ascii(RealText.of(value));
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
        return String.valueOf(Utf8.read(out.bytes(), 0, out.size()));
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
        out.utf8(text, 0, text.length());
    }

    /** Most texts are ASCII that needs no escape: written as it is looked through. */
    private void quoted(String text) {
        int length = text.length();
        int at = out.extend(length + 2);
        byte[] to = out.bytes();
        to[at++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\') {
                out.truncate(at);
                quotedFrom(i, text);
                return;
            }
            to[at++] = (byte) c;
        }
        to[at] = '"';
    }

    /** The rest of a text whose beginning is written. */
    private void quotedFrom(int from, String text) {
        int run = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') {
                continue;
            }
            if (c >= 0x80
                    && Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (c >= 0x80 && !Character.isSurrogate(c) && c != 0x2028 && c != 0x2029) {
                continue;
            }
            out.utf8(text, run, i);
            escaped(c);
            run = i + 1;
        }
        out.utf8(text, run, text.length());
        out.u8('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> ascii("\\\"");
            case '\\' -> ascii("\\\\");
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            case '\t' -> ascii("\\t");
            default -> {
                ascii("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.u8(HEX.charAt((c >>> shift) & 15));
                }
            }
        }
    }
}
