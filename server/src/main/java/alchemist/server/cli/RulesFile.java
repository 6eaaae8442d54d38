package alchemist.server.cli;

import alchemist.kernel.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Rules as people write them in YAML, made the JSON that the API takes. */
final class RulesFile {
    /** What a file is called that nobody has named. */
    static final String USUAL = "alchemist-check.yml";

    private static final int MAX_CHARS = 1 << 20;
    private static final int MAX_DEPTH = 16;

    /** Where a list stands, one alone may be written without brackets. */
    private static final Set<String> LISTS = Set.of("types", "paths", "names", "relations");

    private RulesFile() {}

    /**
     * The rules of a file.
     *
     * @throws Failure when it is no YAML, with the line
     */
    static String json(Path file) throws IOException, Failure {
        try {
            return json(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (CharacterCodingException e) {
            throw new Failure(file + " is no UTF-8 text");
        }
    }

    static String json(String yaml, String name) throws Failure {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(name)
                        .setMaxAliasesForCollections(50)
                        .setCodePointLimit(MAX_CHARS)
                        .build();
        try {
            Object read = new Load(settings).loadFromString(yaml);
            if (!(read instanceof Map<?, ?>)) {
                throw new Failure(name + " must have 'rules:' and a list of rules below it");
            }
            JsonWriter json = new JsonWriter();
            write(read, json, name, 0);
            return json.toString();
        } catch (MarkedYamlEngineException e) {
            String at = e.getProblemMark().map(m -> ", line " + (m.getLine() + 1)).orElse("");
            throw new Failure(name + at + " is no YAML: " + e.getProblem());
        } catch (YamlEngineException | StackOverflowError e) {
            throw new Failure(name + " is no YAML: " + e.getMessage());
        }
    }

    private static void write(@Nullable Object value, JsonWriter json, String name, int depth)
            throws Failure {
        if (depth > MAX_DEPTH) {
            throw new Failure(name + " is nested more than " + MAX_DEPTH + " deep");
        }
        switch (value) {
            case null -> json.nothing();
            case Boolean flag -> json.flag(flag);
            case Integer number -> json.number(number);
            case Long number -> json.number(number);
            case Double number -> json.number(number);
            case Map<?, ?> map -> {
                json.object();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    String key = String.valueOf(entry.getKey());
                    json.name(key);
                    boolean alone = LISTS.contains(key) && !(entry.getValue() instanceof Iterable);
                    if (alone && entry.getValue() != null) {
                        json.array();
                        json.text(String.valueOf(entry.getValue()));
                        json.endArray();
                    } else {
                        write(entry.getValue(), json, name, depth + 1);
                    }
                }
                json.endObject();
            }
            case Iterable<?> list -> {
                json.array();
                for (Object one : list) {
                    write(one, json, name, depth + 1);
                }
                json.endArray();
            }
            default -> json.text(value.toString());
        }
    }
}
