package alchemist.gateway.http;

import alchemist.kernel.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** What a request is answered. */
public sealed interface Reply {
    /** The status. */
    int status();

    /**
     * A body that is known as a whole.
     *
     * @param mediaType empty for no body
     * @param headers further ones
     */
    @SuppressWarnings("ArrayRecordComponent") // a body is handed on, never compared
    record Whole(int status, String mediaType, byte[] body, List<Header> headers) implements Reply {
        /** With another header. */
        public Whole header(String name, String value) {
            List<Header> more = new ArrayList<>(headers);
            more.add(new Header(name, value));
            return new Whole(status, mediaType, body, List.copyOf(more));
        }
    }

    /**
     * A body that is written as it comes. When writing fails, the connection is broken off, so that
     * the client sees that the rest is missing.
     *
     * @param compressed whether the whole is compressed for who accepts it; not for what must
     *     arrive at once
     */
    record Streamed(String mediaType, boolean compressed, List<Header> headers, Writing writing)
            implements Reply {
        @Override
        public int status() {
            return 200;
        }

        /** With another header. */
        public Streamed header(String name, String value) {
            List<Header> more = new ArrayList<>(headers);
            more.add(new Header(name, value));
            return new Streamed(mediaType, compressed, List.copyOf(more), writing);
        }
    }

    /**
     * A WebSocket, that takes the connection over; refused where the request asks for none.
     *
     * @param messageBytes how long a message of the client may be
     */
    record Upgraded(Conversation conversation, int messageBytes) implements Reply {
        @Override
        public int status() {
            return 101;
        }
    }

    /** Writes a body. */
    @FunctionalInterface
    interface Writing {
        /** Writes all of it. */
        void to(Sink sink) throws Exception;
    }

    /** JSON that was written. */
    static Whole json(JsonWriter json) {
        return json(200, json);
    }

    /** JSON that was written, with another status. */
    static Whole json(int status, JsonWriter json) {
        return bytes(status, MediaType.JSON, json.toBytes());
    }

    /** Bytes of a media type. */
    static Whole bytes(int status, String mediaType, byte[] body) {
        return new Whole(status, mediaType, body, List.of());
    }

    /** No body. */
    static Whole empty(int status) {
        return new Whole(status, "", new byte[0], List.of());
    }

    /** A body that is written as it comes. */
    static Streamed streamed(String mediaType, Writing writing) {
        return new Streamed(mediaType, false, List.of(), writing);
    }
}
