package alchemist.exchange.mermaid;

import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An attribute or a method of a class; what is not told is empty.
 *
 * @param parameters of a method, as they are written
 */
record ClassMember(
        boolean method,
        String name,
        String type,
        String parameters,
        String visibility,
        String classifier) {

    /** Reads a line of a class's body; null where there is nothing in it. */
    static @Nullable ClassMember of(String line) {
        String text = line.strip();
        String visibility = visibility(text);
        if (!visibility.isEmpty()) {
            text = text.substring(1).strip();
        }
        while (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        int close = text.lastIndexOf(')');
        int begin = text.indexOf('(');
        ClassMember member =
                close > begin && begin > 0
                        ? method(text, begin, close, visibility)
                        : attribute(text, visibility);
        return member.name().isEmpty() ? null : member;
    }

    private static ClassMember method(String text, int begin, int close, String visibility) {
        String before = text.substring(0, begin).strip();
        String parameters = generics(text.substring(begin + 1, close).strip());
        String after = text.substring(close + 1).strip();
        String classifier = "";
        if (after.startsWith("*") || after.startsWith("$")) {
            classifier = classifier(after.charAt(0));
            after = after.substring(1).strip();
        } else if (after.endsWith("*") || after.endsWith("$")) {
            classifier = classifier(after.charAt(after.length() - 1));
            after = after.substring(0, after.length() - 1).strip();
        }
        if (after.startsWith(":")) {
            after = after.substring(1).strip();
        }
        String name = before;
        int space = lastBlank(before);
        if (after.isEmpty() && space > 0) {
            after = before.substring(0, space).strip();
            name = before.substring(space + 1).strip();
        }
        return new ClassMember(
                true,
                Labels.of(generics(name)),
                Labels.of(generics(after)),
                Labels.of(parameters),
                visibility,
                classifier);
    }

    private static ClassMember attribute(String whole, String visibility) {
        String text = whole;
        String classifier = "";
        if (text.endsWith("*") || text.endsWith("$")) {
            classifier = classifier(text.charAt(text.length() - 1));
            text = text.substring(0, text.length() - 1).strip();
        }
        int colon = text.indexOf(':');
        String name = text;
        String type = "";
        int space = lastBlank(text);
        if (colon > 0) {
            name = text.substring(0, colon).strip();
            type = text.substring(colon + 1).strip();
        } else if (space > 0 && text.indexOf('=') < 0) {
            type = text.substring(0, space).strip();
            name = text.substring(space + 1).strip();
        }
        return new ClassMember(
                false,
                Labels.of(generics(name)),
                Labels.of(generics(type)),
                "",
                visibility,
                classifier);
    }

    private static int lastBlank(String text) {
        int at = text.length() - 1;
        while (at >= 0 && !Cursor.isBlank(text.charAt(at))) {
            at--;
        }
        return at;
    }

    private static String visibility(String text) {
        if (text.length() < 2) {
            return "";
        }
        return switch (text.charAt(0)) {
            case '+' -> "public";
            case '-' -> "private";
            case '#' -> "protected";
            case '~' -> "package";
            default -> "";
        };
    }

    private static String classifier(char sign) {
        return sign == '$' ? "static" : "abstract";
    }

    /** {@code List~List~T~~} as {@code List<List<T>>}. */
    static String generics(String text) {
        if (text.indexOf('~') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '~') {
                out.append(c);
                continue;
            }
            boolean opens =
                    i > 0
                            && Cursor.isWord(text.charAt(i - 1))
                            && i + 1 < text.length()
                            && Cursor.isWord(text.charAt(i + 1));
            if (opens) {
                depth++;
                out.append('<');
            } else if (depth > 0) {
                depth--;
                out.append('>');
            } else {
                out.append('~');
            }
        }
        return out.toString();
    }

    /** Whether it is no more than a name, as the values of an enumeration are. */
    boolean literal() {
        return !method && type.isEmpty();
    }

    /** As a map; what is not told is not in it. */
    Value value() {
        return new Value.MapOf(
                Properties.of(
                        Draft.texts(
                                "name", name,
                                "type", type,
                                "parameters", parameters,
                                "visibility", visibility,
                                "classifier", classifier)));
    }
}
