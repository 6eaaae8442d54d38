package alchemist.server.cli;

import alchemist.server.data.DataDirectory;
import alchemist.server.serving.Server;
import alchemist.server.serving.ServerOptions;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the workspaces there are until it is stopped. */
@Command(name = "serve", description = "Start the server of the workspaces there are.")
final class ServeCommand implements Callable<Integer> {
    @Mixin private final DataOption data;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "P",
            defaultValue = "" + ServerOptions.DEFAULT_PORT,
            description =
                    "where to listen on this machine (0: any free port; default ${DEFAULT-VALUE})")
    private int port;

    /** What is not given is filled in by the library that reads command lines. */
    ServeCommand() {
        this(new DataOption());
    }

    ServeCommand(DataOption data) {
        this(data, ServerOptions.DEFAULT_PORT);
    }

    ServeCommand(DataOption data, int port) {
        this.data = data;
        this.port = port;
    }

    @Override
    public Integer call() throws Exception {
        FreePort.check(port);
        DataDirectory directory = data.directory();
        Optional<Api> running = Session.running(directory);
        if (running.isPresent()) {
            throw new Failure("a server is running on this data already: " + running.get().url());
        }
        ServerOptions options =
                ServerOptions.of(directory).withPort(port).withAhead(directory.latestWorkspace());
        try (Server server = Server.start(options)) {
            System.out.println("Alchemist is at " + server.url() + "  (stop it with Ctrl-C)");
            var _ = server.times().thenAccept(times -> System.out.println(times.text()));
            server.awaitStop();
        }
        return 0;
    }
}
