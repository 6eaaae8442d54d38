package alchemist.exchange.tables;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.tables.TableOptions.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** By what rows are known, and called. */
final class Keys {
    private static final List<String> NAMED =
            List.of("id", "key", "uuid", "guid", "code", "identifier", "iri", "uri");

    /** What something is called, and nothing else. */
    private static final List<String> PROPER =
            List.of("name", "full name", "display name", "bezeichnung", "nombre", "nome", "naam");

    /** Of a person the title is a post or a degree: after first and last name. */
    private static final List<String> TITLES =
            List.of("title", "label", "caption", "headline", "subject", "titel");

    private static final List<List<String>> TOGETHER =
            List.of(
                    List.of("first name", "last name"),
                    List.of("firstname", "lastname"),
                    List.of("given name", "family name"),
                    List.of("forename", "surname"),
                    List.of("vorname", "nachname"),
                    List.of("prénom", "nom"),
                    List.of("nombre", "apellido"));

    /** What those are called that make a customer or a supplier. */
    private static final Set<String> COMPANIES =
            Set.of("company", "firma", "organization", "organisation", "firm");

    private Keys() {}

    /** Whether a column is called as keys are. */
    static boolean isNamedLikeKey(Shape shape, String header) {
        String name = Roles.plain(header);
        return NAMED.contains(Words.joined(name)) || isOwn(shape, name);
    }

    /** Whether a column is called as what names its rows. */
    static boolean isProperName(String header) {
        return PROPER.contains(Words.joined(header));
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

    /**
     * Rows that no column tells apart, such as the lines of orders, are known by all that they
     * refer to, where that is another for each. Passes over the rows.
     */
    static void together(Shape shape) throws IOException {
        List<Integer> places =
                shape.references().stream().map(Shape.Reference::column).sorted().toList();
        if (shape.kind() != Kind.ROWS
                || !shape.key().isEmpty()
                || shape.options().key() != null
                || places.size() < 2
                || places.stream()
                        .anyMatch(at -> shape.columns().get(at).filled() < shape.rows())) {
            return;
        }
        Hashes known = new Hashes();
        boolean[] twice = new boolean[1];
        shape.table()
                .eachRow(
                        (_, cells) -> {
                            StringBuilder key = new StringBuilder();
                            for (int place : places) {
                                key.append(Cells.key(cells[place])).append('\0');
                            }
                            twice[0] |= !known.add(Hashes.of(key.toString()));
                        });
        if (!twice[0]) {
            shape.knownBy(places, false);
        }
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
                || Stream.concat(PROPER.stream(), TITLES.stream())
                        .anyMatch(one -> !one.equals("label") && Roles.find(plain, one) >= 0);
    }

    private static List<Integer> named(Shape shape, List<String> plain) {
        List<Integer> found = called(shape, plain, PROPER);
        for (List<String> pair : TOGETHER) {
            int first = Roles.find(plain, pair.getFirst());
            int last = Roles.find(plain, pair.getLast());
            boolean pairs = first >= 0 && last >= 0;
            if (pairs && (found.isEmpty() || found.contains(first) || found.contains(last))) {
                return List.of(first, last);
            }
        }
        if (found.isEmpty()) {
            found = called(shape, plain, TITLES);
        }
        for (String word : List.of("name", "title", "description")) {
            if (found.isEmpty()) {
                found = calledLikeTable(shape, plain, word);
            }
        }
        return found.isEmpty() ? telling(shape, plain) : found;
    }

    private static List<Integer> called(Shape shape, List<String> plain, List<String> names) {
        for (String name : names) {
            int at = Roles.find(plain, name);
            if (at >= 0 && at != shape.types() && isText(shape, at)) {
                return List.of(at);
            }
        }
        return List.of();
    }

    /** Such as book_title in books. */
    private static List<Integer> calledLikeTable(Shape shape, List<String> plain, String word) {
        for (int i = 0; i < plain.size(); i++) {
            List<String> words = Words.of(plain.get(i));
            if (words.size() > 1
                    && words.getLast().equals(word)
                    && Words.endsWith(
                            shape.table().name(),
                            String.join(" ", words.subList(0, words.size() - 1)))
                    && isText(shape, i)) {
                return List.of(i);
            }
        }
        return List.of();
    }

    /** Another name, such as that of a company, where it is another for each row; else the key. */
    private static List<Integer> telling(Shape shape, List<String> plain) {
        for (int i = 0; i < plain.size(); i++) {
            List<String> words = Words.of(plain.get(i));
            boolean names =
                    !words.isEmpty()
                            && (words.getLast().equals("name")
                                    || COMPANIES.contains(words.getLast()));
            if (names && i != shape.types() && shape.columns().get(i).isKey(shape.rows())) {
                return List.of(i);
            }
        }
        return shape.key();
    }

    private static boolean isText(Shape shape, int column) {
        return shape.columns().get(column).filled() > 0;
    }
}
