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
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** Everything that runs in a server's process. Closed also when the process is asked to end. */
public final class Server implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Server.class.getName());

    private final ServerOptions options;
    private final House house;
    private final HttpServer http;
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
        House house = new House(disk, options.data());
        boolean served = false;
        try {
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
            return server;
        } finally {
            if (!served) {
                close(house);
            }
        }
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
            Runtime.getRuntime().removeShutdownHook(atExit);
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
