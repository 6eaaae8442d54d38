package alchemist.server.cli;

import static alchemist.server.cli.Fields.number;
import static alchemist.server.cli.Fields.object;
import static alchemist.server.cli.Fields.text;

import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Starts imports, shows how they go on, and says how they ended. */
final class ImportWatch {
    private static final long POLL_MS = 150;
    private static final long FOLLOW_POLL_MS = 30;
    private static final int MAX_SHOWN = 160;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private final Api api;
    private final String workspace;
    private final boolean terminal =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    private final PrintStream out;

    /** Beside the answer, which somebody may be reading in another program. */
    private final ProgressLines lines = new ProgressLines(System.err, System::nanoTime);

    private final List<String> only;
    private ExcludeOptions excludes = new ExcludeOptions();
    private boolean founded;
    private int shown;

    ImportWatch(Api api, String workspace) {
        this(api, workspace, System.out, List.of());
    }

    /** One that reads only what some readers find; none: all that can. */
    ImportWatch(Api api, String workspace, List<String> only) {
        this(api, workspace, System.out, only);
    }

    /** One that tells how it goes on elsewhere than where the answer of a command is printed. */
    ImportWatch(Api api, String workspace, PrintStream out) {
        this(api, workspace, out, List.of());
    }

    private ImportWatch(Api api, String workspace, PrintStream out, List<String> only) {
        this.api = api;
        this.workspace = workspace;
        this.out = out;
        this.only = List.copyOf(only);
    }

    /** Leaves something out from now on. */
    ImportWatch without(ExcludeOptions what) {
        excludes = what;
        return this;
    }

    /** Makes the workspace where it is missing. */
    void makeWorkspace() throws IOException, Failure {
        founded = false;
        for (Properties each : Fields.objects(api.get("/workspaces"), "workspaces")) {
            if (text(each, "name").equals(workspace)) {
                return;
            }
        }
        api.post(
                "/workspaces",
                new JsonWriter().object().field("name", workspace).endObject().toString());
        founded = true;
    }

    /**
     * After a place that could not be read: where the workspace was made for it and nothing else is
     * there, it goes again.
     *
     * @return whether it is gone
     */
    boolean takeBack() throws IOException {
        if (!founded) {
            return false;
        }
        try {
            api.post(Api.workspace(workspace) + "/take-back", "{}");
            return true;
        } catch (Failure _) {
            return false; // something was read
        }
    }

    /** What an import of a place would change, as a readable tree, and how it was understood. */
    String dryRun(Target place) throws IOException, Failure {
        Properties answer = api.post(imports(), body(place, true));
        StringBuilder text = new StringBuilder(DiffText.of(object(answer, "diff")));
        told("Understood, to be confirmed:", Fields.objects(answer, "notes"), text);
        told("Left out or changed:", Fields.objects(answer, "warnings"), text);
        return text.toString();
    }

    /** Imports a place; returns whether that went well. */
    boolean run(Target place) throws IOException, Failure, InterruptedException {
        for (Properties one : UnderWay.of(api.get(imports()), "paused", null)) {
            if (text(one, "path").equals(place.text())) {
                out.println(
                        "  "
                                + place.text()
                                + ": is paused; go on with 'alchemist resume', or in the sources panel");
                return true;
            }
        }
        AtomicReference<Properties> last = new AtomicReference<>(Properties.NONE);
        try (AtEnd _ = AtEnd.say(() -> out.println(leftBehind(place, last.get())))) {
            Properties started = api.post(imports(), body(place, false));
            follow(place, text(started, "id"), last);
        }
        return wentWell(place, last.get());
    }

    /** Waits for the end of an import; returns whether that went well. */
    boolean await(Target place, String id) throws IOException, Failure, InterruptedException {
        AtomicReference<Properties> last = new AtomicReference<>(Properties.NONE);
        try (AtEnd _ = AtEnd.say(() -> out.println(leftBehind(place, last.get())))) {
            follow(place, id, last);
        }
        return wentWell(place, last.get());
    }

    /** Shows how an import goes on, to its end. */
    private void follow(Target place, String id, AtomicReference<Properties> last)
            throws IOException, Failure, InterruptedException {
        Properties state = api.get(imports() + "/" + id);
        last.set(state);
        lines.begin();
        while (isUnderWay(state)) {
            show(line(place, state));
            Thread.sleep(POLL_MS);
            state = api.get(imports() + "/" + id);
            last.set(state);
        }
    }

    /** Says how an import ended; returns whether that went well. */
    private boolean wentWell(Target place, Properties state) throws IOException, Failure {
        clear();
        out.println(end(place, state));
        warnings(state);
        String ended = text(state, "state");
        return ended.equals("applied") || ended.equals("unchanged");
    }

