package alchemist.server.serving;

import alchemist.gateway.http.HttpServer;
import alchemist.gateway.http.Limits;
import alchemist.gateway.http.Site;
import alchemist.gateway.live.LiveLimits;
import alchemist.gateway.rest.Api;
import alchemist.log.Disk;
import alchemist.log.LogException;
import alchemist.logfile.FileDisk;
import alchemist.server.data.ServerFile;
import alchemist.server.serving.StartTimes.Ahead;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Everything that runs in a server's process. Closed also when the process is asked to end. */
public final class Server implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Server.class.getName());

    private final ServerOptions options;
    private final House house;
    private final HttpServer http;
    private final CompletableFuture<StartTimes> times = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread atExit = new Thread(this::stop, "stop");

    private Server(ServerOptions options, House house, HttpServer http) {
        this.options = options;
        this.house = house;
        this.http = http;
    }

    /**
     * Opens the data, and begins to serve it.
     *
     * @throws IOException when another process owns the data, or the port is taken; the message
     *     says what to do
     */
    public static Server start(ServerOptions options) throws IOException {
        return start(options, new FileDisk());
    }

    static Server start(ServerOptions options, Disk disk) throws IOException {
        Instant begun = Instant.now();
        HeapWatch.begin();
        House house = new House(disk, options.data());
        boolean served = false;
        try {
            house.readAhead(options.ahead(), options.places());
            CompletableFuture<Optional<Ahead>> ahead = openAhead(house, options.ahead());
            Api api =
                    new Api(
                            house,
                            House.LOCAL_PERSON,
                            new SecureRandom(),
                            InstantSource.system(),
                            LiveLimits.DEFAULTS,
                            new DamagedLogs());
            Site site =
                    Site.local(
                            options.port(), options.web().filter(Files::isDirectory).orElse(null));
            Server server =
                    new Server(
                            options, house, HttpServer.start(site, api.routes(), Limits.DEFAULTS));
            served = true;
            server.announce();
            Instant listening = Instant.now();
            Instant process = ProcessStart.instant(Instant.now());
            var _ =
                    ahead.thenAccept(
                            opened ->
                                    server.times.complete(
                                            new StartTimes(process, begun, listening, opened)));
            return server;
        } finally {
            if (!served) {
                close(house);
            }
        }
    }

    /**
     * Opens a workspace beside the rest of the start; one that cannot be says so when asked for.
     */
    private static CompletableFuture<Optional<Ahead>> openAhead(
            House house, Optional<String> name) {
        if (name.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletableFuture<Optional<Ahead>> opened = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("ahead")
                .start(
                        () -> {
                            try {
                                opened.complete(house.openAhead(name.get()));
                            } catch (RuntimeException e) {
                                opened.complete(Optional.empty());
                            }
                        });
        return opened;
    }

    /** When the parts of the start were there, once they all are. */
    public CompletableFuture<StartTimes> times() {
        return times;
    }

    private void announce() throws IOException {
        Runtime.getRuntime().addShutdownHook(atExit);
        new ServerFile(ProcessHandle.current().pid(), port(), ProgramVersion.TEXT)
                .write(options.data().serverFile());
    }

    /** Where it listens, on the loopback. */
    public int port() {
        return http.port();
    }

    /** Where people open it. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Waits until it is stopped. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() {
        if (stopped.getCount() > 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException e) {
                return; // the process is ending, which stops it
            }
            stop();
        }
    }

    private void stop() {
        try {
            Files.deleteIfExists(options.data().serverFile());
        } catch (IOException e) {
            LOGGER.log(
                    System.Logger.Level.WARNING, "the file of the running server stays behind", e);
        }
        http.stop(HttpServer.GRACE);
        close(house);
        stopped.countDown();
    }

    private static void close(House house) {
        try {
            house.close();
        } catch (IOException | LogException e) {
            LOGGER.log(
                    System.Logger.Level.ERROR,
                    "the data could not be closed; nothing acknowledged is lost",
                    e);
        }
    }
}
