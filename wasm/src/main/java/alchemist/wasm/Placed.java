package alchemist.wasm;

import alchemist.layout.Placement;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSProperty;

/** A placement as JavaScript sees it: arrays by item; see {@link Placement}. */
public final class Placed {
    private final Placement placement;

    Placed(Placement placement) {
        this.placement = placement;
    }

    Placement placement() {
        return placement;
    }

    /** The centres' x. */
    @JSExport
    @JSProperty("x")
    public float[] x() {
        return placement.x();
    }

    /** The centres' y. */
    @JSExport
    @JSProperty("y")
    public float[] y() {
        return placement.y();
    }

    /** The radii. */
    @JSExport
    @JSProperty("radius")
    public float[] radius() {
        return placement.radius();
    }

    /** The groups, or -1 at the root. */
    @JSExport
    @JSProperty("parent")
    public int[] parent() {
        return placement.parent();
    }

    /** The first item that was not given but found. */
    @JSExport
    @JSProperty("derivedFrom")
    public int derivedFrom() {
        return placement.derivedFrom();
    }
}
