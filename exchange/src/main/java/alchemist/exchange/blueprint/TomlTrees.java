package alchemist.exchange.blueprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** TOML as a tree. */
final class TomlTrees {
    private static final int MAX_DEPTH = 100;

    private TomlTrees() {}

    /**
     * Reads a whole file.
     *
     * @throws Malformed when it is no TOML
     */
    static Tree read(String toml) throws Malformed {
        checkDepth(toml);
        TomlParseResult read;
        try {
            read = Toml.parse(toml);
        } catch (RuntimeException | StackOverflowError e) {
            throw new Malformed(0, "it is no TOML: " + e.getMessage());
        }
        if (read.hasErrors()) {
            TomlParseError first = read.errors().getFirst();
            throw new Malformed(
                    first.position().line(), "it is no TOML: " + firstLine(first.getMessage()));
        }
        return table(read, 1);
    }

    private static String firstLine(@Nullable String message) {
        String said = String.valueOf(message);
        int end = said.indexOf('\n');
        return end < 0 ? said : said.substring(0, end);
    }

    /** The parser takes some of its stack for each bracket that is open. */
    private static void checkDepth(String toml) throws Malformed {
        int depth = 0;
        int line = 1;
        for (int i = 0; i < toml.length(); i++) {
            switch (toml.charAt(i)) {
                case '[', '{' -> depth++;
                case ']', '}' -> depth = Math.max(0, depth - 1);
                case '\n' -> line++;
                case '#' -> {
                    int end = toml.indexOf('\n', i);
                    i = end < 0 ? toml.length() : end - 1;
                }
                case '"', '\'' -> {
                    int end = endOfText(toml, i);
                    for (; i < end; i++) {
                        line += toml.charAt(i) == '\n' ? 1 : 0;
                    }
                }
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                throw new Malformed(line, "it is no TOML: it nests deeper than " + MAX_DEPTH);
            }
        }
    }

    /**
     * Where the text that begins here has its last quote; the end of the line where it has none.
     */
    private static int endOfText(String toml, int from) {
        char quote = toml.charAt(from);
        String three = String.valueOf(quote).repeat(3);
        boolean several = toml.startsWith(three, from);
        for (int i = from + (several ? 3 : 1); i < toml.length(); i++) {
            char c = toml.charAt(i);
            if (c == '\\' && quote == '"') {
                i++;
            } else if (several ? toml.startsWith(three, i) : c == quote) {
                return several ? i + 2 : i;
            } else if (c == '\n' && !several) {
                return i - 1;
            }
        }
        return toml.length() - 1;
    }

    private static Tree table(TomlTable table, int line) {
        record Key(String name, int line) {}
        List<Key> keys = new ArrayList<>();
        for (String name : table.keySet()) {
            keys.add(new Key(name, line(table.inputPositionOf(List.of(name)), line)));
        }
        keys.sort(Comparator.comparingInt(Key::line).thenComparing(Key::name));
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (Key key : keys) {
            entries.put(key.name, value(table.get(List.of(key.name)), key.line));
        }
        return Tree.map(entries, line, 1);
    }

    private static Tree value(@Nullable Object value, int line) {
        return switch (value) {
            case null -> Tree.ABSENT;
            case TomlTable table -> table(table, line);
            case TomlArray array -> {
                List<Tree> items = new ArrayList<>();
                for (int i = 0; i < array.size(); i++) {
                    items.add(value(array.get(i), line(array.inputPositionOf(i), line)));
                }
                yield Tree.list(items, line, items.size());
            }
            default -> Tree.text(value.toString(), line);
        };
    }

    private static int line(@Nullable TomlPosition position, int otherwise) {
        return position == null ? otherwise : position.line();
    }
}
