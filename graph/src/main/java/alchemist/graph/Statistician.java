package alchemist.graph;

import alchemist.graph.read.Statistics;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is visible at a moment, by looking at everything once. */
final class Statistician {
    private final Moment moment;
    private final Store store;
    private final int[] types;
    private final int[] relations;
    private int nodes;
    private int groups;
    private int edges;

    Statistician(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
        this.types = new int[moment.published.terms()];
        this.relations = new int[moment.published.terms()];
    }

    Statistics count() {
        int things = moment.published.things();
        for (int thing = 0; thing < things; thing++) {
            if (store.things.isEdge(thing)) {
                if (moment.isEdgeVisible(thing)) {
                    edges++;
                    relations[store.things.relation(thing)]++;
                }
            } else if (moment.shownAs(thing) == thing && moment.nodeExists(thing)) {
                node(thing);
            }
        }
        Disagreements disagreements = new Disagreements(moment);
        return new Statistics(
                nodes,
                edges,
                groups,
                labelled(types, false),
                labelled(relations, true),
                disagreements.count(),
                new Violations(moment).count());
    }

    private void node(int node) {
        if (store.things.isGroup(node)) {
            groups++;
        } else {
            nodes++;
        }
        NodeReader reader = new NodeReader(moment);
        int[] statements = moment.statements(node);
        for (int i = 0; i < statements.length; i = reader.end(statements, i)) {
            int field = moment.field(statements[i]);
            if (Fields.isType(field) && store.rows.value(statements[i]) == Rows.STATED) {
                types[Fields.term(field)]++;
            }
        }
    }

    private Map<String, Integer> labelled(int[] counts, boolean relation) {
        Map<String, Integer> labelled = new TreeMap<>();
        for (int term = 0; term < counts.length; term++) {
            if (counts[term] > 0) {
                labelled.merge(
                        relation ? moment.relationLabel(term) : moment.typeLabel(term),
                        counts[term],
                        Integer::sum);
            }
        }
        return labelled;
    }
}
