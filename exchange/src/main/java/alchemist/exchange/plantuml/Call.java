package alchemist.exchange.plantuml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call of a macro.
 *
 * @param given the arguments in their places
 * @param named those with a name
 * @param rest what stands behind it
 */
record Call(String name, List<String> given, Map<String, String> named, String rest) {
    private static final Pattern NAME = Pattern.compile("([A-Za-z_]\\w*)\\s*\\(");
    private static final Pattern NAMED = Pattern.compile("\\$(\\w+)\\s*=\\s*(.*)", Pattern.DOTALL);

    /** The name of what a line calls, or empty. */
    static String name(String line) {
        Matcher name = NAME.matcher(line);
        return name.lookingAt() ? name.group(1) : "";
    }

    /** Reads a call; null where it does not end. */
    static @Nullable Call of(String text) {
        Matcher begun = NAME.matcher(text);
        if (!begun.lookingAt()) {
            return null;
        }
        List<String> given = new ArrayList<>();
        Map<String, String> named = new HashMap<>();
        int depth = 1;
        boolean quoted = false;
        int from = begun.end();
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')') {
                depth--;
            }
            if (!quoted && (depth == 0 || (depth == 1 && c == ','))) {
                note(text.substring(from, i).strip(), given, named);
                from = i + 1;
            }
            if (depth == 0) {
                return new Call(begun.group(1), given, named, text.substring(i + 1).strip());
            }
        }
        return null;
    }

    private static void note(String argument, List<String> given, Map<String, String> named) {
        Matcher name = NAMED.matcher(argument);
        if (name.matches()) {
            named.put(name.group(1), UmlText.of(name.group(2)));
        } else {
            given.add(UmlText.of(argument));
        }
    }
}
