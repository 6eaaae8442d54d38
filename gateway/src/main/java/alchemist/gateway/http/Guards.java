package alchemist.gateway.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages of others out, and other users of the machine. A server on the loopback is
 * reached by every page that its user opens: so requests must be addressed to it by one of its own
 * names (else a foreign name could be made to resolve to it), must not come from another page, and
 * must change things only with a media type that forms cannot send.
 */
final class Guards {
    private static final AttachmentKey<Boolean> KNOWN = AttachmentKey.create(Boolean.class);

    private final Set<String> authorities = new TreeSet<>();
    private final Neighbours neighbours = Neighbours.here();

    /**
     * Guards of a server.
     *
     * @param names the host names, beside those of the loopback, that it may be called by
     */
    Guards(int port, Set<String> names) {
        Set<String> hosts = new TreeSet<>(names);
        hosts.add("localhost");
        hosts.add("127.0.0.1");
        hosts.add("[::1]");
        for (String host : hosts) {
            String lower = host.toLowerCase(Locale.ROOT);
            authorities.add(lower + ":" + port);
            if (port == 80) {
                authorities.add(lower);
            }
        }
    }

    void host(HttpServerExchange exchange) {
        if (exchange.getRequestHeaders().count(Headers.HOST) != 1
                || !isOurs(exchange.getRequestHeaders().getFirst(Headers.HOST))) {
            throw Problem.of(
                    Problem.Kind.FOREIGN_HOST,
                    "the header Host must name this server: "
                            + String.join(" or ", authorities)
                            + "; a server that is reached by other names is told so when it is"
                            + " started");
        }
    }

    /** Others who use this machine are not answered; each connection is looked at once. */
    void user(HttpServerExchange exchange) throws IOException {
        ServerConnection connection = exchange.getConnection();
        if (connection.getAttachment(KNOWN) != null) {
            return;
        }
        Neighbours.Whose whose =
                neighbours.whose(
                        connection.getPeerAddress(InetSocketAddress.class),
                        connection.getLocalAddress(InetSocketAddress.class));
        if (whose != Neighbours.Whose.OURS) {
            throw Problem.of(
                    Problem.Kind.FOREIGN_USER,
                    "only the user who runs this server may ask it, not others of this machine");
        }
        connection.putAttachment(KNOWN, true);
    }

    void origin(HttpServerExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
        if (origin != null && !isOurOrigin(origin)) {
            throw foreign("the page " + printable(origin) + " is not of this server");
        }
        String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw foreign("the request comes from a page of another site");
        }
    }

    /** A body, and its charset and coding, must be of those that an operation reads. */
    static void mediaType(HttpServerExchange exchange, Operation operation) {
        String header = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        String type = header == null ? "" : MediaType.bare(header);
        String known = header == null ? "" : MediaType.charset(header);
        if (operation.bodies().stream().noneMatch(body -> body.mediaType().equals(type))) {
            throw wrongType(
                    "the header Content-Type must be "
                            + String.join(
                                    " or ",
                                    operation.bodies().stream()
                                            .map(Operation.Body::mediaType)
                                            .toList())
                            + (header == null
                                    ? ", it is missing"
                                    : ", not '" + printable(type) + "'")
                            + "; also for an empty body");
        }
        if (!known.isEmpty() && !known.equals("utf-8") && !known.equals("utf8")) {
            throw wrongType("JSON is UTF-8 here, not " + printable(known));
        }
        String coding = exchange.getRequestHeaders().getFirst(Headers.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw wrongType(
                    "a body with the Content-Encoding '"
                            + printable(coding)
                            + "' is not read here; send it plainly");
        }
        String transfer = exchange.getRequestHeaders().getFirst(Headers.TRANSFER_ENCODING);
        if (transfer != null && !transfer.equalsIgnoreCase("chunked")) {
            throw wrongType(
                    "a body with the Transfer-Encoding '"
                            + printable(transfer)
                            + "' is not read here; send it chunked, or with its length");
        }
    }

    private boolean isOurs(@Nullable String authority) {
        return authority != null && authorities.contains(authority.toLowerCase(Locale.ROOT));
    }

    private boolean isOurOrigin(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") && isOurs(lower.substring("http://".length()));
    }

    private static Problem foreign(String what) {
        return Problem.of(
                Problem.Kind.FOREIGN_ORIGIN,
                what + ": only its own pages, and programs that are no browsers, may ask it");
    }

    private static Problem wrongType(String detail) {
        return Problem.of(Problem.Kind.WRONG_MEDIA_TYPE, detail);
    }

    /** What a client sent, fit to be sent back. */
    static String printable(String text) {
        String cut = text.length() > 100 ? text.substring(0, 100) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
