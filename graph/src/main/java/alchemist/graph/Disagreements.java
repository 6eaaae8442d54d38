package alchemist.graph;

import alchemist.graph.read.Disagreement;
import alchemist.graph.read.Display;
import alchemist.graph.read.Page;
import java.util.ArrayList;
import java.util.List;

/** Finds the fields of visible things on which two or more differ. */
final class Disagreements {
    private final Moment moment;
    private final Store store;
    private final NodeReader reader;

    Disagreements(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
        this.reader = new NodeReader(moment);
    }

    int count() {
        int count = 0;
        for (int thing = 0; thing < moment.published.things(); thing++) {
            count += in(thing, null);
        }
        return count;
    }

    Page<Disagreement> page(int limit, String cursor) {
        List<Disagreement> found = new ArrayList<>();
        int thing = Cursor.next(cursor);
        while (thing < moment.published.things() && found.size() < limit) {
            in(thing, found);
            thing++;
        }
        boolean more = thing < moment.published.things();
        return new Page<>(found, more ? Cursor.after(thing - 1) : "", -1);
    }

    private int in(int thing, @org.jspecify.annotations.Nullable List<Disagreement> found) {
        if (!store.things.isEdge(thing) && moment.shownAs(thing) != thing) {
            return 0;
        }
        int[] statements = moment.statements(thing);
        int count = 0;
        boolean visible = statements.length > 1 && moment.isVisible(thing);
        for (int i = 0; i < statements.length; i = reader.end(statements, i)) {
            int field = moment.field(statements[i]);
            if ((visible || field == Fields.EXISTENCE) && reader.disagree(statements, i)) {
                count++;
                if (found != null) {
                    found.add(read(thing, field, statements, i));
                }
            }
        }
        return count;
    }

    private Disagreement read(int thing, int field, int[] statements, int from) {
        boolean edge = store.things.isEdge(thing);
        Display name =
                edge
                        ? new Display(moment.relationLabel(store.things.relation(thing)), false)
                        : reader.name(statements);
        boolean keyed = Fields.isType(field) || Fields.isProperty(field);
        return new Disagreement(
                store.things.id(thing),
                edge,
                name,
                kind(field),
                keyed ? store.terms.text(Fields.term(field)) : "",
                reader.statements(statements, from));
    }

    private static String kind(int field) {
        return switch (field) {
            case Fields.EXISTENCE -> "existence";
            case Fields.NAME -> "name";
            case Fields.GROUP -> "group";
            default -> Fields.isType(field) ? "type" : "property";
        };
    }
}
