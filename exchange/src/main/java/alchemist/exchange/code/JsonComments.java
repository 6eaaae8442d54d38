package alchemist.exchange.code;

/** JSON as settings are written: with comments, and with commas behind the last of a list. */
final class JsonComments {
    private JsonComments() {}

    /** The same without them. */
    static String without(String json) {
        StringBuilder plain = new StringBuilder(json.length());
        int comma = -1;
        for (int i = 0; i < json.length(); ) {
            char c = json.charAt(i);
            if (c == '"') {
                int end = endOfText(json, i);
                plain.append(json, i, end);
                comma = -1;
                i = end;
            } else if (json.startsWith("//", i)) {
                int end = json.indexOf('\n', i);
                i = end < 0 ? json.length() : end;
            } else if (json.startsWith("/*", i)) {
                int end = json.indexOf("*/", i + 2);
                i = end < 0 ? json.length() : end + 2;
            } else {
                if ((c == '}' || c == ']') && comma >= 0) {
                    plain.setCharAt(comma, ' ');
                }
                if (c == ',') {
                    comma = plain.length();
                } else if (!Character.isWhitespace(c)) {
                    comma = -1;
                }
                plain.append(c == '\uFEFF' ? ' ' : c);
                i++;
            }
        }
        return plain.toString();
    }

    private static int endOfText(String json, int from) {
        int i = from + 1;
        while (i < json.length() && json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, json.length());
    }
}
