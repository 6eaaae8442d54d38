package alchemist.graph.map;

import static alchemist.graph.map.Town.GIT;
import static alchemist.graph.map.Town.edge;
import static alchemist.graph.map.Town.id;
import static alchemist.graph.map.Town.indexOf;
import static alchemist.graph.map.Town.node;
import static alchemist.graph.map.Town.withdrawn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.graph.Feed;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.layout.LayoutOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The map as bytes and as JSON. */
class MapImageTest {
    private static final long SECOND = 1_000_000;

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);
    private final MapView direct =
            new MapView(view, Runnable::run, LayoutOptions.DEFAULT.withIterations(5), 10_000);
    private final MapView never = new MapView(view, _ -> {}, LayoutOptions.DEFAULT, 0);

    @Test
    void writesTheBinaryFormWithAlignedSections() {
        feed.in(10 * SECOND).record(node("a", Id.NONE), node("bé", Id.NONE), edge("a", "bé"));
        MapImage map = direct.image();
        ByteBuffer in = ByteBuffer.wrap(map.toBinary()).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[4];
        in.get(magic);
        assertEquals("AMAP", new String(magic, StandardCharsets.US_ASCII));
        assertEquals(1, in.getInt());
        assertEquals(3, in.getLong());
        assertEquals(2, in.getInt());
        assertEquals(1, in.getInt());
        assertEquals(2, in.getInt());
        assertEquals(0, in.getInt());
        assertEquals(map.x()[1], in.getFloat(36));
        int at = 32 + 8 * 4;
        assertEquals(0, in.getShort(at));
        at += 8 + 8;
        assertEquals(1, in.getInt(at));
        at += 8;
        assertEquals(10_000.0, in.getDouble(at));
        at += 32;
        assertEquals(indexOf(map, "a"), in.getInt(at));
        at += 16;
        assertEquals(1, in.getShort(at));
        at += 8 + 16;
        assertEquals(1f, in.getFloat(at));
        at += 8;
        in.order(ByteOrder.BIG_ENDIAN);
        assertEquals(map.ids()[0].high(), in.getLong(at));
        at += 32;
        in.order(ByteOrder.LITTLE_ENDIAN);
        byte[] text = new byte[in.getInt(at)];
        in.position(at + 4).get(text);
        assertEquals(
                "{\"types\":[\"File\",\"imports\"],\"names\":[\"a\",\"bé\"]}",
                new String(text, StandardCharsets.UTF_8));
        assertEquals(0, map.toBinary().length % 8);
    }

    @Test
    void writesJson() {
        feed.in(10 * SECOND).record(node("a", Id.NONE), node("b", Id.NONE), edge("a", "b"));
        feed.in(20 * SECOND).record(withdrawn("b"));
        String json = new String(direct.image().toJson(), StandardCharsets.UTF_8);
        assertTrue(json.startsWith("{\"position\":4,\"items\":[{\"id\":\"" + id("a") + "\""));
        assertTrue(json.contains("\"name\":\"b\",\"type\":\"File\",\"group\":false,\"parent\":-1"));
        assertTrue(json.contains("\"to\":\"1970-01-01T00:00:20Z\""));
        assertTrue(json.contains("\"validTo\":\"1970-01-01T00:00:20Z\""));
        assertFalse(json.contains("refining"));
    }

    @Test
    void saysThatABetterPlacementIsBeingMade() {
        feed.record(node("a", Id.NONE));
        String json = new String(never.image().toJson(), StandardCharsets.UTF_8);
        assertTrue(json.startsWith("{\"position\":1,\"refining\":true,\"items\":["), json);
        ByteBuffer in = ByteBuffer.wrap(never.image().toBinary()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(1, in.getInt(28));
    }

    @Test
    void saysWhatNobodyStatedToBeAGroupAndLeavesOutWhatIsOfNoType() {
        feed.record(new ImportStarted(Id.of("import", "1"), GIT, "arrows", "/x/d.json", "d.json"));
        feed.record(
                new NodeAdded(
                        id("a"), GIT, Value.text("a"), List.of(), Properties.NONE, Id.NONE, 0));
        String json = new String(direct.image().toJson(), StandardCharsets.UTF_8);
        assertTrue(
                json.contains("\"name\":\"d.json\",\"group\":true,\"derived\":true,\"parent\":-1"),
                json);
        assertTrue(json.contains("\"name\":\"a\",\"group\":false,\"parent\":0"), json);
        assertFalse(json.contains("\"type\""), json);
    }
}
