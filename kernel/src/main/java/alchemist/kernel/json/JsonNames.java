package alchemist.kernel.json;

import alchemist.kernel.Utf8;
import java.util.List;

/**
 * Names that a reader expects in an object, so that it need not make a text of each. Immutable; for
 * any thread.
 */
public final class JsonNames {
    private final List<String> names;
    private final byte[][] bytes;

    /** These names, without quotes and backslashes in them. */
    public JsonNames(List<String> names) {
        this.names = List.copyOf(names);
        this.bytes = new byte[names.size()][];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Utf8.bytes(names.get(i));
        }
    }

    /** The index of a name; -1 for none. */
    public int indexOf(String name) {
        return names.indexOf(name);
    }

    /**
     * The index of the name that stands at a place and ends with a quote, tried first from a likely
     * one on; -1 for none.
     */
    int find(byte[] text, int from, int end, int likely) {
        for (int tried = 0, i = likely; tried < bytes.length; tried++, i++) {
            if (i >= bytes.length) {
                i = 0;
            }
            if (stands(bytes[i], text, from, end)) {
                return i;
            }
        }
        return -1;
    }

    int length(int index) {
        return bytes[index].length;
    }

    private static boolean stands(byte[] name, byte[] text, int from, int end) {
        if (end - from <= name.length || text[from + name.length] != '"') {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (text[from + i] != name[i]) {
                return false;
            }
        }
        return true;
    }
}
