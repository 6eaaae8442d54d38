package alchemist.gateway.http;

import alchemist.kernel.json.JsonWriter;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;

/** One request and its answer, from the head to the last byte. Runs in a virtual thread. */
final class Exchange implements Runnable {
    private static final System.Logger LOG = System.getLogger("alchemist.gateway");
    private static final String CSP =
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'"
                    + " 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:;"
                    + " connect-src 'self'; object-src 'none'; base-uri 'self'; form-action"
                    + " 'self'; frame-ancestors 'none'";

    /** How much of a body that nobody wants is read, so that the client sees why. */
    private static final long LINGER_BYTES = 64L << 20;

    private static final long LINGER_NANOS = 2_000_000_000L;

    private final HttpServerExchange exchange;
    private final HttpServer server;
    private final Inflow inflow;
    private final @Nullable StreamSourceChannel source;

    Exchange(HttpServerExchange exchange, HttpServer server) {
        this.exchange = exchange;
        this.server = server;
        this.source = exchange.isRequestComplete() ? null : exchange.getRequestChannel();
        this.inflow =
                new Inflow(
                        source,
                        exchange.getRequestContentLength(),
                        server.limits(),
                        server.budget());
    }

    @Override
    public void run() {
        boolean handedOver = false;
        try {
            Reply reply = reply();
            if (reply instanceof Reply.Upgraded upgraded) {
                handedOver = true;
                Handshake.accept(exchange, upgraded, server.limits());
            } else {
                send(reply);
            }
        } catch (ClientGone e) {
            LOG.log(Level.DEBUG, "the client of {0} went away: {1}", target(), e);
            IoUtils.safeClose(exchange.getConnection());
        } catch (Throwable e) {
            LOG.log(Level.ERROR, "the answer to " + target() + " broke off", e);
            IoUtils.safeClose(exchange.getConnection());
        } finally {
            inflow.release();
            if (!handedOver) {
                finish();
            }
            server.ended(this);
        }
    }

    private Reply reply() throws Exception {
        try {
            Reply reply = answer();
            if (reply instanceof Reply.Upgraded) {
                Handshake.check(exchange);
            }
            return reply;
        } catch (Problem problem) {
            return problem.reply(Guards.printable(exchange.getRequestURI()));
        } catch (ClientGone e) {
            throw e;
        } catch (Throwable e) {
            // Also an Error: a class that is missing or a stack that is full is one request's
            // fault.
            return failure(e);
        }
    }

    private Reply failure(Throwable e) {
        Optional<Problem> meant = server.routes().meaning(e);
        if (meant.isPresent()) {
            LOG.log(Level.ERROR, "{0} failed: {1}", target(), meant.get().detail());
            return meant.get().reply(Guards.printable(exchange.getRequestURI()));
        }
        LOG.log(Level.ERROR, target() + " failed", e);
        return Problem.of(
                        Problem.Kind.INTERNAL,
                        "the server failed at this; its log says why. Nothing that was answered"
                                + " before is lost; try it again, and report it when it stays")
                .reply(Guards.printable(exchange.getRequestURI()));
    }

    private Reply answer() throws Exception {
        if (server.stopping().isStopping()) {
            exchange.setPersistent(false);
            throw Problem.of(Problem.Kind.BUSY, "the server is about to stop");
        }
        String raw = path();
        String rawQuery = exchange.getQueryString();
        if (raw.length() + rawQuery.length() > server.limits().urlChars()) {
            throw Problem.of(
                    Problem.Kind.URL_TOO_LONG,
                    "an address may have " + server.limits().urlChars() + " characters");
        }
        server.guards().host(exchange);
        server.guards().user(exchange);
        List<String> path = segments(raw);
        String method = exchange.getRequestMethod().toString();
        if (!raw.startsWith(Routes.ROOT)) {
            return file(method, path);
        }
        server.guards().origin(exchange);
        return operation(method, path, rawQuery);
    }

    /**
     * The path, also where the whole address was sent, as to a proxy: its host is checked before.
     */
    private String path() {
        String raw = exchange.getRequestURI();
        if (!exchange.isHostIncludedInRequestURI()) {
            return raw;
        }
        int slash = raw.indexOf('/', raw.indexOf("://") + "://".length());
        return slash < 0 ? "/" : raw.substring(slash);
    }

