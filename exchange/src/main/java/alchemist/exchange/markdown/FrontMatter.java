package alchemist.exchange.markdown;

import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The YAML between two lines of three dashes at the very beginning of a file. */
final class FrontMatter {
    /** Longer ones are not written by hand. */
    private static final int MAX_CHARS = 1 << 16;

    private static final int MAX_DEPTH = 32;

    /** So many values it may stand for, those behind aliases counted each time. */
    private static final int MAX_VALUES = 100_000;

    private static final int ISO_DATE_LENGTH = 10;

    /** How many lines it takes, with its dashes; 0 where there is none. */
    final int lines;

    final TreeMap<String, Value> entries;

    /** Why it could not be read, or empty. */
    final String problem;

    private FrontMatter(int lines, TreeMap<String, Value> entries, String problem) {
        this.lines = lines;
        this.entries = entries;
        this.problem = problem;
    }

    static FrontMatter of(String text) {
        String[] lines = text.split("\n", -1);
        if (!isDashes(lines[0])) {
            return new FrontMatter(0, new TreeMap<>(), "");
        }
        StringBuilder yaml = new StringBuilder();
        for (int i = 1; i < lines.length && yaml.length() <= MAX_CHARS; i++) {
            if (isDashes(lines[i]) || lines[i].stripTrailing().equals("...")) {
                return read(yaml.toString(), i + 1);
            }
            yaml.append(lines[i]).append('\n');
        }
        // A rule at the top of the page, and nothing else.
        return new FrontMatter(0, new TreeMap<>(), "");
    }

    private static boolean isDashes(String line) {
        return line.stripTrailing().equals("---");
    }

    private static FrontMatter read(String yaml, int lines) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setAllowDuplicateKeys(true)
                        .setMaxAliasesForCollections(20)
                        .setCodePointLimit(MAX_CHARS + 1)
                        .build();
        TreeMap<String, Value> entries = new TreeMap<>();
        try {
            Object read = new Load(settings).loadFromString(yaml);
            if (read instanceof Map<?, ?> map) {
                return new FrontMatter(lines, new Values().entries(map, 0), "");
            }
            // Text between two rules is no front matter.
            return new FrontMatter(read == null ? lines : 0, entries, "");
        } catch (MarkedYamlEngineException e) {
            return new FrontMatter(
                    lines, entries, "its front matter is no YAML: " + e.getProblem());
        } catch (YamlEngineException | StackOverflowError e) {
            return new FrontMatter(lines, entries, "its front matter is no YAML");
        }
    }

    /** What was read, as values: an alias leads to what may be large, or hold itself. */
    private static final class Values {
        private int count;

        private Value of(@Nullable Object read, int depth) {
            if (++count > MAX_VALUES) {
                throw new YamlEngineException("it stands for more than " + MAX_VALUES + " values");
            }
            if (depth > MAX_DEPTH) {
                return Value.NULL;
            }
            return switch (read) {
                case null -> Value.NULL;
                case Boolean flag -> Value.flag(flag);
                case Integer number -> Value.integer(number);
                case Long number -> Value.integer(number);
                case BigInteger number -> Value.text(number.toString());
                case Double number -> new Value.Real(number);
                case Map<?, ?> map -> new Value.MapOf(Properties.of(entries(map, depth + 1)));
                case Iterable<?> list -> {
                    List<Value> values = new ArrayList<>();
                    list.forEach(one -> values.add(of(one, depth + 1)));
                    yield new Value.ListOf(values);
                }
                default -> text(read.toString());
            };
        }

        TreeMap<String, Value> entries(Map<?, ?> map, int depth) {
            TreeMap<String, Value> entries = new TreeMap<>();
            // Not of what is no text: it may hold itself, or stand for more than there is room.
            map.forEach((key, value) -> entries.put(key(key), of(value, depth)));
            return entries;
        }

        private static String key(@Nullable Object key) {
            boolean plain = !(key instanceof Map<?, ?> || key instanceof Iterable<?>);
            return plain ? String.valueOf(key) : "?";
        }
    }

    private static Value text(String text) {
        if (text.length() == ISO_DATE_LENGTH && text.charAt(4) == '-') {
            try {
                return new Value.Date(LocalDate.parse(text).toEpochDay());
            } catch (DateTimeParseException e) {
                return Value.text(text);
            }
        }
        return Value.text(text);
    }

    /** The texts of an entry, which is taken out: of a list, or of one text parted by commas. */
    List<String> takeTexts(String key) {
        List<String> texts = new ArrayList<>();
        switch (entries.remove(key)) {
            case Value.Text(String text) -> {
                for (String part : text.split(",", -1)) {
                    if (!part.isBlank()) {
                        texts.add(part.strip());
                    }
                }
            }
            case Value.ListOf list -> {
                for (Value one : list.values()) {
                    switch (one) {
                        case Value.Text(String text) when !text.isBlank() ->
                                texts.add(text.strip());
                        case Value.Int(long number) -> texts.add(Long.toString(number));
                        default -> {}
                    }
                }
            }
            case null, default -> {}
        }
        return texts;
    }
}
