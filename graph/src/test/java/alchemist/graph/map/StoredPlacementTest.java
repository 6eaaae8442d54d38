package alchemist.graph.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import alchemist.graph.Feed;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.layout.Placement;
import org.junit.jupiter.api.Test;

/** Places that outlast the server: read back as they were, or refused with what is wrong. */
class StoredPlacementTest {
    private static final int NONE = -1;

    private final GraphView view = new GraphView(Opener.NONE);

    StoredPlacementTest() {
        new Feed(view).record(Town.node("a", Id.NONE), Town.node("b", Id.NONE));
    }

    @Test
    void isReadBackAsItWas() {
        Placement placed = placed(3, new int[] {2, 2, NONE});
        StoredPlacement read = StoredPlacement.read(new Input(written(placed)));
        assertEquals(7, read.changed());
        assertArrayEquals(placed.x(), read.placement().x());
        assertArrayEquals(placed.y(), read.placement().y());
        assertArrayEquals(placed.radius(), read.placement().radius());
        assertArrayEquals(placed.parent(), read.placement().parent());
        assertEquals(2, read.placement().derivedFrom());
        assertArrayEquals(view.now().scene().thing(), read.scene(view.now().scene()).thing());
    }

    @Test
    void aThingThatIsThereNoMoreIsNone() {
        GraphView other = new GraphView(Opener.NONE);
        new Feed(other).record(Town.node("c", Id.NONE), Town.node("b", Id.NONE));
        StoredPlacement read =
                StoredPlacement.read(new Input(written(placed(2, new int[] {NONE, NONE}))));
        int[] thing = read.scene(other.now().scene()).thing();
        assertEquals(Integer.MIN_VALUE, thing[0]);
        assertEquals(other.now().scene().thing()[1], thing[1]);
    }

    @Test
    void aThingThatIsPlacedTwiceIsWhereItWasFirst() {
        long[] ids = {view.now().scene().idHigh()[0], view.now().scene().idLow()[0]};
        StoredPlacement twice =
                new StoredPlacement(
                        new long[] {ids[0], ids[1], ids[0], ids[1]},
                        placed(2, new int[] {NONE, NONE}),
                        0);
        int[] thing = twice.scene(view.now().scene()).thing();
        assertEquals(view.now().scene().thing()[0], thing[0]);
        assertEquals(Integer.MIN_VALUE, thing[1]);
    }

    @Test
    void noCircleIsInsideItself() {
        refuses(placed(3, new int[] {NONE, 2, 1}), "a circle is inside itself");
        refuses(placed(2, new int[] {NONE, 1}), "a circle is inside itself");
    }

    @Test
    void aCircleIsInsideOfOneThatIsThere() {
        refuses(placed(2, new int[] {NONE, 2}), "circle 2 is not there");
        refuses(placed(2, new int[] {NONE, -2}), "circle -2 is not there");
    }

    @Test
    void everyCircleHasAPlace() {
        for (float nowhere : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Placement placed = placed(2, new int[] {NONE, NONE});
            placed.y()[1] = nowhere;
            refuses(placed, "circle 1 has no place");
        }
    }

    private static Placement placed(int circles, int[] parent) {
        float[] x = new float[circles];
        float[] y = new float[circles];
        float[] radius = new float[circles];
        for (int i = 0; i < circles; i++) {
            x[i] = i + 0.5f;
            y[i] = -i;
            radius[i] = 1;
        }
        return new Placement(x, y, radius, parent, 2);
    }

    private byte[] written(Placement placed) {
        Output out = new Output(64);
        StoredPlacement.write(view.now().scene(), placed, 7, out);
        return out.toBytes();
    }

    private void refuses(Placement placed, String why) {
        byte[] bytes = written(placed);
        var refused =
                assertThrows(MalformedBytes.class, () -> StoredPlacement.read(new Input(bytes)));
        assertEquals(why, refused.getMessage());
    }
}
