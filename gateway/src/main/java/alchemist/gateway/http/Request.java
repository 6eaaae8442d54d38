package alchemist.gateway.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked. For the thread that answers. */
public final class Request {
    private final HttpServerExchange exchange;
    private final Operation operation;
    private final List<String> path;
    private final Map<String, String> query;
    private final Inflow inflow;
    private final Limits limits;
    private final Stopping stopping;

    Request(
            HttpServerExchange exchange,
            Operation operation,
            List<String> path,
            Map<String, String> query,
            Inflow inflow,
            Limits limits,
            Stopping stopping) {
        this.exchange = exchange;
        this.operation = operation;
        this.path = path;
        this.query = query;
        this.inflow = inflow;
        this.limits = limits;
        this.stopping = stopping;
    }

    /** The path as it was sent. */
    public String path() {
        return exchange.getRequestURI();
    }

    /**
     * A parameter.
     *
     * @throws Problem when it is not of its form, or missing
     */
    public <T> T get(Parameter<T> parameter) {
        String text = raw(parameter);
        if (text != null) {
            return parameter.read(text);
        }
        T absent = parameter.absent();
        if (absent == null) {
            throw Problem.parameter(parameter.name(), "is missing: " + parameter.doc());
        }
        return absent;
    }

    /**
     * A parameter, if it is there.
     *
     * @throws Problem when it is not of its form
     */
    public <T> Optional<T> find(Parameter<T> parameter) {
        String text = raw(parameter);
        return text == null ? Optional.empty() : Optional.of(parameter.read(text));
    }

    private @Nullable String raw(Parameter<?> parameter) {
        return switch (parameter.place()) {
            case PATH -> operation.template().value(parameter.name(), path);
            case QUERY -> query.get(parameter.name());
            case HEADER -> exchange.getRequestHeaders().getFirst(parameter.name());
        };
    }

    /** A header; empty when it is not there. */
    public String header(String name) {
        String text = exchange.getRequestHeaders().getFirst(name);
        return text == null ? "" : text;
    }

    /**
     * The media type of the answer that the client likes best, of those that there are; the first
     * when it does not say.
     *
     * @throws Problem when it accepts none
     */
    public String preferred(String... mediaTypes) {
        List<String> offers = List.of(mediaTypes);
        String all = String.join(",", exchange.getRequestHeaders().eachValue(Headers.ACCEPT));
        String best = Accept.best(all, offers);
        if (best == null) {
            throw Problem.of(
                    Problem.Kind.NOT_ACCEPTABLE,
                    "this is answered as "
                            + String.join(", ", offers)
                            + ", not as '"
                            + all
                            + "'; change the header Accept");
        }
        return best;
    }

    /** The media type of the body, in lower case and without parameters. */
    public String mediaType() {
        return MediaType.bare(header("Content-Type"));
    }

    /**
     * The body as a whole.
     *
     * @throws Problem when it is too large, or too slow
     */
    public byte[] body() throws IOException {
        return inflow.whole();
    }

    /** The lines of the body, as they arrive. */
    public Lines lines() {
        return new Lines(inflow, limits.lineBytes());
    }

    /**
     * The records of a binary body, as they arrive.
     *
     * @param magic the three bytes that it begins with
     */
    public Frames frames(byte[] magic, int version) {
        return new Frames(inflow, magic, version, limits.lineBytes());
    }

    /** How long a client may take nothing of an answer. */
    public Limits limits() {
        return limits;
    }

    /** Whether the server is about to stop: what has no end ends now. */
    public boolean isStopping() {
        return stopping.isStopping();
    }

    /**
     * Has something called when the server is about to stop; at once when it is already.
     *
     * @return to be closed when that is no longer wanted
     */
    public Stopping.Hook whenStopping(Runnable action) {
        return stopping.add(action);
    }

    /** The query of a URL, decoded; a parameter that stands twice is refused. */
    static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw.isEmpty()) {
            return query;
        }
        for (String part : raw.split("&", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            String value = decoded(equals < 0 ? "" : part.substring(equals + 1));
            if (query.put(name, value) != null) {
                throw Problem.parameter(name, "stands twice");
            }
        }
        return query;
    }

    private static String decoded(String raw) {
        String text = Percent.decode(raw, true);
        if (text == null) {
            throw Problem.of(
                    Problem.Kind.MALFORMED_REQUEST,
                    "the query holds something that is not percent-encoded UTF-8, or a control"
                            + " character");
        }
        return text;
    }
}
