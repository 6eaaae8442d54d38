package alchemist.exchange.tables;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.tables.Shape.Reference;
import alchemist.exchange.tables.TableOptions.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which columns refer to rows of which table: as declared, or by name and content together. */
final class References {
    /** How many of a hundred values must be there. */
    private static final int NEARLY_ALL = 95;

    private static final Set<String> SELF =
            Set.of(
                    "parent",
                    "reports to",
                    "manager",
                    "supervisor",
                    "boss",
                    "part of",
                    "belongs to",
                    "depends on",
                    "blocked by",
                    "duplicate of",
                    "replaced by",
                    "superseded by",
                    "predecessor",
                    "successor");
    private static final Set<String> EDGES =
            Set.of("edge", "edges", "relationships", "relations", "links", "rels");
    private static final Set<String> NODES = Set.of("node", "nodes", "vertices");

    private References() {}

    /** Whether a column's name says that it refers to a table. */
    static boolean says(String column, Shape from, Shape to) {
        if (from == to) {
            return SELF.contains(Words.joined(Words.withoutKey(column)));
        }
        String table = to.table().name();
        String bare = Words.withoutKey(column);
        return Words.same(bare, table)
                || (Words.endsLikeKey(column) && Words.endsWith(table, bare));
    }

    /** Finds what is a node, what an edge, and what refers to what. */
    static void find(List<Shape> all) throws IOException {
        for (Shape shape : all) {
            Keys.find(shape);
        }
        for (Shape shape : all) {
            shape.becomes(kind(shape, all));
        }
        for (Shape shape : all) {
            references(shape, all);
        }
        for (Shape shape : all) {
            if (isOfPairs(shape, all)) {
                shape.becomes(Kind.EDGES);
            }
            Keys.together(shape);
            Keys.findNames(shape);
        }
        for (Shape shape : all) {
            for (Reference one : shape.references()) {
                one.target().isAimedAt(one.targetColumn());
            }
        }
    }

    /**
     * Whether rows say nothing but which two others belong together, and nothing refers to them.
     */
    private static boolean isOfPairs(Shape shape, List<Shape> all) {
        return shape.kind() == Kind.ROWS
                && shape.options().kind() == null
                && shape.options().key() == null
                && shape.header().size() == 2
                && shape.references().size() == 2
                && all.stream()
                        .flatMap(other -> other.references().stream())
                        .noneMatch(one -> one.target() == shape);
    }

    private static Kind kind(Shape shape, List<Shape> all) {
        Kind wished = shape.options().kind();
        if (wished != null) {
            return wished == Kind.EDGES && !shape.roles().hasEnds() ? Kind.ROWS : wished;
        }
        if (isEdges(shape, all)) {
            return Kind.EDGES;
        }
        boolean named = isCalledNodes(shape);
        return named || shape.roles().id() >= 0 || shape.roles().labels() >= 0
                ? Kind.NODES
                : Kind.ROWS;
    }

    /** Whether its rows join others. */
    private static boolean isEdges(Shape shape, List<Shape> all) {
        Roles roles = shape.roles();
        if (!roles.hasEnds()) {
            return false;
        }
        if (roles.declared() || isCalled(shape, EDGES)) {
            return true;
        }
        Hashes from = shape.columns().get(roles.from()).distinct();
        Hashes to = shape.columns().get(roles.to()).distinct();
        if (from == null || to == null || from.size() == 0 || to.size() == 0) {
            return false;
        }
        for (Shape other : all) {
            Hashes known =
                    other == shape || other.key().size() != 1
                            ? null
                            : other.columns().get(other.key().getFirst()).distinct();
            if (known != null && isIn(from, known) && isIn(to, known)) {
                return true;
            }
        }
        String first = Words.joined(shape.plain(roles.from()));
        boolean full =
                shape.columns().get(roles.from()).filled() == shape.rows()
                        && shape.columns().get(roles.to()).filled() == shape.rows();
        boolean typed = Roles.find(shape.header(), "predicate") >= 0;
        // Texts from and to in rows without an id join something; numbers and dates are ranges.
        boolean plain =
                first.startsWith("source")
                        || first.equals("src")
                        || (first.startsWith("from")
                                && shape.columns().get(roles.from()).isOfWords()
                                && shape.columns().get(roles.to()).isOfWords()
                                && shape.key().stream()
                                        .noneMatch(
                                                at ->
                                                        Keys.isNamedLikeKey(
                                                                shape, shape.header().get(at))));
        // In a list of edges some end comes twice; in one of translations none does.
        long ends = (long) from.size() + to.size() - from.countIn(to);
        return full && (typed || plain) && ends < 2 * shape.rows();
    }

