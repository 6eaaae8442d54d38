package alchemist.gateway.live;

import alchemist.engine.stream.SubjectPattern;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a client says: each message is an object with one member, whose name says what it is. */
sealed interface Message {
    /**
     * It wants events.
     *
     * @param from the first position that is wanted; negative for what comes from now on
     */
    record Subscribe(String id, SubjectPattern subject, long from) implements Message {}

    /** It wants no more of them. */
    record Unsubscribe(String id) implements Message {}

    /**
     * What it looks at.
     *
     * @param state an object as JSON, or null for nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // it is handed on, never compared
    record Presence(byte @Nullable [] state) implements Message {}

    /**
     * It wants to hear something.
     *
     * @param value any value as JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // it is handed on, never compared
    record Ping(byte[] value) implements Message {}

    /**
     * Reads a message.
     *
     * @throws Refusal when it is none
     */
    static Message read(byte[] utf8, LiveLimits limits) {
        JsonReader json = new JsonReader(utf8);
        try {
            if (json.peek() != JsonReader.Kind.OBJECT) {
                throw Refusal.malformed(EXPECTED);
            }
            json.object();
            String name = json.nextName();
            if (name == null) {
                throw Refusal.malformed(EXPECTED);
            }
            Message message =
                    switch (name) {
                        case "subscribe" -> subscribe(json, limits);
                        case "unsubscribe" -> unsubscribe(json, limits);
                        case "presence" -> new Presence(state(json, limits));
                        case "ping" -> new Ping(value(json, limits.pingBytes(), "ping"));
                        default -> throw unknown(name);
                    };
            if (json.nextName() != null) {
                throw Refusal.malformed("one message says one thing; send the next by itself");
            }
            json.end();
            return message;
        } catch (MalformedJson e) {
            throw Refusal.malformed("this is not the JSON that is expected: " + e.getMessage());
        }
    }

    /** What a message looks like. */
    String EXPECTED =
            "a message is an object with one member: subscribe, unsubscribe, presence or ping";

    private static Refusal unknown(String name) {
        return Refusal.of("unknown-message", "'" + cut(name) + "' is not known here: " + EXPECTED);
    }

    private static Subscribe subscribe(JsonReader json, LiveLimits limits) {
        String id = "";
        String subject = "";
        long from = -1;
        json.object();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "id" -> id = json.text();
                case "subject" -> subject = json.text();
                case "from" -> from = json.integer();
                default -> throw unknownMember(name, "id, subject and from");
            }
            if (name.equals("from") && from < 0) {
                throw Refusal.malformed("'from' is a position: 0 or more, or absent for now");
            }
        }
        check(id, limits);
        try {
            SubjectPattern pattern =
                    subject.isEmpty() ? SubjectPattern.ALL : SubjectPattern.parse(subject);
            return new Subscribe(id, pattern, from);
        } catch (IllegalArgumentException e) {
            throw Refusal.of("bad-subject", String.valueOf(e.getMessage())).about(id);
        }
    }

    private static Unsubscribe unsubscribe(JsonReader json, LiveLimits limits) {
        String id = "";
        json.object();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!name.equals("id")) {
                throw unknownMember(name, "id");
            }
            id = json.text();
        }
        check(id, limits);
        return new Unsubscribe(id);
    }

    private static byte @Nullable [] state(JsonReader json, LiveLimits limits) {
        return switch (json.peek()) {
            case NULL -> {
                json.nothing();
                yield null;
            }
            case OBJECT -> value(json, limits.presenceBytes(), "presence");
            default -> throw Refusal.malformed("a presence is an object, or null for nothing");
        };
    }

    private static byte[] value(JsonReader json, int most, String what) {
        int start = json.position();
        json.skip();
        int end = json.position();
        if (end - start > most) {
            throw Refusal.of(
                    what + "-too-large",
                    "a " + what + " may have " + most + " bytes, not " + (end - start));
        }
        return Arrays.copyOfRange(json.bytes(), start, end);
    }

    private static void check(String id, LiveLimits limits) {
        if (id.isEmpty() || id.length() > limits.idChars()) {
            throw Refusal.malformed(
                    "a subscription has an 'id' that the client chooses, of 1 to "
                            + limits.idChars()
                            + " characters");
        }
    }

    private static Refusal unknownMember(String name, String known) {
        return Refusal.malformed("'" + cut(name) + "' is not known here, only " + known);
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
