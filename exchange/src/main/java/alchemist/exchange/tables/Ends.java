package alchemist.exchange.tables;

import alchemist.exchange.tables.TableOptions.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the edges of a table begin, or end.
 *
 * @param column the place of the column that says it
 * @param space the kind of node, where it is declared
 * @param targets the tables in which the nodes are, the likeliest first
 * @param fixed the column there; -1: its key
 * @param isOfNodesElsewhere whether there are tables of nodes
 */
record Ends(int column, String space, List<Shape> targets, int fixed, boolean isOfNodesElsewhere) {

    static Ends of(Shape edges, boolean from, List<Shape> all) {
        Roles roles = edges.roles();
        if (!roles.hasEnds()) {
            Shape.Reference one = edges.references().get(from ? 0 : 1);
            return new Ends(one.column(), "", List.of(one.target()), one.targetColumn(), true);
        }
        int column = from ? roles.from() : roles.to();
        int other = from ? roles.to() : roles.from();
        String space = from ? roles.fromSpace() : roles.toSpace();
        List<Shape> near = new ArrayList<>();
        List<Shape> nodes = new ArrayList<>();
        List<Shape> rows = new ArrayList<>();
        boolean elsewhere = false;
        for (Shape one : all) {
            if (one.kind() == Kind.EDGES || one.key().size() != 1) {
                continue;
            }
            elsewhere = true;
            if (!space.isEmpty()) {
                if (isOf(one, space)) {
                    near.add(one);
                }
            } else if (stem(one).equals(stem(edges))) {
                near.add(one);
            } else if (one.kind() == Kind.NODES && one.roles().idSpace().isEmpty()) {
                nodes.add(one);
            } else if (References.isHolding(edges, column, one)
                    || (References.isHolding(edges, other, one)
                            && References.isHoldingMost(edges, column, one))) {
                rows.add(one);
            }
        }
        near.addAll(nodes);
        near.addAll(rows);
        return new Ends(column, space, near, -1, elsewhere);
    }

    /** The column of types, or -1: one of 'Directed' alone is none. */
    static int typeColumn(Shape edges) {
        if (edges.roles().labels() >= 0) {
            return edges.roles().labels();
        }
        List<String> plain = edges.header().stream().map(Roles::plain).toList();
        for (String name : Roles.EDGE_TYPES) {
            int at = Roles.find(plain, name);
            if (at >= 0 && edges.columns().get(at).filled() > 0 && !isDirection(edges, at)) {
                return at;
            }
        }
        return -1;
    }

    int targetColumn(Shape target) {
        return fixed >= 0 ? fixed : target.key().getFirst();
    }

    private static boolean isDirection(Shape edges, int column) {
        Hashes known = edges.columns().get(column).distinct();
        int directions = 0;
        for (String word : List.of("Directed", "Undirected", "directed", "undirected")) {
            directions += known != null && known.contains(Hashes.of(word)) ? 1 : 0;
        }
        return known != null && known.size() == directions;
    }

    private static boolean isOf(Shape nodes, String space) {
        return nodes.roles().idSpace().isEmpty()
                ? Words.same(nodes.rowType(), space)
                : nodes.roles().idSpace().equalsIgnoreCase(space);
    }

    private static String stem(Shape shape) {
        return shape.table().part().isEmpty() ? shape.table().name() : shape.source().key();
    }
}
