package alchemist.exchange.graphfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keys that a format has other uses for, and lists of types in one text. */
public final class Escapes {
    private static final String MARK = "_";

    private Escapes() {}

    /** A key as an export writes it beside the format's own. */
    public static String key(String key, Set<String> reserved) {
        return reserved.contains(key) || key.startsWith(MARK) ? MARK + key : key;
    }

    /** The key that an export wrote. */
    public static String plainKey(String written) {
        return written.startsWith(MARK) ? written.substring(1) : written;
    }

    /** Types in one text. */
    public static String types(List<String> types) {
        return String.join(
                ";", types.stream().map(t -> t.replace("\\", "\\\\").replace(";", "\\;")).toList());
    }

    /** The types that an export wrote into one text. */
    public static List<String> types(String text) {
        List<String> types = new ArrayList<>();
        StringBuilder type = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                type.append(text.charAt(++i));
            } else if (c == ';') {
                types.add(type.toString());
                type.setLength(0);
            } else {
                type.append(c);
            }
        }
        if (!text.isEmpty()) {
            types.add(type.toString());
        }
        return types;
    }
}
