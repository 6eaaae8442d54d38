package alchemist.gateway.rest;

import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Request;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.schema.Schema;
import java.io.IOException;

/** Reads bodies of one JSON object. */
final class Bodies {
    /** A body that says nothing. */
    record Nothing() {}

    /** A body that says nothing: an empty object, or no body at all. */
    static final Schema<Nothing> NOTHING =
            Schema.<Nothing>record("nothing", 1, "Nothing is to be said").make(_ -> new Nothing());

    private Bodies() {}

    /** The body as a record; an empty body is an empty object. */
    static <T> T read(Request request, Schema<T> schema) throws IOException {
        byte[] body = request.body();
        JsonReader json = body.length == 0 ? JsonReader.of("{}") : new JsonReader(body);
        try {
            T record = schema.fromJson(json);
            json.end();
            return record;
        } catch (MalformedJson e) {
            throw Problem.of(Problem.Kind.MALFORMED_BODY, String.valueOf(e.getMessage()));
        }
    }
}
