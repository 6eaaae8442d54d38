package alchemist.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes from a saved file to an answer that shows it, with {@code open --watch} on a
 * clone of this repository: the whole way through the file system, the command line's watch, the
 * server and HTTP.
 */
final class WatchBenchmark implements Benchmark {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 10);
    private static final int BURST = 200;
    private static final int ON_BRANCH = 300;
    private static final long PATIENCE_S = 120;

    /** Between two changes, so that what came of the one is done. */
    private static final long PAUSE_MS = 1_000;

    private static final long POLL_MS = 10;

    private static final Path ROOT = Path.of(System.getProperty("bench.root", "")).toAbsolutePath();

    @Override
    public Figures run() throws Exception {
        Figures figures = new Figures();
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Path repository = folder.path().resolve("watched");
            git(folder.path(), "clone", "--quiet", "--no-hardlinks", ROOT.toString(), "watched");
            branch(repository);
            try (Watched watched = Watched.open(repository, folder.path().resolve("data"))) {
                saves(repository, watched, figures);
                files(repository, watched, figures);
                history(repository, watched, figures);
            }
        }
        return figures;
    }

    /** A branch with files that the first one lacks. */
    private static void branch(Path repository) throws Exception {
        git(repository, "checkout", "--quiet", "-b", "bench-here");
        git(repository, "checkout", "--quiet", "-b", "bench-there");
        for (int i = 0; i < ON_BRANCH; i++) {
            write(repository.resolve("there/page" + i + ".md"), "# There" + i + "\n\nText.\n");
        }
        commit(repository, "There");
        git(repository, "checkout", "--quiet", "bench-here");
    }

    /** One file of each kind is written again and again. */
    private static void saves(Path repository, Watched watched, Figures figures) throws Exception {
        Path java = repository.resolve("engine/src/main/java/alchemist/engine/Benched.java");
        Path page = repository.resolve("docs/benched.md");
        Path table = repository.resolve("docs/benched.csv");
        measure(
                "a Java file saved",
                watched,
                figures,
                name ->
                        write(
                                java,
                                "package alchemist.engine;\n\nfinal class "
                                        + name
                                        + " {\n    void go() {}\n}\n"));
        measure(
                "a Markdown file saved",
                watched,
                figures,
                name -> write(page, "# " + name + "\n\nSee [the style](../STYLE.md).\n"));
        measure(
                "a CSV file saved",
                watched,
                figures,
                name -> write(table, "name,size\n" + name + ",1\nother,2\n"));
        Path draft = repository.resolve("docs/.benched.md.swp");
        measure(
                "a Markdown file saved by renaming another over it",
                watched,
                figures,
                name -> {
                    write(draft, "# " + name + "\n");
                    Files.move(draft, page, StandardCopyOption.ATOMIC_MOVE);
                });
    }

    private static void files(Path repository, Watched watched, Figures figures) throws Exception {
        double[] renamed = new double[ROUNDS];
        double[] deleted = new double[ROUNDS];
        double[] burst = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            String name = "Moved" + round;
            Path first = repository.resolve("docs/first" + name + ".md");
            Path second = repository.resolve("docs/second" + name + ".md");
            write(first, "# " + name + "\n");
            watched.await("first" + name + ".md", true);
            pause();
            renamed[round] =
                    watched.time(() -> Files.move(first, second), "second" + name + ".md", true);
            pause();
            deleted[round] =
                    watched.time(() -> Files.delete(second), "second" + name + ".md", false);
            pause();
            int now = round;
            burst[round] =
                    watched.time(
                            () -> {
                                for (int i = 0; i < BURST; i++) {
                                    Path file = repository.resolve("burst/page" + i + ".md");
                                    write(file, "# Burst" + now + "x" + i + "\n");
                                }
                            },
                            "Burst" + now + "x" + (BURST - 1),
                            true);
            pause();
        }
        figures.with("a file renamed, median ms", Figures.median(renamed))
                .with("a file deleted, median ms", Figures.median(deleted))
                .with(BURST + " Markdown files saved, median ms", Figures.median(burst));
    }

    private static void history(Path repository, Watched watched, Figures figures)
            throws Exception {
        double[] committed = new double[ROUNDS];
        double[] there = new double[ROUNDS];
        double[] back = new double[ROUNDS];
        git(repository, "add", "-A");
        commit(repository, "Before");
        watched.await("Before", true);
        pause();
        for (int round = 0; round < ROUNDS; round++) {
            String subject = "Commit" + round;
            write(repository.resolve("docs/benched.md"), "# Committed" + round + "\n");
            watched.await("Committed" + round, true);
            pause();
            committed[round] = watched.time(() -> commit(repository, subject), subject, true);
            pause();
            String last = "There" + (ON_BRANCH - 1);
            there[round] =
                    watched.time(
                            () -> git(repository, "checkout", "--quiet", "bench-there"),
                            last,
                            true);
            pause();
            back[round] =
                    watched.time(
                            () -> git(repository, "checkout", "--quiet", "bench-here"),
                            last,
                            false);
            pause();
        }
        figures.with("git commit of one file, median ms", Figures.median(committed))
                .with(
                        "git checkout, " + ON_BRANCH + " files more, median ms",
                        Figures.median(there))
                .with("git checkout back, median ms", Figures.median(back));
    }

    /** Does something to files. */
    private interface Doing {
        void run() throws Exception;
    }

    private interface Saving {
        void save(String name) throws Exception;
    }

    private static void measure(String what, Watched watched, Figures figures, Saving saving)
            throws Exception {
        double[] times = new double[ROUNDS];
        double cpu = 0;
        for (int round = -1;
                round < ROUNDS;
                round++) { // the first is for the just-in-time compiler
            String name = "Benched" + (what.hashCode() & Integer.MAX_VALUE) + "n" + (round + 1);
            double before = watched.cpuMs();
            double ms = watched.time(() -> saving.save(name), name, true);
            pause();
            if (round >= 0) {
                times[round] = ms;
                cpu += watched.cpuMs() - before;
            }
        }
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        figures.with(what + ", median ms", Figures.median(times))
                .with(what + ", longest ms", sorted[ROUNDS - 1])
                .with(what + ", CPU of the server ms", cpu / ROUNDS);
    }

    /** A server that watches a place. */
    private record Watched(OpenedServer server) implements AutoCloseable {
        static Watched open(Path place, Path data) throws IOException {
            OpenedServer server = new OpenedServer(ROOT, place, data, "--watch");
            server.awaitWatching();
            return new Watched(server);
        }

        /** From the end of what is done, in ms, until a node of a name is there, or is not. */
        double time(Doing doing, String name, boolean there) throws Exception {
            doing.run();
            long start = System.nanoTime();
            await(name, there);
            return (System.nanoTime() - start) / 1e6;
        }

        /** What the process has taken of the processors so far, answering included. */
        double cpuMs() {
            return server.tree().cpuOfTopSeconds() * 1e3;
        }

        void await(String name, boolean there) throws IOException, InterruptedException {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
            while (shows(name) != there) {
                if (System.nanoTime() > until) {
                    throw new IOException(
                            "'" + name + "' is " + (there ? "not" : "still") + " shown");
                }
                Thread.sleep(POLL_MS);
            }
        }

        private boolean shows(String name) throws IOException, InterruptedException {
            return server.text("/nodes?limit=20&name=" + name).contains("\"" + name + "\"");
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(PAUSE_MS);
    }

    private static void commit(Path repository, String subject) throws Exception {
        git(repository, "add", "-A");
        git(
                repository,
                "-c",
                "user.name=Bench",
                "-c",
                "user.email=bench@example.org",
                "commit",
                "--quiet",
                "-m",
                subject);
    }

    private static void git(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("git " + arguments[0] + " failed");
        }
    }
}
