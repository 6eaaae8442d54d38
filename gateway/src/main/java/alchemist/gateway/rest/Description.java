package alchemist.gateway.rest;

import alchemist.gateway.http.MediaType;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Reply;
import alchemist.gateway.openapi.OpenApi;
import java.util.List;

/** The description of the API by itself. */
final class Description {
    private final List<Operation> all;
    private final String version;
    private byte[] text = new byte[0];

    /** Of operations, to which those of this one may be added. */
    Description(List<Operation> all, String version) {
        this.all = all;
        this.version = version;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/openapi.json", "getOpenApi")
                        .says("server", "This description")
                        .answers(200, MediaType.JSON, "OpenAPI 3.1", "Value")
                        .by(_ -> Reply.bytes(200, MediaType.JSON, text())));
    }

    /** Written when it is first asked for, so that starting does not wait for it. */
    private synchronized byte[] text() {
        if (text.length == 0) {
            text = OpenApi.of(all, Api.CONTRACT, CommandReader.NEW_THINGS, version);
        }
        return text;
    }
}
