package alchemist.gateway.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.xnio.Options;

/**
 * Serves operations and files by HTTP/1.1. I/O threads never wait: each request is answered by a
 * virtual thread of its own. For any thread.
 */
public final class HttpServer implements AutoCloseable {
    /** How long closing waits for what is being answered. */
    public static final Duration GRACE = Duration.ofSeconds(5);

    /** Tell what is of no interest to who runs the server; kept, lest they be forgotten. */
    private static final List<Logger> TALKATIVE =
            List.of(Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"));

    static {
        for (Logger logger : TALKATIVE) {
            if (logger.getLevel() == null) {
                logger.setLevel(Level.WARNING);
            }
        }
    }

    private static final ThreadFactory THREADS = Thread.ofVirtual().name("http-", 0).factory();

    /** Shared and never closed: to free them, Java has only what it is about to take away. */
    private static final DefaultByteBufferPool BUFFERS =
            new DefaultByteBufferPool(true, 16 << 10, -1, 4);

    private final Routes routes;
    private final Limits limits;
    private final Budget budget;
    private final @Nullable StaticFiles files;
    private final Stopping stopping = new Stopping();
    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private final Undertow undertow;
    private final CompletableFuture<Guards> guards = new CompletableFuture<>();
    private final InetSocketAddress address;

    private HttpServer(Site site, Routes routes, Limits limits) throws IOException {
        this.routes = routes;
        this.limits = limits;
        this.budget = new Budget(limits.bodiesBytes());
        this.files = site.files() == null ? null : new StaticFiles(site.files());
        this.undertow = undertow(site);
        try {
            undertow.start();
        } catch (RuntimeException e) {
            undertow.stop();
            throw new IOException(
                    "nothing can be served at "
                            + site.host()
                            + ":"
                            + site.port()
                            + ", perhaps because another program does ("
                            + reason(e)
                            + "): stop it, or choose another port",
                    e);
        }
        this.address = (InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress();
        guards.complete(new Guards(address.getPort(), site.names()));
    }

    /**
     * Begins to serve.
     *
     * @throws IOException when the address is taken, or the folder is not there
     */
    public static HttpServer start(Site site, Routes routes, Limits limits) throws IOException {
        return new HttpServer(site, routes, limits);
    }

    private Undertow undertow(Site site) {
        return Undertow.builder()
                .addHttpListener(site.port(), site.host())
                .setByteBufferPool(BUFFERS)
                .setHandler(new HttpContinueReadHandler(this::receive))
                .setWorkerOption(Options.WORKER_TASK_CORE_THREADS, 1)
                .setWorkerOption(Options.WORKER_TASK_MAX_THREADS, 1)
                .setWorkerOption(Options.THREAD_DAEMON, true)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, limits.connections())
                .setSocketOption(Options.CONNECTION_LOW_WATER, limits.connections())
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, limits.headerBytes())
                .setServerOption(UndertowOptions.DECODE_URL, false)
                // What stands there unescaped is judged where a problem can be told.
                .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setServerOption(
                        UndertowOptions.REQUEST_PARSE_TIMEOUT, (int) limits.headTime().toMillis())
                .setServerOption(
                        UndertowOptions.NO_REQUEST_TIMEOUT, (int) limits.idleTime().toMillis())
                .build();
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }

    /** Hands a request over to a thread of its own; by an I/O thread. */
    private void receive(HttpServerExchange exchange) {
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () -> {
                    Exchange one = new Exchange(exchange, this);
                    open.add(one);
                    THREADS.newThread(one).start();
                });
    }

    /** The port. */
    public int port() {
        return address.getPort();
    }

    /** Where it can be asked, without a slash at the end. */
    public URI address() {
        String host = address.getAddress().isAnyLocalAddress() ? "localhost" : text();
        return URI.create("http://" + host + ":" + port());
    }

    private String text() {
        String host = address.getAddress().getHostAddress();
        return host.contains(":") ? "[" + host.replaceAll("%.*", "") + "]" : host;
    }

    /**
     * Stops: what is asked now is refused, what has no end ends, what is being answered is finished
     * as far as the time suffices.
     */
    public void stop(Duration grace) {
        stopping.begin();
        long end = System.nanoTime() + grace.toNanos();
        while (!(open.isEmpty() && stopping.isDone())
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, Duration.ofMillis(5).toNanos());
        }
        undertow.stop();
    }

    /** Stops, and waits for {@link #GRACE} at most. */
    @Override
    public void close() {
        stop(GRACE);
    }

    void ended(Exchange exchange) {
        open.remove(exchange);
    }

    Guards guards() {
        return guards.join();
    }

    Routes routes() {
        return routes;
    }

    Limits limits() {
        return limits;
    }

    Budget budget() {
        return budget;
    }

    Stopping stopping() {
        return stopping;
    }

    @Nullable StaticFiles files() {
        return files;
    }
}
