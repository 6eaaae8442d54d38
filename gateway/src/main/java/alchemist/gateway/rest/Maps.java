package alchemist.gateway.rest;

import alchemist.gateway.Hosted;
import alchemist.gateway.http.MediaType;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.gateway.http.Tags;
import alchemist.graph.At;
import alchemist.graph.PositionAhead;
import alchemist.graph.map.MapImage;
import java.util.List;
import java.util.Optional;

/** The map of the graph. */
final class Maps {
    private static final String BINARY = "application/vnd.alchemist.map";
    private static final Parameter<Long> LEVEL =
            Parameter.number(
                    "level",
                    "how many groups may be around what is shown; edges are lifted to it; absent:"
                            + " everything",
                    0,
                    Integer.MAX_VALUE);

    private static final Parameter<String> KNOWN =
            Parameter.text("If-None-Match", "the ETag of the map that the client has").inHeader();

    private final Reads reads;
    private final Edition edition;

    Maps(Reads reads, Edition edition) {
        this.reads = reads;
        this.edition = edition;
    }

    private static final String TAG =
            "names this map, for If-None-Match; there is none while it is being refined";

    List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/workspaces/{ws}/map", "getMap")
                        .says("graph", "The map: everything placed in the plane")
                        .says(
                                "Without 'at', all that ever was, with the time in which it was"
                                        + " there. In the binary form described in the reference, or"
                                        + " as JSON for who prefers it. Its tag names the position:"
                                        + " a map that is no longer being refined is the same until"
                                        + " the position rises.")
                        .takes(Reads.WS, LEVEL, Reads.AT, Reads.AT_LEAST, KNOWN)
                        .answers(200, BINARY, "the map, little-endian", "")
                        .answers(200, MediaType.JSON, "the same", "MapAnswer")
                        .answers(304, "", "the map is the one that the client has", "")
                        .tells(200, "ETag", TAG)
                        .tells(304, "ETag", TAG)
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.NOT_ACCEPTABLE,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET)
                        .by(this::map));
    }

    private Reply map(Request request) throws Exception {
        Hosted hosted = reads.workspace(request);
        Optional<Long> level = request.find(LEVEL);
        At at = request.get(Reads.AT);
        String mediaType = request.preferred(BINARY, MediaType.JSON);
        boolean binary = mediaType.equals(BINARY);
        reads.await(hosted, request.get(Reads.AT_LEAST));
        String known = request.get(KNOWN);
        String present = tag(hosted.graph().position(), binary);
        if (!known.isEmpty() && at.equals(At.HEAD) && Tags.match(known, present)) {
            return tagged(Reply.empty(304), present);
        }
        MapImage image;
        try {
            image = hosted.map().get().image(at, level.orElse((long) Integer.MAX_VALUE).intValue());
        } catch (PositionAhead e) {
            throw Reads.ahead(e);
        }
        Reply.Whole reply = body(image, binary, mediaType);
        return image.refining()
                ? reply.header("Cache-Control", "no-store")
                : tagged(reply, tag(image.position(), binary));
    }

    /**
     * Names a map that stays as it is: within this run, until the position rises or one is erased.
     */
    private String tag(long position, boolean binary) {
        return "\"" + position + "-" + edition.text() + (binary ? "b" : "j") + "\"";
    }

    private static Reply tagged(Reply.Whole reply, String tag) {
        return reply.header("ETag", tag).header("Vary", "Accept, Accept-Encoding");
    }

    private static Reply.Whole body(MapImage image, boolean binary, String mediaType) {
        return Reply.bytes(200, mediaType, binary ? image.toBinary() : image.toJson());
    }
}
