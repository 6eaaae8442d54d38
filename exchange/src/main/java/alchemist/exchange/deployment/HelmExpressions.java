package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What expressions in templates of Helm say, as far as the chart's own files tell: its values, its
 * name, and the functions that only change how a text is written. A release is taken to be called
 * like its chart, and so is what helpers make of both.
 */
final class HelmExpressions {
    private static final Pattern INDENT = Pattern.compile("\\bn?indent\\s+(\\d{1,3})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern FORMAT = Pattern.compile("%[sdvq]");

    /** Longer expressions, deeper ones and larger values are not looked into. */
    private static final int MAX_CHARS = 4_000;

    private static final int MAX_DEPTH = 20;
    private static final int MAX_WRITTEN = 100_000;

    private final Tree chart;
    private final Tree values;
    private final Map<String, Tree> variables = new HashMap<>();
    private @Nullable Tree dot;
    private boolean dotIsTop = true;

    HelmExpressions(Tree chart, Tree values) {
        this.chart = chart;
        this.values = values;
    }

    /** What {@code .} is in a block; null where it is the top or not known. */
    @Nullable Tree dot() {
        return dotIsTop ? TOP : dot;
    }

    private static final Tree TOP = Tree.text("", 0);

    void dot(@Nullable Tree to) {
        dotIsTop = to == TOP;
        dot = dotIsTop ? null : to;
    }

    void assign(String name, @Nullable Tree value) {
        if (value == null) {
            variables.remove(name);
        } else {
            variables.put(name, value);
        }
    }

    static boolean isTrue(Tree value) {
        return value.isMap()
                || value.isList()
                || !(value.text().isEmpty()
                        || value.text().equals("false")
                        || value.text().equals("0"));
    }

    /** How far to the right an action puts what it gives; -1 where it does not say. */
    static int indent(String action) {
        Matcher matcher = INDENT.matcher(action);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /** The value of an expression; null where it is not known. */
    @Nullable Tree value(String expression) {
        return expression.length() > MAX_CHARS ? null : value(expression, 0);
    }

    private @Nullable Tree value(String expression, int depth) {
        if (depth > MAX_DEPTH) {
            return null;
        }
        @Nullable Tree piped = null;
        boolean first = true;
        for (String part : split(expression, '|')) {
            List<String> words = split(part.strip(), ' ');
            if (words.isEmpty()) {
                return null;
            }
            List<@Nullable Tree> arguments = new ArrayList<>();
            for (String word : words.subList(1, words.size())) {
                arguments.add(value(word, depth + 1));
            }
            if (!first) {
                arguments.add(piped);
            }
            piped =
                    first && words.size() == 1
                            ? operand(words.getFirst(), depth)
                            : call(words, arguments);
            first = false;
        }
        return piped;
    }

    /** The parts between signs that stand in no brackets and no text. */
    private static List<String> split(String text, char between) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                i += c == '\\' && quote == '"' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '`') {
                quote = c;
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            } else if (depth == 0 && (c == between || (between == ' ' && c <= ' '))) {
                if (i > from) {
                    parts.add(text.substring(from, i));
                }
                from = i + 1;
            }
        }
        if (from < text.length()) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    private @Nullable Tree operand(String word, int depth) {
        char c = word.charAt(0);
        if (c == '"' || c == '`') {
            return word.length() > 1 ? Tree.text(word.substring(1, word.length() - 1), 0) : null;
        }
        if (c == '(') {
            return word.endsWith(")")
                    ? value(word.substring(1, word.length() - 1).strip(), depth + 1)
                    : null;
        }
        if (NUMBER.matcher(word).matches() || word.equals("true") || word.equals("false")) {
            return Tree.text(word, 0);
        }
        if (c == '$' && !word.startsWith("$.")) {
            int point = word.indexOf('.');
            Tree named = variables.get(point < 0 ? word : word.substring(0, point));
            return named == null || point < 0 ? named : below(named, word.substring(point + 1));
        }
        String path = word.startsWith("$.") ? word.substring(1) : word;
        if (path.startsWith(".Values.")) {
            return below(values, path.substring(".Values.".length()));
        }
        switch (path) {
            case ".Release.Name", ".Chart.Name" -> {
                return Tree.text(chart.text("name"), 0);
            }
            case ".Release.Namespace" -> {
                return Tree.text("", 0); // whoever deploys chooses
            }
            case ".Release.Service" -> {
                return Tree.text("Helm", 0);
            }
            case ".Chart.Version" -> {
                return Tree.text(chart.text("version"), 0);
            }
            case ".Chart.AppVersion" -> {
                return Tree.text(chart.text("appVersion"), 0);
            }
            default -> {}
        }
        @Nullable Tree here = dot;
        return c != '.' || here == null
                ? null
                : path.equals(".") ? here : below(here, path.substring(1));
    }

    /** What is at a path; nothing where the values do not have it. */
    private static Tree below(Tree top, String path) {
        Tree found = top;
        for (String name : path.split("\\.", -1)) {
            found = found.at(name);
        }
        return found;
    }

