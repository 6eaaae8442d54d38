package alchemist.bench.large;

import alchemist.bench.Figures;
import alchemist.bench.OpenedServer;
import alchemist.bench.ProcessTree;
import alchemist.bench.TemporaryFolder;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Opens a generated repository with the real program, from nothing and once more, and tells when
 * what can be seen: the tree of HEAD on the map, all of HEAD (what its files declare and say), and
 * the whole history.
 */
public final class LargeBenchmark {
    private static final Path ROOT = Path.of(System.getProperty("bench.root", ""));
    private static final int PATIENCE_MINUTES = 60;
    private static final long EVERY_MS = 200;
    private static final long POLL_MS = 20;

    private final Shape shape;
    private double firstPicture = Double.NaN;
    private double head = Double.NaN;
    private String told = "";

    /** Of a repository of a shape. */
    public LargeBenchmark(Shape shape) {
        this.shape = shape;
    }

    /**
     * By words such as {@code --files 2500 --commits 2000 --seed 7}.
     *
     * @throws IllegalArgumentException when they are none of these
     */
    public static LargeBenchmark of(List<String> words) {
        Shape shape = Shape.LARGE;
        for (int i = 0; i < words.size(); i += 2) {
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(words.get(i) + " needs a number");
            }
            long number = Long.parseLong(words.get(i + 1));
            shape =
                    switch (words.get(i)) {
                        case "--files" ->
                                new Shape(Math.toIntExact(number), shape.commits(), shape.seed());
                        case "--commits" ->
                                new Shape(shape.files(), Math.toIntExact(number), shape.seed());
                        case "--seed" -> new Shape(shape.files(), shape.commits(), number);
                        default ->
                                throw new IllegalArgumentException(
                                        "'"
                                                + words.get(i)
                                                + "' is none of --files N, --commits N, --seed S");
                    };
        }
        return new LargeBenchmark(shape);
    }

    /** Measures. */
    public Figures run() throws IOException, InterruptedException {
        say("generating, where that was not done yet");
        LargeRepository repository = LargeRepository.of(shape, ROOT.resolve(".cache/large"));
        Figures figures = new Figures();
        figures.with("files at HEAD", repository.files()).with("commits", repository.commits());
        try (TemporaryFolder data = TemporaryFolder.make()) {
            try (OpenedServer server = new OpenedServer(ROOT, repository.path(), data.path())) {
                watch(server, repository.files());
                figures.with("first picture: files and folders of HEAD on the map, s", firstPicture)
                        .with("HEAD complete, s", head)
                        .with("all history, s", server.seconds());
                figures.with("events", (double) events(server));
                memory(server, "", figures);
            }
            try (OpenedServer server = new OpenedServer(ROOT, repository.path(), data.path())) {
                while (server.ended().isEmpty()) {
                    Thread.sleep(POLL_MS);
                }
                say(server, server.ended());
                figures.with("opened again: read, s", server.seconds())
                        .with(
                                "opened again: events",
                                (double) events(server) - figures.of("events"));
                if (server.map() > 0) {
                    figures.with("opened again: the map of all of it, s", server.seconds());
                }
                memory(server, "opened again: ", figures);
            }
        }
        return figures;
    }

    private static void memory(OpenedServer server, String when, Figures figures) {
        ProcessTree tree = server.tree();
        figures.with(when + "server and its processes at most MB", tree.peakMb())
                .with(when + "of that the server alone at most MB", tree.peakOfTopMb())
                .with(when + "CPU of all of them, s", tree.cpuSeconds());
    }

    /** Waits for the end, and notes when what was there. */
    private void watch(OpenedServer server, int files) throws IOException, InterruptedException {
        firstPicture = Double.NaN;
        head = Double.NaN;
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (server.ended().isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IOException("it took more than " + PATIENCE_MINUTES + " minutes");
            }
            Properties stats = Double.isNaN(firstPicture) ? server.ask("/stats") : null;
            if (stats != null
                    && number(object(stats, "types"), "File") >= files
                    && server.map() > 0) {
                firstPicture = server.seconds();
                say(server, "the files and folders of HEAD are on the map");
            }
            Properties imports = server.ask("/imports");
            if (imports != null) {
                look(server, imports);
            }
            Thread.sleep(EVERY_MS);
        }
        say(server, server.ended());
        if (Double.isNaN(head)) {
            head = server.seconds();
        }
    }

    private void look(OpenedServer server, Properties imports) {
        if (!(imports.find("imports") instanceof Value.ListOf(List<Value> all))) {
            return;
        }
        for (Value each : all) {
            if (each instanceof Value.MapOf(Properties run)
                    && run.find("parts") instanceof Value.ListOf(List<Value> parts)) {
                Properties progress = object(run, "progress");
                String what = text(progress, "what");
                if (!what.equals(told)) {
                    told = what;
                    say(server, what + ", " + number(progress, "total"));
                }
                if (Double.isNaN(head) && isHeadThere(parts)) {
                    head = server.seconds();
                    say(server, "HEAD is complete");
                }
            }
        }
    }

    /** Whether all that is read but the history has been read. */
    private static boolean isHeadThere(List<Value> parts) {
        boolean history = false;
        for (Value each : parts) {
            if (each instanceof Value.MapOf(Properties part)) {
                boolean git = text(part, "reader").equals("git");
                history |= git;
                if (!git && text(part, "state").equals("running")) {
                    return false;
                }
            }
        }
        return history && parts.size() > 1;
    }

    private static long events(OpenedServer server) throws IOException, InterruptedException {
        Properties stats = server.ask("/stats");
        return stats == null ? 0 : number(stats, "position");
    }

    private static Properties object(Properties of, String name) {
        return of.find(name) instanceof Value.MapOf(Properties object) ? object : Properties.NONE;
    }

    private static String text(Properties of, String name) {
        return of.find(name) instanceof Value.Text(String text) ? text : "";
    }

    private static long number(Properties of, String name) {
        return of.find(name) instanceof Value.Int(long number) ? number : 0;
    }

    private static void say(OpenedServer server, String what) {
        say(
                String.format(
                        Locale.ROOT,
                        "%6.1f s, CPU %6.1f s: %s",
                        server.seconds(),
                        server.tree().cpuSeconds(),
                        what));
    }

    private static void say(String what) {
        System.out.println("  " + what);
    }
}
