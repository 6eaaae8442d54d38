package alchemist.exchange.notebook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Empties what came out of cells and what is attached to them, before anything is read: pictures of
 * many megabytes, and what programs write that is no JSON, such as {@code NaN}. All else stays
 * where it is.
 */
final class Outputs {
    private static final List<byte[]> NAMES =
            List.of(
                    "\"outputs\"".getBytes(StandardCharsets.US_ASCII),
                    "\"attachments\"".getBytes(StandardCharsets.US_ASCII));

    private final byte[] json;

    private Outputs(byte[] json) {
        this.json = json;
    }

    /** The same without them. */
    static byte[] without(byte[] json) {
        Outputs outputs = new Outputs(json.clone());
        for (int at = 0; at < json.length; at++) {
            if (json[at] == '"') {
                int end = outputs.endOfText(at);
                at = outputs.isName(at, end) ? outputs.passed(end) : end - 1;
            }
        }
        return outputs.json;
    }

    private boolean isName(int from, int end) {
        return NAMES.stream()
                .anyMatch(name -> Arrays.equals(json, from, end, name, 0, name.length));
    }

    /** Where the last byte is of the value behind a name, which is emptied. */
    private int passed(int end) {
        int colon = pastSpace(end);
        if (colon == json.length || json[colon] != ':') {
            return end - 1;
        }
        int from = pastSpace(colon + 1);
        int last = from < json.length && isOpening(json[from]) ? closing(from) : -1;
        if (last < 0) {
            return end - 1; // who reads it tells where it ends
        }
        for (int i = from + 1; i < last; i++) {
            json[i] = json[i] == '\n' ? json[i] : (byte) ' ';
        }
        return last;
    }

    private int pastSpace(int from) {
        int at = from;
        while (at < json.length && json[at] <= ' ' && json[at] > 0) {
            at++;
        }
        return at;
    }

    /** The bracket that closes one, or -1. */
    private int closing(int from) {
        int depth = 0;
        for (int at = from; at < json.length; at++) {
            if (json[at] == '"') {
                at = endOfText(at) - 1;
            } else if (isOpening(json[at])) {
                depth++;
            } else if ((json[at] == ']' || json[at] == '}') && --depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isOpening(byte b) {
        return b == '[' || b == '{';
    }

    /** Behind the quotes that end a text. */
    private int endOfText(int from) {
        int at = from + 1;
        while (at < json.length && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, json.length);
    }
}