    private @Nullable Tree call(List<String> words, List<@Nullable Tree> arguments) {
        String function = words.getFirst();
        @Nullable Tree last = arguments.isEmpty() ? null : arguments.getLast();
        return switch (function) {
            case "include", "template" -> included(words, arguments);
            case "default" -> {
                if (arguments.size() < 2 || last == null) {
                    yield null;
                }
                yield isTrue(last) ? last : arguments.getFirst();
            }
            case "coalesce" -> {
                for (Tree one : arguments) {
                    if (one == null || isTrue(one)) {
                        yield one;
                    }
                }
                yield last;
            }
            case "quote", "squote" -> last == null || last.isMap() ? null : quoted(last.text());
            case "lower" ->
                    last == null ? null : Tree.text(last.text().toLowerCase(Locale.ROOT), 0);
            case "upper" ->
                    last == null ? null : Tree.text(last.text().toUpperCase(Locale.ROOT), 0);
            case "printf" -> formatted(arguments);
            case "ternary" -> {
                if (arguments.size() < 3 || last == null) {
                    yield null;
                }
                yield arguments.get(isTrue(last) ? 0 : 1);
            }
            case "not" -> last == null ? null : Tree.text(isTrue(last) ? "false" : "true", 0);
            case "trunc",
                    "trimSuffix",
                    "trimPrefix",
                    "trim",
                    "nindent",
                    "indent",
                    "toYaml",
                    "toString",
                    "int",
                    "int64",
                    "required" ->
                    last;
            case "tpl" -> arguments.isEmpty() ? null : withoutActions(arguments.getFirst());
            default -> null;
        };
    }

    private static @Nullable Tree withoutActions(@Nullable Tree value) {
        return value == null || value.text().contains("{{") ? null : value;
    }

    private static Tree quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return Tree.text("\"" + escaped + "\"", 0);
    }

    private static @Nullable Tree formatted(List<@Nullable Tree> arguments) {
        if (arguments.isEmpty()) {
            return null;
        }
        @Nullable Tree format = arguments.getFirst();
        if (format == null) {
            return null;
        }
        Matcher matcher = FORMAT.matcher(format.text());
        StringBuilder filled = new StringBuilder();
        for (int i = 1; matcher.find(); i++) {
            @Nullable Tree one = i < arguments.size() ? arguments.get(i) : null;
            if (one == null) {
                return null;
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(one.text()));
        }
        return Tree.text(matcher.appendTail(filled).toString(), 0);
    }

    /**
     * What a helper gives, by its name: labels are one that all of a chart share, an image is what
     * the values that it is given say, and a name is that of the chart and of the part that the
     * helper is for.
     */
    private @Nullable Tree included(List<String> words, List<@Nullable Tree> arguments) {
        @Nullable Tree named = arguments.isEmpty() ? null : arguments.getFirst();
        if (named == null) {
            return null;
        }
        String[] parts = named.text().split("\\.", -1);
        String last = parts[parts.length - 1].toLowerCase(Locale.ROOT);
        if (last.endsWith("labels")) {
            Tree shared = Tree.text(chart.text("name"), 0);
            return Tree.map(Map.of("app.kubernetes.io/name", shared));
        }
        if (last.endsWith("image")) {
            return image(String.join(" ", words));
        }
        StringBuilder name = new StringBuilder(chart.text("name"));
        for (int i = 1; i < parts.length; i++) {
            boolean whole = parts[i].toLowerCase(Locale.ROOT).endsWith("name");
            if (!whole && !parts[i].equals("names")) {
                name.append('-').append(parts[i]);
            }
        }
        return last.endsWith("name") ? Tree.text(name.toString(), 0) : null;
    }

    private static final Pattern OF_VALUES = Pattern.compile("\\.Values\\.([\\w.]+)");

    private @Nullable Tree image(String arguments) {
        Matcher matcher = OF_VALUES.matcher(arguments);
        while (matcher.find()) {
            String image = image(below(values, matcher.group(1)));
            if (!image.isEmpty()) {
                return Tree.text(image, 0);
            }
        }
        return null;
    }

    /** The image that a map of values describes as charts do; empty where it describes none. */
    static String image(Tree said) {
        String repository = said.text("repository");
        if (repository.isEmpty()) {
            return "";
        }
        String registry = said.text("registry");
        String tag = said.text("tag");
        String digest = said.text("digest");
        return (registry.isEmpty() ? "" : registry + "/")
                + repository
                + (tag.isEmpty() ? digest.isEmpty() ? "" : "@" + digest : ":" + tag);
    }

    /** A value as YAML in one line. */
    static String written(Tree value) {
        StringBuilder out = new StringBuilder();
        write(value, out, true);
        return out.length() > MAX_WRITTEN ? "" : out.toString();
    }

    private static void write(Tree value, StringBuilder out, boolean alone) {
        if (out.length() > MAX_WRITTEN) {
            return;
        }
        if (value.isMap()) {
            out.append('{');
            value.entries()
                    .forEach(
                            (name, one) -> {
                                out.append(out.charAt(out.length() - 1) == '{' ? "" : ", ");
                                out.append(quoted(name).text()).append(": ");
                                write(one, out, false);
                            });
            out.append('}');
        } else if (value.isList()) {
            out.append('[');
            for (Tree one : value.items()) {
                out.append(out.charAt(out.length() - 1) == '[' ? "" : ", ");
                write(one, out, false);
            }
            out.append(']');
        } else {
            out.append(alone ? value.text().replace('\n', ' ') : quoted(value.text()).text());
        }
    }
}
