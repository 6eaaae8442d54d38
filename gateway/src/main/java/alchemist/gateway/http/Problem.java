package alchemist.gateway.http;

import alchemist.kernel.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a request is not answered, for people and programs (RFC 9457). Thrown by handlers, since it
 * ends a request wherever it is found; it carries no stack trace.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The kinds of problems. Their codes are stable. */
    public enum Kind {
        MALFORMED_REQUEST(400, "malformed-request", "The request is malformed"),
        BAD_PARAMETER(400, "bad-parameter", "A parameter is not of its form"),
        UNKNOWN_PARAMETER(400, "unknown-parameter", "A parameter is not known here"),
        MALFORMED_BODY(400, "malformed-body", "The body is not of its form"),
        FOREIGN_HOST(403, "foreign-host", "The request is not addressed to this server"),
        FOREIGN_ORIGIN(403, "foreign-origin", "The request comes from a foreign page"),
        FOREIGN_USER(403, "foreign-user", "The request comes from another user of this machine"),
        NOT_FOUND(404, "not-found", "There is nothing here"),
        UNKNOWN_WORKSPACE(404, "unknown-workspace", "There is no such workspace"),
        UNKNOWN_NODE(404, "unknown-node", "There is no such node"),
        ABSENT_NODE(404, "absent-node", "It is not there at this moment"),
        OTHER_THING(404, "other-thing", "It is of another sort"),
        UNKNOWN_IMPORT(404, "unknown-import", "There is no such import"),
        METHOD_NOT_ALLOWED(405, "method-not-allowed", "The method is not allowed here"),
        NOT_ACCEPTABLE(406, "not-acceptable", "The answer has no form that the client accepts"),
        TOO_SLOW(408, "too-slow", "The request took too long to arrive"),
        CONFLICT(409, "conflict", "This cannot be so now"),
        POSITION_AHEAD(409, "position-ahead", "The position is not there yet"),
        READ_ONLY(409, "read-only", "The workspace can only be read"),
        TOO_OLD(409, "too-old", "It is not known any more whether this was done"),
        TOO_LARGE(413, "too-large", "The request is too large"),
        URL_TOO_LONG(414, "url-too-long", "The address is too long"),
        WRONG_MEDIA_TYPE(415, "wrong-media-type", "The body has a form that is not read here"),
        REJECTED(422, "rejected", "The rules say no"),
        NUMBER_TAKEN(422, "number-taken", "The number was used for another command"),
        UPGRADE_REQUIRED(426, "upgrade-required", "Here is a WebSocket"),
        INTERNAL(500, "internal", "The server failed"),
        DAMAGED(500, "damaged", "What is stored is damaged"),
        BUSY(503, "busy", "The server has too much to do"),
        NOT_YET(503, "not-yet", "The answer is not there yet"),
        UNAVAILABLE(503, "unavailable", "The workspace takes no commands"),
        STORAGE_FULL(507, "storage-full", "There is no room left");

        private final int status;
        private final String code;
        private final String title;

        Kind(int status, String code, String title) {
            this.status = status;
            this.code = code;
            this.title = title;
        }

        /** The status of the reply. */
        public int status() {
            return status;
        }

        /** The name for programs. */
        public String code() {
            return code;
        }

        /** The name for people. */
        public String title() {
            return title;
        }

        /** Whether the same request may succeed later. */
        public boolean isPassing() {
            return status == 503;
        }
    }

    private record Member(String name, String text, long number, boolean isNumber) {}

    private final Kind kind;
    private final String code;
    private final String detail;
    private final transient List<Member> members = new ArrayList<>();
    private final transient List<Header> headers = new ArrayList<>();

    private Problem(Kind kind, String code, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.code = code;
        this.detail = detail;
        if (kind.isPassing()) {
            headers.add(new Header("Retry-After", "1"));
        }
    }

    /**
     * A problem.
     *
     * @param detail what is wrong with this request, and what to do
     */
    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, kind.code, detail);
    }

    /**
     * The rules of a context say no.
     *
     * @param code theirs
     */
    public static Problem rejected(String code, String reason) {
        return new Problem(Kind.REJECTED, code, reason);
    }

    /** A parameter is not of its form. */
    public static Problem parameter(String name, String detail) {
        return of(Kind.BAD_PARAMETER, "'" + name + "': " + detail).with("parameter", name);
    }

    /** With a member of its own. */
    public Problem with(String name, String text) {
        members.add(new Member(name, text, 0, false));
        return this;
    }

    /** With a member of its own. */
    public Problem with(String name, long number) {
        members.add(new Member(name, "", number, true));
        return this;
    }

    /** With a header for the reply. */
    public Problem header(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    /** What kind it is. */
    public Kind kind() {
        return kind;
    }

    /** What is wrong with this request, and what to do. */
    public String detail() {
        return detail;
    }

    /** Writes it as JSON. */
    void write(String instance, JsonWriter json) {
        json.object()
                .field("type", "urn:alchemist:" + code)
                .field("title", kind.title)
                .field("status", kind.status)
                .field("code", code)
                .field("detail", detail)
                .field("instance", instance);
        for (Member member : members) {
            json.name(member.name);
            if (member.isNumber) {
                json.number(member.number);
            } else {
                json.text(member.text);
            }
        }
        json.endObject();
    }

    /** The reply that tells it. */
    public Reply reply(String instance) {
        JsonWriter json = new JsonWriter();
        write(instance, json);
        Reply.Whole reply = Reply.bytes(kind.status, MediaType.PROBLEM, json.toBytes());
        for (Header header : headers) {
            reply = reply.header(header.name(), header.value());
        }
        return reply.header("Cache-Control", "no-store");
    }
}
