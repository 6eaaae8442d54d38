package alchemist.server.cli;

import alchemist.exchange.TemporaryFolder;
import alchemist.server.data.DataDirectory;
import alchemist.server.serving.Server;
import alchemist.server.serving.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            firstDay(options, Files.createDirectories(folder.resolve("place")));
            nextDay(options);
        }
        return 0;
    }

    private static void firstDay(ServerOptions options, Path place) throws Exception {
        Files.writeString(place.resolve("diagram.json"), DIAGRAM);
        Files.writeString(place.resolve("notes.md"), "# Notes\n");
        for (int i = 0; i < FILES; i++) {
            Files.writeString(place.resolve("file-" + i + ".txt"), "");
        }
        try (Server server = Server.start(options)) {
            Api api = new Api(server.port());
            ImportWatch watch = new ImportWatch(api, "warmup");
            watch.makeWorkspace();
            watch.run(Target.of(place.toString()));
        }
    }

    /** What there is is read again, and asked for. */
    private static void nextDay(ServerOptions options) throws Exception {
        try (Server server = Server.start(options)) {
            System.out.println(server.times().join().text());
            Api api = new Api(server.port());
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
