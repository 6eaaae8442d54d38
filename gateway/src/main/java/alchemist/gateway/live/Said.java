package alchemist.gateway.live;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server says, as JSON: likewise an object with one member. */
final class Said {
    private Said() {}

    static byte[] hello(Id client, String workspace, String version, long position, LiveLimits l) {
        JsonWriter json = new JsonWriter().object().name("hello").object();
        json.field("client", client.toString())
                .field("workspace", workspace)
                .field("version", version)
                .field("position", position)
                .field("heartbeatSeconds", l.heartbeat().toSeconds());
        return json.endObject().endObject().toBytes();
    }

    static byte[] subscribed(String id, String subject, long from, long position) {
        JsonWriter json = new JsonWriter().object().name("subscribed").object();
        json.field("id", id)
                .field("subject", subject)
                .field("from", from)
                .field("position", position);
        return json.endObject().endObject().toBytes();
    }

    static byte[] unsubscribed(String id) {
        JsonWriter json = new JsonWriter().object().name("unsubscribed").object();
        return json.field("id", id).endObject().endObject().toBytes();
    }

    static byte[] reached(Map<String, Long> positions) {
        JsonWriter json = new JsonWriter().object().name("reached").object();
        positions.forEach(json::field);
        return json.endObject().endObject().toBytes();
    }

    static byte[] presence(Id client, byte @Nullable [] state) {
        JsonWriter json = new JsonWriter().object().name("presence").object();
        json.field("client", client.toString()).name("state");
        if (state == null) {
            json.nothing();
        } else {
            json.raw(state);
        }
        return json.endObject().endObject().toBytes();
    }

    static byte[] left(Id client) {
        JsonWriter json = new JsonWriter().object().name("left").object();
        return json.field("client", client.toString()).endObject().endObject().toBytes();
    }

    static byte[] pong(byte[] value) {
        return new JsonWriter().object().name("pong").raw(value).endObject().toBytes();
    }

    static byte[] error(Refusal refusal) {
        JsonWriter json = new JsonWriter().object().name("error").object();
        json.field("code", refusal.code()).field("detail", refusal.detail());
        if (!refusal.subscription().isEmpty()) {
            json.field("subscription", refusal.subscription());
        }
        return json.endObject().endObject().toBytes();
    }
}
