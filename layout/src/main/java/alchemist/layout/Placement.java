package alchemist.layout;

/**
 * Where everything is: a circle for every item, all in one plane.
 *
 * <p>A group's circle contains the circles of its members, and siblings never overlap. Groups that
 * were found rather than given (see {@link LayoutOptions#maxGroupSize()}) follow the items of the
 * input: their indexes start at {@code derivedFrom}.
 *
 * @param x for each item, given and derived, the centre's x in the units of {@link
 *     LayoutGraph#size()}; from nothing, the whole picture is centred at 0
 * @param y the centre's y
 * @param radius the circle's radius
 * @param parent for each item its group, or -1 at the root: the given parents, with derived groups
 *     between a given group and its members where there were too many
 * @param derivedFrom the number of items of the input; items from this index on are derived groups
 */
@SuppressWarnings(
        "ArrayRecordComponent") // bulk data crosses to WebAssembly as arrays; never compared
public record Placement(float[] x, float[] y, float[] radius, int[] parent, int derivedFrom) {

    /** Returns the number of circles: items of the input and derived groups. */
    public int circles() {
        return x.length;
    }
}