    private Reply operation(String method, List<String> path, String rawQuery) throws Exception {
        List<String> methods = server.routes().methods(path);
        if (methods.isEmpty()) {
            throw Problem.of(
                    Problem.Kind.NOT_FOUND,
                    "nothing is at this path; all that can be asked is in /api/v1/openapi.json");
        }
        String asked = method.equals("HEAD") ? "GET" : method;
        if (!methods.contains(asked)) {
            throw notAllowed(method, methods);
        }
        if (asked.equals("OPTIONS")) {
            return Reply.empty(204).header("Allow", String.join(", ", methods));
        }
        Operation operation = server.routes().find(Method.valueOf(asked), path);
        if (operation == null) {
            throw notAllowed(method, methods);
        }
        if (operation.method() == Method.POST) {
            Guards.mediaType(exchange, operation);
        }
        Map<String, String> query = Request.query(rawQuery);
        for (String name : query.keySet()) {
            if (!operation.takes(name)) {
                throw unknown(name, operation);
            }
        }
        return operation
                .handler()
                .answer(
                        new Request(
                                exchange,
                                operation,
                                path,
                                query,
                                inflow,
                                server.limits(),
                                server.stopping()));
    }

    private Reply file(String method, List<String> path) throws IOException {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw notAllowed(method, List.of("GET", "HEAD"));
        }
        HeaderMap headers = exchange.getRequestHeaders();
        StaticFiles files = server.files();
        String known = headers.getFirst(Headers.IF_NONE_MATCH);
        Reply reply =
                files == null
                        ? null
                        : files.find(
                                path.equals(List.of("")) ? List.of("index.html") : path,
                                takesGzip(),
                                known == null ? "" : known);
        if (reply == null) {
            throw Problem.of(
                    Problem.Kind.NOT_FOUND,
                    files == null
                            ? "this server has no web app, only the API: see /api/v1/openapi.json"
                            : "there is no such file; the API is below /api/v1/");
        }
        return reply;
    }

    private static List<String> segments(String raw) {
        List<String> segments = new ArrayList<>();
        for (String part : raw.substring(raw.startsWith("/") ? 1 : 0).split("/", -1)) {
            String segment = Percent.decode(part, false);
            if (segment == null || segment.equals(".") || segment.equals("..")) {
                throw Problem.of(
                        Problem.Kind.MALFORMED_REQUEST,
                        "the path holds something that is not percent-encoded UTF-8, a control"
                                + " character, or a step to another folder");
            }
            segments.add(segment);
        }
        return segments;
    }

    private static Problem notAllowed(String method, List<String> methods) {
        String allowed = String.join(", ", methods);
        return Problem.of(
                        Problem.Kind.METHOD_NOT_ALLOWED,
                        "here " + allowed + " can be used, not " + Guards.printable(method))
                .header("Allow", allowed);
    }

    private static Problem unknown(String name, Operation operation) {
        List<String> known =
                operation.parameters().stream()
                        .filter(p -> p.place() == Parameter.Place.QUERY)
                        .map(Parameter::name)
                        .toList();
        String shown = Guards.printable(name);
        return Problem.of(
                        Problem.Kind.UNKNOWN_PARAMETER,
                        "'"
                                + shown
                                + "' is no parameter here, "
                                + (known.isEmpty()
                                        ? "where there are none"
                                        : "only " + String.join(", ", known)))
                .with("parameter", shown);
    }

    private void send(Reply reply) throws Exception {
        exchange.setStatusCode(reply.status());
        secure(exchange.getResponseHeaders());
        switch (reply) {
            case Reply.Whole whole -> sendWhole(whole);
            case Reply.Streamed streamed -> sendStream(streamed);
            case Reply.Upgraded _ -> throw new AssertionError("handed over before");
        }
    }

    private void sendWhole(Reply.Whole reply) throws IOException {
        HeaderMap headers = exchange.getResponseHeaders();
        reply.headers().forEach(header -> headers.put(name(header), header.value()));
        byte[] body = reply.body();
        if (!reply.mediaType().isEmpty()) {
            headers.put(Headers.CONTENT_TYPE, reply.mediaType());
            boolean compressible =
                    Gzip.isWorthIt(reply.mediaType(), body.length)
                            && !headers.contains(Headers.CONTENT_ENCODING);
            if (compressible && !headers.contains(Headers.VARY)) {
                headers.put(Headers.VARY, "Accept-Encoding");
            }
            if (compressible && !headers.contains(Headers.ETAG) && takesGzip()) {
                body = Gzip.fast(body);
                headers.put(Headers.CONTENT_ENCODING, "gzip");
            }
        }
        if (reply.status() == 204 || reply.status() == 304) {
            return;
        }
        exchange.setResponseContentLength(body.length);
        if (body.length > 0 && !isHead()) {
            Sink sink = new Sink(exchange.getResponseChannel(), server.limits().stallTime(), false);
            sink.write(body, 0, body.length);
            sink.end();
        }
    }

    private void sendStream(Reply.Streamed reply) throws Exception {
        HeaderMap headers = exchange.getResponseHeaders();
        reply.headers().forEach(header -> headers.put(name(header), header.value()));
        headers.put(Headers.CONTENT_TYPE, reply.mediaType());
        boolean compressed = reply.compressed() && takesGzip();
        if (reply.compressed()) {
            headers.put(Headers.VARY, "Accept-Encoding");
        }
        if (compressed) {
            headers.put(Headers.CONTENT_ENCODING, "gzip");
        }
        if (isHead()) {
            return;
        }
        Sink sink =
                new Sink(exchange.getResponseChannel(), server.limits().stallTime(), compressed);
        try {
            reply.writing().to(sink);
        } catch (ClientGone e) {
            throw e;
        } catch (Exception e) {
            endWith(e, reply.mediaType(), sink);
        }
        sink.end();
    }

    /**
     * Ends a body of lines or events with the problem that a failure means, so that the client
     * learns why the rest is missing; any other is broken off.
     */
    private void endWith(Exception failure, String mediaType, Sink sink) throws Exception {
        Optional<Problem> meant = server.routes().meaning(failure);
        boolean isEvents = mediaType.equals(MediaType.EVENTS);
        if (meant.isEmpty() || !(isEvents || mediaType.equals(MediaType.NDJSON))) {
            throw failure;
        }
        LOG.log(Level.ERROR, "{0} broke off: {1}", target(), meant.get().detail());
        JsonWriter json = new JsonWriter();
        meant.get().write(Guards.printable(exchange.getRequestURI()), json);
        if (isEvents) {
            sink.write("event: problem\ndata: ".getBytes(StandardCharsets.US_ASCII));
            json.line();
        }
        sink.write(json.line());
    }

    private static void secure(HeaderMap headers) {
        headers.put(new HttpString("Content-Security-Policy"), CSP);
        headers.put(new HttpString("X-Content-Type-Options"), "nosniff");
        headers.put(new HttpString("Referrer-Policy"), "no-referrer");
        headers.put(new HttpString("Cross-Origin-Resource-Policy"), "same-origin");
        headers.put(new HttpString("Cross-Origin-Opener-Policy"), "same-origin");
        headers.put(Headers.CACHE_CONTROL, "no-cache");
    }

    private static HttpString name(Header header) {
        return HttpString.tryFromString(header.name());
    }

    private boolean isHead() {
        return exchange.getRequestMethod().toString().equals("HEAD");
    }

    private boolean takesGzip() {
        String accepted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_ENCODING);
        return accepted != null && Accept.coding(accepted, "gzip");
    }

    /** Reads what is left of the body for a while, then ends; or else closes the connection. */
    private void finish() {
        StreamSourceChannel channel = source;
        if (channel != null && exchange.getConnection().isOpen() && !exchange.isRequestComplete()) {
            try {
                if (!linger()) {
                    IoUtils.safeClose(exchange.getConnection());
                }
            } catch (IOException | Problem _) {
                IoUtils.safeClose(exchange.getConnection());
            }
        }
        exchange.endExchange();
    }

    private boolean linger() throws IOException {
        byte[] scrap = new byte[16 << 10];
        long deadline = System.nanoTime() + LINGER_NANOS;
        for (long left = LINGER_BYTES; left > 0 && System.nanoTime() < deadline; ) {
            int read = inflow.readFor(scrap, deadline - System.nanoTime());
            if (read < 0) {
                return true;
            }
            left -= read;
        }
        return false;
    }

    /** What was asked for, for messages. */
    private String target() {
        return exchange.getRequestMethod() + " " + Guards.printable(exchange.getRequestURI());
    }
}
