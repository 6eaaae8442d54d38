package alchemist.graph;

import alchemist.domain.ontology.Kinds;
import alchemist.graph.read.Page;
import alchemist.graph.read.Violation;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Finds what breaks a constraint of the ontology. */
final class Violations {
    private static final int NONE = -1;

    private final Moment moment;

    Violations(Moment moment) {
        this.moment = moment;
    }

    int count() {
        return all().size();
    }

    Page<Violation> page(int limit, String cursor) {
        List<Violation> all = all();
        int from = Math.clamp(Cursor.item(cursor, 0), 0, all.size());
        int to = (int) Math.min(all.size(), from + (long) limit);
        return new Page<>(
                List.copyOf(all.subList(from, to)),
                to < all.size() ? Cursor.after(to) : "",
                all.size());
    }

    private List<Violation> all() {
        List<Violation> found = new ArrayList<>();
        for (Ontology.Constraint constraint :
                moment.published.ontology().constraints(moment.position)) {
            IntList nodes = new NodeLists(moment).ofTerm(constraint.type());
            for (int i = 0; i < nodes.size(); i++) {
                check(nodes.at(i), constraint, found);
            }
        }
        return found;
    }

    private void check(int node, Ontology.Constraint constraint, List<Violation> found) {
        Store store = moment.store;
        int term = store.terms.find(constraint.property());
        int row = term == NONE ? NONE : moment.shown(node, Fields.property(term));
        boolean missing = row == NONE || store.rows.value(row) == Rows.DENIED;
        Value value = missing ? Value.NULL : moment.open(store.rows.value(row));
        if (missing ? constraint.mandatory() : !fits(constraint.kind(), value)) {
            int type = store.terms.find(constraint.type());
            found.add(
                    new Violation(
                            store.things.id(node),
                            moment.name(node),
                            moment.typeLabel(type),
                            constraint.property(),
                            constraint.kind(),
                            missing,
                            value));
        }
    }

    private static boolean fits(String kind, Value value) {
        return kind.isEmpty() || Kinds.isOf(value, kind);
    }
}
