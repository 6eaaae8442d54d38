package alchemist.gateway.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a request becomes a WebSocket (RFC 6455, 4.2). */
final class Handshake {
    private static final int KEY_BYTES = 16;
    private static final String VERSION = "13";
    private static final HttpString VERSION_HEADER = new HttpString("Sec-WebSocket-Version");

    private Handshake() {}

    /** Refuses what does not ask for a WebSocket, or not rightly. */
    static void check(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        boolean asked =
                exchange.getRequestMethod().toString().equals("GET")
                        && names(headers, Headers.UPGRADE, "websocket")
                        && names(headers, Headers.CONNECTION, "upgrade")
                        && VERSION.equals(headers.getFirst(VERSION_HEADER));
        if (!asked) {
            throw Problem.of(
                            Problem.Kind.UPGRADE_REQUIRED,
                            "here only a WebSocket of version 13 (RFC 6455) can be opened, not a"
                                    + " plain request answered; what happens can also be followed"
                                    + " as text/event-stream, at …/events")
                    .header("Upgrade", "websocket")
                    .header("Connection", "Upgrade")
                    .header("Sec-WebSocket-Version", VERSION);
        }
        if (!isKey(headers.getFirst(Headers.SEC_WEB_SOCKET_KEY)) || !exchange.isRequestComplete()) {
            throw Problem.of(
                    Problem.Kind.MALFORMED_REQUEST,
                    "a request for a WebSocket has no body, and a header Sec-WebSocket-Key of 16"
                            + " random bytes in base64");
        }
    }

    /** Goes over to the other protocol; the exchange is not touched afterwards. */
    static void accept(HttpServerExchange exchange, Reply.Upgraded reply, Limits limits) {
        WebSocketConnectionCallback connected =
                (_, channel) ->
                        new Socket(
                                        channel,
                                        reply.conversation(),
                                        reply.messageBytes(),
                                        limits.stallTime())
                                .begin();
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                new WebSocketProtocolHandshakeHandler(List.of(new Hybi13Handshake()), connected));
    }

    private static boolean names(HeaderMap headers, HttpString header, String token) {
        for (String line : headers.eachValue(header)) {
            for (String part : line.split(",", -1)) {
                if (part.strip().toLowerCase(Locale.ROOT).equals(token)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isKey(@Nullable String key) {
        try {
            return key != null && Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
