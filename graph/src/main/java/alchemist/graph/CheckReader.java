package alchemist.graph;

import alchemist.graph.check.CheckedGraph;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.value.Properties;
import java.util.Arrays;

/** What is shown at a moment, by number, for who holds rules against it. */
final class CheckReader implements CheckedGraph {
    private static final int NONE = -1;

    private final Moment moment;
    private final Store store;
    private final NodeReader reader;
    private final IntList nodes = new IntList();
    private final IntList edges = new IntList();
    private final int[] numberOf;

    CheckReader(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
        this.reader = new NodeReader(moment);
        int things = moment.published.things();
        this.numberOf = new int[things];
        Arrays.fill(numberOf, NONE);
        for (int thing = 0; thing < things; thing++) {
            if (!store.things.isEdge(thing)
                    && moment.shownAs(thing) == thing
                    && moment.nodeExists(thing)) {
                numberOf[thing] = nodes.size();
                nodes.add(thing);
            }
        }
        for (int thing = 0; thing < things; thing++) {
            if (store.things.isEdge(thing) && moment.isEdgeVisible(thing)) {
                edges.add(thing);
            }
        }
    }

    @Override
    public int nodes() {
        return nodes.size();
    }

    @Override
    public NodeSummary summary(int node) {
        return reader.summary(nodes.at(node));
    }

    @Override
    public Properties properties(int node) {
        return reader.shownProperties(nodes.at(node));
    }

    @Override
    public int edges() {
        return edges.size();
    }

    @Override
    public Id edge(int edge) {
        return store.things.id(edges.at(edge));
    }

    @Override
    public int from(int edge) {
        return numberOf[moment.shownAs(store.things.from(edges.at(edge)))];
    }

    @Override
    public int to(int edge) {
        return numberOf[moment.shownAs(store.things.to(edges.at(edge)))];
    }

    @Override
    public String relation(int edge) {
        return moment.relationLabel(store.things.relation(edges.at(edge)));
    }

    @Override
    public Properties edgeProperties(int edge) {
        return reader.shownProperties(edges.at(edge));
    }
}
