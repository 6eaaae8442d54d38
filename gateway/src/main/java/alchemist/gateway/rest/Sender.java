package alchemist.gateway.rest;

import alchemist.gateway.Hosted;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Request;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import java.util.Optional;

/**
 * Who sends the commands of one request, where they do not say: by the header Idempotency-Key, else
 * the server's own client. With a key, the n-th command is always the same command, so that the
 * whole request can be sent again.
 */
final class Sender {
    /** What a command says of itself that says nothing. */
    static final CommandEnvelope NOTHING = CommandEnvelope.of(Id.NONE, Id.NONE);

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

    private final Id actor;
    private final String key;
    private Id client;
    private long sequence;
    private long next;

    /** Of commands that say nothing of themselves, where the request has no key. */
    private final CommandEnvelope plain;

    private Sender(Id client, Id actor, String key) {
        this.client = client;
        this.actor = actor;
        this.key = key;
        this.plain = CommandEnvelope.of(client, actor);
    }

    /** The sender of a request. */
    static Sender of(Request request, Hosted hosted, Id server, Id person) {
        Optional<String> key = request.find(IDEMPOTENCY_KEY);
        return new Sender(server, person, key.map(k -> hosted.id() + " " + k).orElse(""));
    }

    /** The sender of a request without a key. */
    static Sender plain(Id server, Id person) {
        return new Sender(server, person, "");
    }

    /** Goes to the next command, also where there is none in its place. */
    void next() {
        if (!key.isEmpty()) {
            long index = next++;
            client = Id.of("alchemist.idempotency", key + " " + index / NUMBERS);
            sequence = index % NUMBERS + 1;
        }
    }

    /**
     * The envelope of the command that it stands at.
     *
     * @param said what the command says of itself
     * @throws IllegalArgumentException when it says what is not its to say
     */
    @SuppressWarnings("ReferenceEquality") // the one that says nothing is one object
    CommandEnvelope envelope(CommandEnvelope said) {
        if (said == NOTHING && key.isEmpty()) {
            return plain;
        }
        if (said.cause() != 0) {
            throw new IllegalArgumentException("'cause' is the server's to say; leave it out");
        }
        boolean own = !said.client().isNone();
        if (!key.isEmpty() && (own || said.sequence() != 0)) {
            throw new IllegalArgumentException(
                    "with the header Idempotency-Key a command has no client or sequence of its"
                            + " own");
        }
        if (said.sequence() != 0 && !own) {
            throw new IllegalArgumentException(
                    "a sequence counts the commands of a client: say which");
        }
        return new CommandEnvelope(
                own ? said.client() : client,
                own ? said.sequence() : sequence,
                said.actor().isNone() ? actor : said.actor(),
                0,
                said.correlation(),
                said.clientTime(),
                said.basedOn(),
                said.effectiveAt());
    }

    private static String key(String text) {
        if (text.isBlank() || text.length() > 200) {
            throw new IllegalArgumentException("a text of 1 to 200 characters");
        }
        return text;
    }
}
