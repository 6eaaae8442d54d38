package alchemist.graph.map;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Output;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The map in bytes, little-endian; every section begins at a multiple of 8:
 *
 * <pre>
 * u32 magic 'AMAP' | u32 version 1 | u64 position | u32 items | u32 edges | u32 types
 *   | u32 flags (bit 0: a better placement is being made)
 * f32 x[items] | f32 y[items] | f32 radius[items]
 * i32 parent[items] (-1: none; a parent stands before its members)
 * u16 type[items] (0xFFFF: none) | u8 kind[items] | u32 count[items]
 * f64 from[items] | f64 to[items] (ms since 1970, infinite: still)
 * u32 edgeFrom[edges] | u32 edgeTo[edges] | u16 edgeType[edges]
 * f64 edgeValidFrom[edges] | f64 edgeValidTo[edges] | f32 edgeWeight[edges]
 * id[items] (16 bytes each, big-endian)
 * u32 length, then UTF-8: {"types":[…],"names":[…]}
 * </pre>
 */
final class MapBinary {
    private static final int MAGIC = 'A' | 'M' << 8 | 'A' << 16 | 'P' << 24;
    private static final int VERSION = 1;
    private static final int NO_TYPE = 0xFFFF;

    private final ByteBuffer out;

    private MapBinary(int length) {
        out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] write(MapImage map) {
        byte[] texts = texts(map);
        long items = map.items();
        long edges = map.edges();
        long length =
                32
                        + 3 * aligned(4 * items)
                        + aligned(4 * items)
                        + aligned(2 * items)
                        + aligned(items)
                        + aligned(4 * items)
                        + 16 * items
                        + 2 * aligned(4 * edges)
                        + aligned(2 * edges)
                        + 16 * edges
                        + aligned(4 * edges)
                        + 16 * items
                        + aligned(4L + texts.length);
        MapBinary binary = new MapBinary(Math.toIntExact(length));
        binary.header(map);
        binary.items(map);
        binary.edges(map);
        binary.ids(map.ids());
        binary.out.putInt(texts.length).put(texts);
        return binary.out.array();
    }

    private void header(MapImage map) {
        out.putInt(MAGIC).putInt(VERSION).putLong(map.position());
        out.putInt(map.items()).putInt(map.edges()).putInt(map.types().length);
        out.putInt(map.refining() ? 1 : 0);
    }

    private void items(MapImage map) {
        floats(map.x());
        floats(map.y());
        floats(map.radius());
        ints(map.parent());
        shorts(map.type());
        out.put(map.kind());
        align();
        ints(map.count());
        doubles(map.from());
        doubles(map.to());
    }

    private void edges(MapImage map) {
        ints(map.edgeFrom());
        ints(map.edgeTo());
        shorts(map.edgeType());
        doubles(map.edgeValidFrom());
        doubles(map.edgeValidTo());
        floats(map.edgeWeight());
    }

    private void ids(Id[] ids) {
        out.order(ByteOrder.BIG_ENDIAN);
        for (Id id : ids) {
            out.putLong(id.high()).putLong(id.low());
        }
        out.order(ByteOrder.LITTLE_ENDIAN);
    }

    private void floats(float[] values) {
        out.asFloatBuffer().put(values);
        advance(4L * values.length);
    }

    private void ints(int[] values) {
        out.asIntBuffer().put(values);
        advance(4L * values.length);
    }

    private void doubles(double[] values) {
        out.asDoubleBuffer().put(values);
        advance(8L * values.length);
    }

    private void shorts(int[] values) {
        for (int value : values) {
            out.putShort((short) (value < 0 || value >= NO_TYPE ? NO_TYPE : value));
        }
        align();
    }

    private void advance(long bytes) {
        out.position((int) (out.position() + bytes));
        align();
    }

    private void align() {
        out.position((int) aligned(out.position()));
    }

    private static long aligned(long length) {
        return (length + 7) & ~7L;
    }

    private static byte[] texts(MapImage map) {
        Output bytes = new Output(64 + map.items() * 24);
        JsonWriter json = new JsonWriter(bytes);
        json.object().name("types").array();
        for (String type : map.types()) {
            json.text(type);
        }
        json.endArray().name("names").array();
        for (String name : map.names()) {
            json.text(name);
        }
        json.endArray().endObject();
        return bytes.toBytes();
    }
}
