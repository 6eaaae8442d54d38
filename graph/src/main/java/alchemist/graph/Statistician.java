package alchemist.graph;

import alchemist.graph.read.Statistics;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is visible at a moment, by looking at everything once. */
final class Statistician {
    private final Moment moment;
    private final Store store;
    private final Map<String, Integer> types = new TreeMap<>();
    private final int[] relations;
    private int nodes;
    private int groups;
    private int edges;

    Statistician(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
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
                types,
                labelledRelations(),
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
        for (String type : reader.types(moment.statements(node))) {
            types.merge(type, 1, Integer::sum);
        }
    }

    private Map<String, Integer> labelledRelations() {
        Map<String, Integer> labelled = new TreeMap<>();
        for (int term = 0; term < relations.length; term++) {
            if (relations[term] > 0) {
                labelled.merge(moment.relationLabel(term), relations[term], Integer::sum);
            }
        }
        return labelled;
    }
}