    /** Whether its name, or its file's, says that its rows are nodes. */
    static boolean isCalledNodes(Shape shape) {
        return isCalled(shape, NODES);
    }

    private static boolean isCalled(Shape shape, Set<String> words) {
        String file = shape.source().file().toLowerCase(Locale.ROOT);
        String table = shape.table().name().toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (table.equals(word)
                    || file.contains("." + word + ".")
                    || file.contains("_" + word + ".")
                    || file.contains("-" + word + ".")) {
                return true;
            }
        }
        return false;
    }

    private static void references(Shape shape, List<Shape> all) throws ReadingFailed {
        for (int i = 0; i < shape.header().size(); i++) {
            String header = shape.header().get(i);
            boolean end =
                    shape.kind() == Kind.EDGES
                            && (i == shape.roles().from() || i == shape.roles().to());
            if (end || shape.options().ignore().contains(header)) {
                continue;
            }
            Reference found = reference(shape, i, all);
            if (found != null) {
                shape.references().add(found);
            }
        }
        shape.references().addAll(byValues(shape, all));
        for (String column : shape.options().references().keySet()) {
            shape.column(column, "references");
        }
        boolean joins =
                shape.kind() == Kind.ROWS
                        && isCalled(shape, EDGES)
                        && shape.references().size() >= 2;
        if (joins || (shape.options().kind() == Kind.EDGES && shape.references().size() >= 2)) {
            shape.becomes(Kind.EDGES);
        }
    }

    private static @Nullable Reference reference(Shape shape, int column, List<Shape> all)
            throws ReadingFailed {
        String header = shape.header().get(column);
        String relation = Words.withoutKey(shape.plain(column));
        String wished = shape.options().references().get(header);
        if (wished != null) {
            return wished.isEmpty() ? null : wished(shape, column, relation, wished, all);
        }
        for (Declared.Reference one : shape.table().declared().references()) {
            Shape target = one.column().equals(header) ? named(one.table(), shape, all) : null;
            int place = target == null ? -1 : place(target, one.target());
            if (target != null && place >= 0) {
                return new Reference(column, target, place, relation, true);
            }
        }
        boolean key = shape.key().equals(List.of(column));
        List<Shape> targets = new ArrayList<>(all);
        targets.remove(shape);
        targets.add(shape); // what another table is called goes before its own rows
        for (Shape target : targets) {
            if (target.kind() == Kind.EDGES
                    || !says(shape.plain(column), shape, target)
                    || (key && target == shape)) {
                continue;
            }
            int place = holding(shape, column, target);
            if (place >= 0) {
                return new Reference(column, target, place, relation, false);
            }
        }
        return null;
    }

    /**
     * A column of words, such as M-003 or Payments, that are all keys of one table, or names of its
     * rows: that is no chance, whatever the column is called. Where several tables have them,
     * nobody knows which is meant, and where another column already refers to that table, it
     * repeats what stands there.
     */
    private static List<Reference> byValues(Shape shape, List<Shape> all) {
        List<Reference> found = new ArrayList<>();
        Declared declared = shape.table().declared();
        if (shape.kind() == Kind.EDGES
                || !declared.key().isEmpty()
                || !declared.references().isEmpty()) {
            return found; // what declares its keys declares its references
        }
        for (int i = 0; i < shape.header().size(); i++) {
            String header = shape.header().get(i);
            boolean settled =
                    shape.key().equals(List.of(i))
                            || shape.options().ignore().contains(header)
                            || shape.options().references().containsKey(header);
            Reference one = settled ? null : byValues(shape, i, all);
            if (one != null
                    && shape.references().stream()
                            .noneMatch(
                                    known ->
                                            known.column() == one.column()
                                                    || known.target() == one.target())) {
                found.add(one);
            }
        }
        return found;
    }

    private static @Nullable Reference byValues(Shape shape, int column, List<Shape> all) {
        ColumnProfile profile = shape.columns().get(column);
        Hashes values = profile.distinct();
        if (values == null || values.size() < 2 || !profile.isOfWords()) {
            return null;
        }
        List<Reference> keys = new ArrayList<>();
        List<Reference> names = new ArrayList<>();
        for (Shape target : all) {
            for (int i = 0; i < target.header().size() && target.kind() != Kind.EDGES; i++) {
                ColumnProfile there = target.columns().get(i);
                Hashes known = there.distinct();
                boolean same = target == shape && i == column;
                if (same || known == null || !there.isUnique() || !there.isOfWords()) {
                    continue;
                }
                // Two lists of the same things refer to each other no more than the other way
                // round.
                boolean part = !profile.isUnique() || values.size() < known.size();
                boolean isKey = target.key().equals(List.of(i));
                if ((isKey || Keys.isProperName(target.plain(i)))
                        && part
                        && values.countIn(known) == values.size()) {
                    (isKey ? keys : names)
                            .add(
                                    new Reference(
                                            column,
                                            target,
                                            i,
                                            Words.withoutKey(shape.plain(column)),
                                            false));
                }
            }
        }
        List<Reference> found = keys.isEmpty() ? names : keys;
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static Reference wished(
            Shape shape, int column, String relation, String wished, List<Shape> all)
            throws ReadingFailed {
        Shape target = named(wished, shape, all);
        int place = target == null ? -1 : holding(shape, column, target);
        if (target == null || place < 0) {
            throw new ReadingFailed(
                    OptionsFile.NAME
                            + ": '"
                            + shape.header().get(column)
                            + "' of '"
                            + shape.table().name()
                            + "' is to refer to '"
                            + wished
                            + "', "
                            + (target == null
                                    ? "which is not among the tables that are read together"
                                    : "of which no column without repeated values has its values"));
        }
        return new Reference(column, target, place, relation, true);
    }

    private static @Nullable Shape named(String table, Shape near, List<Shape> all) {
        Shape found = null;
        for (Shape one : all) {
            boolean same = one.source().equals(near.source());
            if (one.table().name().equalsIgnoreCase(table) && (found == null || same)) {
                found = one;
            }
        }
        return found;
    }

    /** The column of a name whose values are each of one row, or the key, or -1. */
    private static int place(Shape target, String column) {
        if (column.isEmpty()) {
            return target.key().size() == 1 ? target.key().getFirst() : -1;
        }
        int at = target.header().indexOf(column);
        return at >= 0 && target.columns().get(at).isUnique() ? at : -1;
    }

    /** Whether nearly all values of a column are keys of a table. */
    static boolean isHolding(Shape shape, int column, Shape target) {
        Hashes values = shape.columns().get(column).distinct();
        return values != null
                && isIn(values, target.columns().get(target.key().getFirst()).distinct());
    }

    /** Whether more than half of a column's values are keys of a table. */
    static boolean isHoldingMost(Shape shape, int column, Shape target) {
        Hashes values = shape.columns().get(column).distinct();
        Hashes known = target.columns().get(target.key().getFirst()).distinct();
        return values != null && known != null && values.countIn(known) * 2L > values.size();
    }

    /** The column of a table in which nearly all values of another are found: its key first. */
    private static int holding(Shape shape, int column, Shape target) {
        Hashes values = shape.columns().get(column).distinct();
        if (values == null || values.size() == 0) {
            return -1;
        }
        int key = target.key().size() == 1 ? target.key().getFirst() : -1;
        if (key >= 0 && isIn(values, target.columns().get(key).distinct())) {
            return key;
        }
        for (int i = 0; i < target.header().size(); i++) {
            boolean itself = target == shape && i == column;
            if (!itself
                    && target.columns().get(i).isUnique()
                    && isIn(values, target.columns().get(i).distinct())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isIn(Hashes values, @Nullable Hashes known) {
        return known != null && values.countIn(known) * 100L >= values.size() * (long) NEARLY_ALL;
    }
}