    /** Imports a place that has changed; tells of it where something came of that. */
    synchronized void follow(Target place) throws IOException, Failure, InterruptedException {
        String id = text(api.post(imports(), body(place, false)), "id");
        Properties state = api.get(imports() + "/" + id);
        while (isUnderWay(state)) {
            Thread.sleep(FOLLOW_POLL_MS);
            state = api.get(imports() + "/" + id);
        }
        if (!text(state, "state").equals("unchanged")) {
            out.println(TIME.format(LocalTime.now(ZoneId.systemDefault())) + end(place, state));
        }
    }

    private static boolean isUnderWay(Properties state) {
        return switch (text(state, "state")) {
            case "running", "paused", "reverting" -> true;
            default -> false;
        };
    }

    private String imports() {
        return Api.workspace(workspace) + "/imports";
    }

    private String body(Target place, boolean dryRun) {
        JsonWriter json =
                new JsonWriter()
                        .object()
                        .field("path", place.text())
                        .field("dryRun", dryRun)
                        .name("only")
                        .array();
        only.forEach(json::text);
        json.endArray();
        excludes.write(json);
        return json.endObject().toString();
    }

    /** What becomes of what is being read where this process is told to end. */
    private String leftBehind(Target place, Properties state) {
        // What shows how it goes on stands there without an end, and so may what a terminal echoes.
        String begun = terminal && shown > 0 ? System.lineSeparator() : "";
        String what = begun + "  " + place.text();
        if (text(state, "state").equals("paused")) {
            return what + ": stays paused; go on with 'alchemist resume'";
        }
        return api.isOwn()
                ? what
                        + ": stopped; what was read of it is taken back, and nothing else. Read it"
                        + " again, or next time halt it with 'alchemist pause'"
                : what + ": is read on by the server; 'alchemist pause' halts that";
    }

    private static String line(Target place, Properties state) {
        Properties progress = object(state, "progress");
        long total = number(progress, "total");
        long done = number(progress, "done");
        String count = total > 0 ? done + " of " + total : done > 0 ? "" + done : "";
        String paused = text(state, "state").equals("paused") ? "paused; " : "";
        return "  "
                + place.label()
                + ": "
                + paused
                + (text(progress, "what") + " " + count).strip();
    }

    private static String end(Target place, Properties state) {
        return switch (text(state, "state")) {
            case "applied" ->
                    "  "
                            + place.text()
                            + ": read, "
                            + number(state, "events")
                            + " events"
                            + took(state);
            case "unchanged" -> "  " + place.text() + ": nothing has changed";
            case "cancelled" -> "  " + place.text() + ": cancelled";
            default -> "  " + place.text() + ": failed: " + text(state, "error");
        };
    }

    /** How long it took, in whole seconds from ten on, and in minutes from a hundred on. */
    private static String took(Properties state) {
        Duration took =
                Duration.between(
                        Instant.parse(text(state, "startedAt")),
                        Instant.parse(text(state, "finishedAt")));
        long seconds = took.toSeconds();
        if (seconds >= 100) {
            return " in " + took.toMinutes() + " min " + took.toSecondsPart() + " s";
        }
        return seconds >= 10
                ? " in " + seconds + " s"
                : String.format(Locale.ROOT, " in %.1f s", took.toMillis() / 1000.0);
    }

    private static void told(String title, List<Properties> all, StringBuilder text) {
        if (!all.isEmpty()) {
            text.append('\n').append(title).append('\n');
        }
        for (Properties one : all) {
            text.append("  ")
                    .append(shortened(text(one, "where")))
                    .append(": ")
                    .append(text(one, "what"))
                    .append('\n');
        }
    }

    private void warnings(Properties state) {
        List<Properties> warnings = Fields.objects(state, "warnings");
        // To say that there is one more takes as much room as that one.
        int told = warnings.size() <= 6 ? warnings.size() : 5;
        for (Properties warning : warnings.subList(0, told)) {
            out.println(
                    "    "
                            + shortened(text(warning, "where"))
                            + ": "
                            + shortened(text(warning, "what")));
        }
        if (warnings.size() > told) {
            out.println("    and " + (warnings.size() - told) + " warnings more");
        }
        if (state.find("warningCount") instanceof Value.Int(long count)
                && count > warnings.size()) {
            out.println("    (" + count + " in all)");
        }
    }

    private static String shortened(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "\u2026";
    }

    private void show(String line) {
        if (terminal) {
            String padded = line.length() < shown ? line + " ".repeat(shown - line.length()) : line;
            out.print("\r" + padded);
            out.flush();
            shown = line.length();
        } else {
            lines.at(line);
        }
    }

    private void clear() {
        if (terminal && shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }
}
