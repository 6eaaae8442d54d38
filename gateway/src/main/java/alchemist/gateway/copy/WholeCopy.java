package alchemist.gateway.copy;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.GraphCopy;
import alchemist.exchange.SourceName;
import alchemist.exchange.Stated;
import alchemist.graph.Graph;
import alchemist.graph.Opener;
import alchemist.graph.Whole;
import alchemist.graph.read.SourceRead;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The graph at a moment, as an export reads it. Nothing is copied: each thing is read when it is
 * written, and all of it is true at the graph's position whatever is recorded meanwhile. Only what
 * is erased meanwhile is erased at once.
 */
public final class WholeCopy implements GraphCopy {
    /** How much of a person's id is told, so that people are told apart. */
    private static final int ID_DIGITS = 6;

    private final Whole whole;
    private final Opened opened;
    private final List<SourceName> sources = new ArrayList<>();
    private final Map<Id, Id> stating = new LinkedHashMap<>();

    /** A copy of a graph, in which what is personal stands as far as it can be opened. */
    public WholeCopy(Graph graph, Opener opener) {
        this.whole = graph.whole();
        this.opened = new Opened(opener);
        for (SourceRead source : graph.sources()) {
            add(
                    new SourceName(
                            source.id(),
                            source.reader(),
                            source.location(),
                            source.label(),
                            source.trust()),
                    source.id());
        }
        for (Id person : whole.people()) {
            // Not by name: a label is no personal value, and would stand unsealed where it is read.
            String label = "person " + person.toString().substring(0, ID_DIGITS);
            add(SourceName.ofPerson(person, label), person);
        }
    }

    private void add(SourceName source, Id who) {
        sources.add(source);
        stating.put(source.id(), who);
    }

    @Override
    public List<SourceName> sources() {
        return List.copyOf(sources);
    }

    @Override
    public Stated stated(SourceName source) {
        return new PartStated(whole.stated(stating.getOrDefault(source.id(), source.id())));
    }

    @Override
    public Stated shown() {
        return new PartStated(whole.shown());
    }

    /** A part of the graph. */
    private final class PartStated implements Stated {
        private final Whole.Part part;

        PartStated(Whole.Part part) {
            this.part = part;
        }

        @Override
        public @Nullable NodeStatement node(Id node) {
            return part.node(node).map(opened::node).orElse(null);
        }

        @Override
        public @Nullable EdgeStatement edge(Id edge) {
            return part.edge(edge).map(opened::edge).orElse(null);
        }

        @Override
        public void eachNode(Consumer<Id> each) {
            part.each(each, _ -> {});
        }

        @Override
        public void eachEdge(Consumer<Id> each) {
            part.each(_ -> {}, each);
        }
    }
}
