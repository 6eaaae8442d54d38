package alchemist.exchange.imports;

import alchemist.exchange.Batch;
import alchemist.exchange.Place;
import alchemist.kernel.Id;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The runs that are paused, so that another process can go on with them: a file with a line of JSON
 * for each. Where it is lost, what they stated is taken back, as that of a process that broke off.
 * Safe for several threads.
 */
public final class HaltedRuns {
    private static final System.Logger LOG = System.getLogger("alchemist.exchange");

    private final @Nullable Path file;
    private final Map<Id, String> lines = new LinkedHashMap<>();

    private HaltedRuns(@Nullable Path file) {
        this.file = file;
    }

    /** Those that are kept in a file, which need not be there. */
    public static HaltedRuns in(Path file) {
        return new HaltedRuns(file);
    }

    /** Those of this process alone. */
    public static HaltedRuns inMemory() {
        return new HaltedRuns(null);
    }

    /** Those that were kept, also by an earlier process. */
    synchronized List<ImportRun> read() {
        List<ImportRun> runs = new ArrayList<>();
        try {
            if (file != null && Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    lines.put(run(line).id(), line);
                }
            }
            lines.values().forEach(line -> runs.add(run(line)));
        } catch (IOException | IllegalArgumentException | MalformedJson e) {
            LOG.log(Level.WARNING, file + " cannot be read: what was paused is taken back", e);
            lines.clear();
            return List.of();
        }
        return runs;
    }

    /** Keeps a run as it is, unless it ended in the moment in which it was to halt. */
    synchronized void keep(ImportRun run) {
        if (run.isOver()) {
            drop(run.id());
            return;
        }
        lines.put(run.id(), line(run));
        write();
    }

    /** Keeps a run no more. */
    synchronized void drop(Id run) {
        if (lines.remove(run) != null) {
            write();
        }
    }

    private void write() {
        if (file == null) {
            return;
        }
        try {
            if (lines.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, lines.values());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    file + " cannot be written: what is paused will not outlive this process",
                    e);
        }
    }

    private static String line(ImportRun run) {
        JsonWriter json =
                new JsonWriter()
                        .object()
                        .field("id", run.id().toString())
                        .field("place", run.place().path().toString())
                        .field("label", run.label())
                        .field("actor", run.actor().toString())
                        .field("startedAt", Long.toString(run.startedAt()))
                        .name("only")
                        .array();
        new TreeSet<>(run.only()).forEach(json::text);
        json.endArray();
        List<String> excludes = run.wishedExcludes();
        if (excludes != null) {
            json.name("excludes").array();
            excludes.forEach(json::text);
            json.endArray();
        }
        json.name("parts").array();
        for (ImportPart part : run.parts()) {
            json.object()
                    .field("importId", part.importId().toString())
                    .field("source", part.source().toString())
                    .field("reader", part.reader())
                    .field("location", part.location())
                    .field("label", part.label())
                    .field("state", part.state().text())
                    .endObject();
        }
        return json.endArray().endObject().toString();
    }

    private static ImportRun run(String line) {
        Properties run =
                ValueJson.readProperties(new JsonReader(line.getBytes(StandardCharsets.UTF_8)));
        TreeSet<String> only = new TreeSet<>();
        List<ImportPart> parts = new ArrayList<>();
        for (Value each : list(run, "only")) {
            if (each instanceof Value.Text(String reader)) {
                only.add(reader);
            }
        }
        for (Value each : list(run, "parts")) {
            if (each instanceof Value.MapOf(Properties part)) {
                parts.add(part(part));
            }
        }
        ImportRun halted =
                ImportRun.halted(
                        Id.parse(text(run, "id")),
                        new Place(Path.of(text(run, "place")), Batch.WHEN_RECORDED),
                        text(run, "label"),
                        only,
                        Id.parse(text(run, "actor")),
                        Long.parseLong(text(run, "startedAt")),
                        parts);
        if (run.find("excludes") instanceof Value.ListOf(List<Value> patterns)) {
            halted.exclude(patterns.stream().map(HaltedRuns::pattern).toList());
        }
        return halted;
    }

    private static String pattern(Value value) {
        if (value instanceof Value.Text(String text)) {
            return text;
        }
        throw new IllegalArgumentException("a pattern is a text");
    }

    private static ImportPart part(Properties part) {
        String told = text(part, "state");
        for (ImportState state : ImportState.values()) {
            if (state.text().equals(told)) {
                return new ImportPart(
                        Id.parse(text(part, "importId")),
                        Id.parse(text(part, "source")),
                        text(part, "reader"),
                        text(part, "location"),
                        text(part, "label"),
                        state,
                        Diff.NONE,
                        null);
            }
        }
        throw new IllegalArgumentException("no import is '" + told + "'");
    }

    private static List<Value> list(Properties of, String name) {
        return of.find(name) instanceof Value.ListOf(List<Value> values) ? values : List.of();
    }

    private static String text(Properties of, String name) {
        if (of.find(name) instanceof Value.Text(String text)) {
            return text;
        }
        throw new IllegalArgumentException("'" + name + "' is missing");
    }
}
