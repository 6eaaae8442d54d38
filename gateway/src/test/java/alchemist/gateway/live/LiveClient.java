package alchemist.gateway.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of a live socket, as a program would be one. */
final class LiveClient implements AutoCloseable {
    static final long PATIENCE_S = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    LiveClient(int port, String workspace) throws Exception {
        URI uri =
                URI.create("ws://localhost:" + port + "/api/v1/workspaces/" + workspace + "/live");
        socket =
                http.newWebSocketBuilder()
                        .buildAsync(uri, new Ears())
                        .get(PATIENCE_S, TimeUnit.SECONDS);
    }

    private final class Ears implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                heard.add(parts.toString());
                parts.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }

    LiveClient say(String json) throws Exception {
        socket.sendText(json, true).get(PATIENCE_S, TimeUnit.SECONDS);
        return this;
    }

    void sayBytes(byte[] bytes) throws Exception {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).get(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** Says something in many parts. */
    void sayInParts(String part, int times) {
        for (int i = 0; i < times && !closed.isDone(); i++) {
            try {
                socket.sendText(part, i == times - 1).get(PATIENCE_S, TimeUnit.SECONDS);
            } catch (Exception _) {
                return; // the server has heard enough
            }
        }
    }

    /** The next message. */
    Properties next() throws Exception {
        String text = heard.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("nothing was said");
        }
        return ValueJson.readProperties(JsonReader.of(text));
    }

    /** What stands in the next message of a name; others are passed over. */
    Properties next(String name) throws Exception {
        return next(name, _ -> true);
    }

    Properties next(String name, Predicate<Properties> wanted) throws Exception {
        while (true) {
            Properties message = next();
            if (message.find(name) instanceof Value.MapOf(Properties inner) && wanted.test(inner)) {
                return inner;
            }
        }
    }

    /** The code of the next error. */
    String error() throws Exception {
        return text(next("error"), "code");
    }

    /** The events of a subscription up to a position. */
    List<Properties> eventsTo(String subscription, long position) throws Exception {
        List<Properties> events = new ArrayList<>();
        while (true) {
            Properties frame = next("events", f -> text(f, "subscription").equals(subscription));
            events.addAll(list(frame, "events"));
            if (number(frame, "position") >= position) {
                return events;
            }
        }
    }

    /** How the server closed. */
    int closeCode() throws Exception {
        return closed.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    static List<Long> positions(List<Properties> events) {
        return events.stream().map(e -> number(e, "position")).toList();
    }

    static String text(Properties map, String key) {
        return map.find(key) instanceof Value.Text(String text) ? text : "missing: " + map;
    }

    static long number(Properties map, String key) {
        return map.find(key) instanceof Value.Int(long number) ? number : Long.MIN_VALUE;
    }

    static Properties map(Properties map, String key) {
        return map.find(key) instanceof Value.MapOf(Properties inner) ? inner : Properties.NONE;
    }

    static List<Properties> list(Properties map, String key) {
        return map.find(key) instanceof Value.ListOf(List<Value> values)
                ? values.stream().map(v -> ((Value.MapOf) v).entries()).toList()
                : List.of();
    }

    /** Leaves, and waits until the server has closed as well. */
    void leave() throws Exception {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(PATIENCE_S, TimeUnit.SECONDS);
        assertEquals(WebSocket.NORMAL_CLOSURE, closeCode());
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
