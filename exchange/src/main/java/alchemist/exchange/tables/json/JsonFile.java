package alchemist.exchange.tables.json;

import alchemist.exchange.Place;
import alchemist.exchange.PlainJson;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.tables.Limits;
import alchemist.exchange.tables.Remarks;
import alchemist.exchange.tables.Table;
import alchemist.exchange.tables.TableFile;
import alchemist.exchange.tables.TableNames;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table whose rows are objects of JSON: its columns are all their names, in order of coming. */
public final class JsonFile implements TableFile, Table {
    /** Where in an object something is wrong; the file's line is known better here. */
    private static final Pattern WHERE = Pattern.compile(" \\(line \\d+, column \\d+\\)$");

    private final Place place;
    private final String name;
    private final Map<String, Integer> columns;

    private JsonFile(Place place, String name, Map<String, Integer> columns) {
        this.place = place;
        this.name = name;
        this.columns = columns;
    }

    /**
     * Whether a file that begins so holds objects alone, and no graph that others read.
     *
     * @param lines whether its name says that each line is an object, if only one
     */
    public static boolean isLike(byte[] head, boolean lines) {
        try (JsonObjects objects = new JsonObjects("", new ByteArrayInputStream(head))) {
            boolean array = firstSign(head) == '[';
            byte[] first = objects.next();
            if (first == null) {
                // Longer than what was looked at: whether in an array at least.
                return array
                        && objects.isCutOff()
                        && !new String(head, StandardCharsets.UTF_8).contains("\"@");
            }
            Set<String> names = names(first);
            if (names.contains("format") || names.stream().anyMatch(n -> n.startsWith("@"))) {
                return false;
            }
            boolean element =
                    names.contains("data")
                            && Set.of(
                                            "data",
                                            "group",
                                            "position",
                                            "classes",
                                            "selected",
                                            "removed",
                                            "selectable",
                                            "locked",
                                            "grabbable",
                                            "scratch")
                                    .containsAll(names);
            return !element && !names.isEmpty() && (array || lines || isNextObject(objects));
        } catch (IOException | MalformedJson e) {
            return false;
        }
    }

    /** A single object alone is a document, and no table of one row. */
    private static boolean isNextObject(JsonObjects objects) throws IOException {
        return objects.next() != null || objects.isCutOff();
    }

    private static int firstSign(byte[] head) {
        for (byte b : head) {
            if (b == '[' || b == '{') {
                return b;
            }
        }
        return -1;
    }

    private static Set<String> names(byte[] object) {
        Set<String> names = new HashSet<>();
        JsonReader json = new JsonReader(object);
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            names.add(name);
            json.skip();
        }
        return names;
    }

    /** Opens a file, and passes over it for the names of its columns. */
    public static TableFile open(Place place, Remarks remarks) throws IOException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        JsonFile all = new JsonFile(place, "", columns);
        all.eachObject(
                (line, json) -> {
                    json.object();
                    for (@Nullable String name = json.nextName();
                            name != null;
                            name = json.nextName()) {
                        columns.putIfAbsent(name, columns.size());
                        json.skip();
                    }
                    if (columns.size() > Limits.MAX_COLUMNS) {
                        throw new ReadingFailed(
                                place.location()
                                        + " line "
                                        + line
                                        + ": there are more than "
                                        + Limits.MAX_COLUMNS
                                        + " names, too many for columns");
                    }
                });
        remarks.note("objects of JSON, each a row");
        return new JsonFile(place, TableNames.ofFile(place.label()), columns);
    }

    @Override
    public List<Table> tables() {
        return List.of(this);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String part() {
        return "";
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public boolean isTyped() {
        return true;
    }

    @Override
    public void eachRow(Rows rows) throws IOException {
        eachObject(
                (line, json) -> {
                    Value[] cells = new Value[columns.size()];
                    Arrays.fill(cells, Value.NULL);
                    json.object();
                    for (@Nullable String name = json.nextName();
                            name != null;
                            name = json.nextName()) {
                        Integer at = columns.get(name);
                        if (at == null) {
                            throw new ReadingFailed(place.location() + " changes while it is read");
                        }
                        cells[at] = PlainJson.read(json);
                    }
                    json.end();
                    rows.row(line, cells);
                });
    }

    private interface Taker {
        void object(long line, JsonReader json) throws IOException;
    }

    private void eachObject(Taker taker) throws IOException {
        try (JsonObjects objects =
                new JsonObjects(place.location(), Files.newInputStream(place.path()))) {
            for (byte[] object = objects.next(); object != null; object = objects.next()) {
                try {
                    taker.object(objects.line(), new JsonReader(object));
                } catch (MalformedJson e) {
                    throw new ReadingFailed(
                            place.location()
                                    + " line "
                                    + objects.line()
                                    + ": "
                                    + WHERE.matcher(String.valueOf(e.getMessage()))
                                            .replaceFirst(""),
                            e);
                }
            }
            if (objects.isCutOff()) {
                throw new ReadingFailed(
                        place.location()
                                + " is cut off: what begins in line "
                                + objects.line()
                                + " does not end");
            }
        }
    }
}
