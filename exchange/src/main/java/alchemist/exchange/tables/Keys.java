package alchemist.exchange.tables;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.tables.TableOptions.Kind;
import java.util.ArrayList;
import java.util.List;

/** By what rows are known, and called. */
final class Keys {
    private static final List<String> NAMED =
            List.of("id", "key", "uuid", "guid", "code", "identifier", "iri", "uri");
    private static final List<String> NAMES =
            List.of(
                    "name",
                    "title",
                    "label",
                    "full name",
                    "display name",
                    "caption",
                    "headline",
                    "subject");
    private static final List<List<String>> TOGETHER =
            List.of(List.of("first name", "last name"), List.of("given name", "family name"));

    private Keys() {}

    /** Whether a column is called as keys are. */
    static boolean isNamedLikeKey(Shape shape, String header) {
        String name = Roles.plain(header);
        return NAMED.contains(Words.joined(name)) || isOwn(shape, name);
    }

    /** Such as customer_id in customers. */
    private static boolean isOwn(Shape shape, String name) {
        return Words.endsLikeKey(name)
                && Words.endsWith(shape.table().name(), Words.withoutKey(name));
    }

    /** Finds by what the rows of a table are known. */
    static void find(Shape shape) throws ReadingFailed {
        List<String> wished = shape.options().key();
        if (wished != null) {
            List<Integer> places = new ArrayList<>();
            for (String name : wished) {
                places.add(shape.column(name, "key"));
            }
            if (places.size() == 1 && !shape.columns().get(places.getFirst()).isUnique()) {
                throw new ReadingFailed(
                        OptionsFile.NAME
                                + ": the key '"
                                + wished.getFirst()
                                + "' of '"
                                + shape.table().name()
                                + "' has the same value in several rows: name another, several"
                                + " together, or none ([])");
            }
            shape.knownBy(places, true);
            return;
        }
        List<Integer> declared = places(shape, shape.table().declared().key());
        if (!declared.isEmpty()) {
            shape.knownBy(declared, true);
        } else if (shape.roles().id() >= 0) {
            shape.knownBy(List.of(shape.roles().id()), true);
        } else if (References.isCalledNodes(shape) && Roles.find(shape.header(), "id") >= 0) {
            // What edges name; where it comes twice, it is the same node.
            shape.knownBy(List.of(Roles.find(shape.header(), "id")), false);
        } else {
            shape.knownBy(found(shape), false);
        }
    }

    private static List<Integer> found(Shape shape) {
        for (String name : NAMED) {
            int at = Roles.find(plain(shape), name);
            if (at >= 0 && isKey(shape, at)) {
                return List.of(at);
            }
        }
        for (int i = 0; i < shape.header().size(); i++) {
            if (isOwn(shape, shape.plain(i)) && isKey(shape, i)) {
                return List.of(i);
            }
        }
        for (int i = 0; i < shape.header().size(); i++) {
            if (isKey(shape, i)) {
                return List.of(i);
            }
        }
        return List.of();
    }

    private static boolean isKey(Shape shape, int column) {
        return shape.columns().get(column).isKey(shape.rows())
                && !shape.options().ignore().contains(shape.header().get(column));
    }

    private static List<String> plain(Shape shape) {
        return shape.header().stream().map(Roles::plain).toList();
    }

    private static List<Integer> places(Shape shape, List<String> names) {
        List<Integer> places = new ArrayList<>();
        for (String name : names) {
            int at = shape.header().indexOf(name);
            if (at < 0) {
                return List.of();
            }
            places.add(at);
        }
        return places;
    }

    /** Finds what names the rows of a table, and what tells their types. */
    static void findNames(Shape shape) throws ReadingFailed {
        List<String> plain = plain(shape);
        if (shape.kind() == Kind.NODES) {
            int labels = shape.roles().labels();
            for (String name : Roles.NODE_TYPES) {
                int at = Roles.find(plain, name);
                if (labels < 0 && at >= 0 && isType(name, plain)) {
                    labels = at;
                }
            }
            shape.typedBy(labels);
        }
        if (!shape.options().name().isEmpty()) {
            shape.namedBy(List.of(shape.column(shape.options().name(), "name")));
            return;
        }
        shape.namedBy(named(shape, plain));
    }

    /** A label is a name where nothing else is. */
    private static boolean isType(String name, List<String> plain) {
        return !name.equals("label")
                || NAMES.stream()
                        .anyMatch(one -> !one.equals("label") && Roles.find(plain, one) >= 0);
    }

    private static List<Integer> named(Shape shape, List<String> plain) {
        for (String name : NAMES) {
            int at = Roles.find(plain, name);
            if (at >= 0 && at != shape.types() && isText(shape, at)) {
                return List.of(at);
            }
        }
        for (List<String> pair : TOGETHER) {
            int first = Roles.find(plain, pair.getFirst());
            int last = Roles.find(plain, pair.getLast());
            if (first >= 0 && last >= 0) {
                return List.of(first, last);
            }
        }
        for (int i = 0; i < plain.size(); i++) {
            List<String> words = Words.of(plain.get(i));
            if (words.size() > 1
                    && (words.getLast().equals("name") || words.getLast().equals("title"))
                    && Words.endsWith(
                            shape.table().name(),
                            String.join(" ", words.subList(0, words.size() - 1)))
                    && isText(shape, i)) {
                return List.of(i);
            }
        }
        return shape.key();
    }

    private static boolean isText(Shape shape, int column) {
        return shape.columns().get(column).filled() > 0;
    }
}
