package alchemist.server.cli;

import alchemist.exchange.TemporaryFolder;
import alchemist.server.data.DataDirectory;
import alchemist.server.serving.Server;
import alchemist.server.serving.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Does once what people do first, so that the build can keep what the JVM learnt of it. */
@Command(
        name = "warmup",
        hidden = true,
        description = "Start, serve typical requests, and stop; run by the build.")
final class WarmupCommand implements Callable<Integer> {
    /** So many that the state and the view are worth being saved, and are read again. */
    private static final int FILES = 4_000;

    private static final int COMMITS = 20;

    private static final String CODE =
            """
            package warm.pNUMBER;

            import java.util.List;

            /** The class NUMBER. */
            public final class WarmNUMBER {
                private final List<String> words = List.of("a", "b");

                public int count(int most) {
                    for (String word : words) {
                        if (word.length() > most && most > 0) {
                            return new WarmNUMBER().count(most - 1);
                        }
                    }
                    return words.size();
                }
            }
            """;

    private static final String PAGE =
            """
            # Page NUMBER

            See [the next one](pageNEXT.md) and `WarmNUMBER`. It has a *list*:

            - one
            - two
            """;

    private static final String DIAGRAM =
            """
            {"nodes":[{"id":"n0","position":{"x":0,"y":0},"caption":"One","labels":["Thing"],"properties":{"a":"1"},"style":{}},
            {"id":"n1","position":{"x":9,"y":0},"caption":"Two","labels":[],"properties":{},"style":{}}],
            "relationships":[{"id":"n0","fromId":"n0","toId":"n1","type":"KNOWS","properties":{},"style":{}}],"style":{}}
            """;

    @Override
    public Integer call() throws Exception {
        try (TemporaryFolder temporary = TemporaryFolder.make("warmup")) {
            Path folder = temporary.path();
            ServerOptions options =
                    ServerOptions.of(new DataDirectory(folder.resolve("data")).made())
                            .withPort(0)
                            .withAhead(Optional.of("warmup"));
            Path place = Files.createDirectories(folder.resolve("place"));
            firstDay(options, place);
            nextDay(options, place);
        }
        return 0;
    }

    private static void firstDay(ServerOptions options, Path place) throws Exception {
        write(place.resolve("diagram.json"), DIAGRAM);
        write(place.resolve("notes.md"), "# Notes\n");
        for (int i = 0; i < FILES; i++) {
            write(place.resolve("d" + i % 50 + "/e" + i % 7 + "/file" + i + ".txt"), "");
        }
        commits(place);
        try (Server server = Server.start(options)) {
            Api api = new Api(server.port());
            ImportWatch watch = new ImportWatch(api, "warmup");
            watch.makeWorkspace();
            watch.run(Target.of(place.toString()));
        }
    }

    /** A history, as most places have one. Without Git there is none. */
    private static void commits(Path place) throws IOException, InterruptedException {
        boolean git = git(place, "init", "--quiet");
        for (int i = 0; i < COMMITS; i++) {
            write(place.resolve("code/p" + i + "/Warm" + i + ".java"), numbered(CODE, i));
            write(place.resolve("docs/page" + i + ".md"), numbered(PAGE, i));
            write(place.resolve("notes.md"), "# Notes\n\n" + i + "\n");
            if (i > 0) {
                Files.move(place.resolve("moved" + (i - 1)), place.resolve("moved" + i));
            } else {
                write(place.resolve("moved0"), "What is moved on.\n");
            }
            git =
                    git
                            && git(place, "add", "-A")
                            && git(
                                    place,
                                    "-c",
                                    "user.name=Warm Up",
                                    "-c",
                                    "user.email=warm@example.org",
                                    "commit",
                                    "--quiet",
                                    "-m",
                                    "Commit " + i);
        }
    }

    private static String numbered(String text, int number) {
        return text.replace("NUMBER", Integer.toString(number))
                .replace("NEXT", Integer.toString((number + 1) % COMMITS));
    }

    private static boolean git(Path place, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(place.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        try {
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false; // it is not installed
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    /** What there is is read again, and asked for. */
    private static void nextDay(ServerOptions options, Path place) throws Exception {
        try (Server server = Server.start(options)) {
            System.out.println(server.times().join().text());
            Api api = new Api(server.port());
            new ImportWatch(api, "warmup").run(Target.of(place.toString()));
            for (String path :
                    List.of(
                            "/health",
                            "/workspaces",
                            "/workspaces/warmup/stats",
                            "/workspaces/warmup/nodes?limit=1",
                            "/workspaces/warmup/nodes?name=one",
                            "/workspaces/warmup/events?limit=10")) {
                api.get(path);
            }
            api.stream(
                    "/workspaces/warmup/map",
                    "*/*",
                    body -> {
                        try {
                            body.readAllBytes();
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    });
        }
    }
}
