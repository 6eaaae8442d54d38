package alchemist.gateway.rest;

import alchemist.gateway.Hosted;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Request;
import alchemist.gateway.rest.CommandReader.Defaults;
import alchemist.kernel.Id;
import java.util.Optional;

/**
 * Who sends the commands of one request, where they do not say: by the header Idempotency-Key, else
 * the server's own client. With a key, the n-th command is always the same command, so that the
 * whole request can be sent again.
 */
final class Sender {
    static final Parameter<String> IDEMPOTENCY_KEY =
            Parameter.of(
                            "Idempotency-Key",
                            "any text of up to 200 characters that names this request: sent again"
                                    + " with the same commands, what was accepted before is answered"
                                    + " again, and nothing is done twice",
                            json -> json.field("type", "string").field("maxLength", 200),
                            Sender::key)
                    .inHeader();

    /** How many numbers of one client an engine surely remembers. */
    private static final int NUMBERS = 256;

    private final Id client;
    private final Id actor;
    private final String key;
    private long next;

    private Sender(Id client, Id actor, String key) {
        this.client = client;
        this.actor = actor;
        this.key = key;
    }

    /** The sender of a request. */
    static Sender of(Request request, Hosted hosted, Id server, Id person) {
        Optional<String> key = request.find(IDEMPOTENCY_KEY);
        return new Sender(server, person, key.map(k -> hosted.id() + " " + k).orElse(""));
    }

    /** What the next command says of itself where it says nothing. */
    Defaults next() {
        if (key.isEmpty()) {
            return new Defaults(client, 0, false, actor);
        }
        long index = next++;
        Id own = Id.of("alchemist.idempotency", key + " " + index / NUMBERS);
        return new Defaults(own, index % NUMBERS + 1, true, actor);
    }

    private static String key(String text) {
        if (text.isBlank() || text.length() > 200) {
            throw new IllegalArgumentException("a text of 1 to 200 characters");
        }
        return text;
    }
}
