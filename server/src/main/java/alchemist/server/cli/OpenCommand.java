package alchemist.server.cli;

import alchemist.server.data.DataDirectory;
import alchemist.server.serving.Server;
import alchemist.server.serving.ServerOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads places into a workspace, and shows its graph. */
@Command(
        name = "open",
        description = {
            "Read folders, repositories, files or addresses and show their graph in the browser.",
            "What has been opened before is only brought up to date."
        })
final class OpenCommand implements Callable<Integer> {
    @Mixin private final DataOption data;
    @Mixin private final WorkspaceOption workspace;
    @Mixin private final ExcludeOptions excludes = new ExcludeOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "PLACE",
            description =
                    "a folder, a Git repository, a file or a zip; or the address of a repository or"
                            + " of a file on the web")
    private List<String> places;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "P",
            description =
                    "where to listen on this machine (default " + ServerOptions.DEFAULT_PORT + ")")
    private @Nullable Integer port;

    @Option(names = "--no-browser", description = "do not open the browser, only print the address")
    private boolean noBrowser;

    @Option(
            names = "--watch",
            description = "go on reading what changes there, within a second or so")
    private boolean watch;

    /** What is not given is filled in by the library that reads command lines. */
    OpenCommand() {
        this(new DataOption(), new WorkspaceOption(), new ArrayList<>(), null, false);
    }

    OpenCommand(
            DataOption data,
            WorkspaceOption workspace,
            List<String> places,
            @Nullable Integer port,
            boolean noBrowser) {
        this.data = data;
        this.workspace = workspace;
        this.places = places;
        this.port = port;
        this.noBrowser = noBrowser;
    }

    @Override
    public Integer call() throws Exception {
        excludes.check();
        if (port != null) {
            FreePort.check(port);
        }
        List<Target> targets = Target.of(places);
        DataDirectory directory = data.directory();
        Optional<Api> running = Session.running(directory);
        if (running.isPresent()) {
            if (port != null && !running.get().url().endsWith(":" + port)) {
                System.out.println("A server is running on this data already; it keeps its port.");
            }
            List<PlaceWatch> watches = watches(targets);
            boolean good = show(running.get(), targets);
            for (Thread thread : follow(watches, running.get(), targets)) {
                thread.join();
            }
            return good ? 0 : CommandLineInterface.FAILED;
        }
        ServerOptions options =
                options(directory)
                        .withAhead(Optional.of(name(targets)))
                        .withPlaces(
                                targets.stream()
                                        .flatMap(target -> target.path().stream())
                                        .toList());
        try (Server server = Server.start(options)) {
            var _ = server.times().thenAccept(times -> System.out.println(times.text()));
            Api api = Api.own(server.port());
            List<PlaceWatch> watches = watches(targets);
            show(api, targets);
            follow(watches, api, targets);
            System.out.println("Alchemist keeps running; stop it with Ctrl-C.");
            server.awaitStop();
        }
        return 0;
    }

    /** Watches before it is read: what changes meanwhile is read after that. */
    private List<PlaceWatch> watches(List<Target> targets) throws IOException, Failure {
        return watch
                ? PlaceWatch.of(targets.stream().flatMap(target -> target.path().stream()).toList())
                : List.of();
    }

    private List<Thread> follow(List<PlaceWatch> watches, Api api, List<Target> targets) {
        ImportWatch imports = new ImportWatch(api, name(targets));
        List<Thread> threads = watches.stream().map(one -> one.start(imports)).toList();
        if (!threads.isEmpty()) {
            System.out.println("Watching for changes.");
        }
        return threads;
    }

    /** The usual port where it is free and none was asked for, else any. */
    private ServerOptions options(DataDirectory directory) {
        ServerOptions options = ServerOptions.of(directory);
        if (port != null) {
            return options.withPort(port);
        }
        return FreePort.isFree(ServerOptions.DEFAULT_PORT)
                ? options.withPort(ServerOptions.DEFAULT_PORT)
                : options.withPort(0);
    }

    private String name(List<Target> targets) {
        String given = workspace.given();
        return given == null ? targets.getFirst().workspace() : given;
    }

    private boolean show(Api api, List<Target> targets)
            throws IOException, Failure, InterruptedException {
        String name = name(targets);
        ImportWatch watch = new ImportWatch(api, name).without(excludes);
        watch.makeWorkspace();
        String url = api.url() + "/?ws=" + name;
        System.out.println("Opening " + url);
        if (!noBrowser) {
            Browser.open(url);
        }
        boolean good = true;
        try {
            for (Target target : targets) {
                good &= watch.run(target);
            }
        } catch (IOException | Failure e) {
            watch.takeBack();
            throw e;
        }
        if (!good && watch.takeBack()) {
            throw new Failure("nothing was read, so no workspace was made");
        }
        System.out.println("See it at " + url);
        return good;
    }
}
