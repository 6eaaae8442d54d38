package alchemist.graph;

import alchemist.domain.graph.GraphEvent;
import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesKeptApart;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesReconsidered;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.domain.ontology.OntologyEvent;
import alchemist.domain.sources.SourcesEvent;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.domain.sources.SourcesEvent.SourceTrusted;
import alchemist.domain.sources.SourcesEvent.StatementRefused;
import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.View;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;

/**
 * The graph as a read model: every statement that was ever made, in columns of primitives, each
 * with the position from which it was known and the time from which it held. Any moment of the past
 * is as quick to read as now.
 *
 * <p><b>Threads.</b> One thread folds: {@link #apply}, {@link #publish}, {@link #save}, {@link
 * #load}. Any number of threads read, without locks, through {@link #at}. What makes that safe:
 *
 * <ol>
 *   <li>A row is complete before a release store makes it reachable, and never changes afterwards
 *       but for the link to its neighbour; a reader follows links with acquire loads.
 *   <li>Each row carries the position of its event. A reader takes one {@link Published} record,
 *       which {@link #publish} replaced by one volatile store, and passes over rows of later
 *       positions. So whatever the writer links in meanwhile, the reader sees the graph of exactly
 *       its position.
 *   <li>Replaced links still lead to the rows behind them, so a reader in the middle of a list goes
 *       on.
 * </ol>
 *
 * A reader that is kept stays true to its position while the writer goes on.
 */
public final class GraphView implements View {
    private static final int NONE = -1;
    private static final int VERSION = 5;

    private final Opener opener;
    private final NameText text;
    private Store store;
    private Fold fold;
    private Imports imports = new Imports();
    private Ontology ontology = new Ontology();
    private volatile Source source;

    /** The columns and what of them may be seen, together: a load replaces both. */
    private record Source(Store store, Published published) {}

    /** An empty graph that shows personal names as far as they can be opened. */
    public GraphView(Opener opener) {
        this(opener, People.STRANGERS);
    }

    /**
     * An empty graph that shows personal names as far as they can be opened.
     *
     * @param people tells what the graph does not say of those who state something
     */
    public GraphView(Opener opener, People people) {
        this.opener = opener;
        this.text = new NameText(opener, people);
        this.store = new Store(opener);
        this.fold = new Fold(store, new Writer(store));
        this.source = new Source(store, snapshot(0));
    }

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public void lookAhead(Lookahead ids) {
        if (Lookahead.isWorthAmong(store.things.size())) {
            store.things.lookAhead(ids);
            store.rows.lookAhead(ids);
        }
    }

    @Override
    public void apply(Envelope envelope) {
        int position = Math.toIntExact(envelope.position());
        store.commands.note(envelope);
        Event event = envelope.event();
        switch (event) {
            case GraphEvent e -> subject(position, graph(e, position));
            case SourcesEvent e -> sources(e, position);
            case OntologyEvent e -> ontology.apply(e, position);
            default -> {}
        }
    }

    private int graph(GraphEvent event, int position) {
        int rows = store.rows.size();
        int thing = fold.apply(event, position);
        if (thing != NONE && store.rows.size() == rows && !isMerge(event)) {
            mention(thing, position);
        }
        switch (event) {
            case NodeAdded e -> imports.added(e.source(), false);
            case GroupFormed e -> imports.added(e.source(), false);
            case NodesConnected e -> imports.added(e.source(), true);
            case NodesKeptApart e -> mention(store.things.find(e.other()), position);
            case NodesReconsidered e -> mention(store.things.find(e.other()), position);
            default -> {}
        }
        return thing;
    }

    /** Merges leave notes of their own. */
    private static boolean isMerge(GraphEvent event) {
        return event instanceof NodesMerged || event instanceof NodesUnmerged;
    }

    private void sources(SourcesEvent event, int position) {
        switch (event) {
            case ImportStarted e -> store.sources.register(store.sources.add(e.source()), position);
            case SourceTrusted e -> {
                int trusted = store.sources.add(e.source());
                store.sources.register(trusted, position);
                store.sources.trust(trusted, Math.toIntExact(e.trust()), position);
            }
            case StatementRefused e -> mention(store.things.find(e.thing()), position);
            default -> {}
        }
        imports.apply(event, position);
    }

    private void subject(int position, int thing) {
        while (store.subjects.size() <= position) {
            store.subjects.add(NONE);
        }
        store.subjects.put(position, thing);
    }

    private void mention(int thing, int position) {
        if (thing != NONE) {
            store.mentions.add(thing);
            store.mentions.add(position);
            if (store.things.isEdge(thing)) {
                mention(store.things.from(thing), position);
                mention(store.things.to(thing), position);
            }
        }
    }

    @Override
    public void publish(long position) {
        source = new Source(store, snapshot(Math.toIntExact(position)));
    }

    private Published snapshot(int position) {
        return new Published(
                position,
                store.things.size(),
                store.commands.size(),
                store.names.size(),
                store.mentions.size(),
                store.terms.size(),
                store.sources.size(),
                store.merges.size(),
                store.separations.size(),
                imports.publish(),
                ontology.publish());
    }

    /** The position that readers see now. */
    public long position() {
        return source.published.position();
    }

    /**
     * The graph at a moment. Cheap; keep it as long as one answer takes, so that all of the answer
     * is of one position.
     *
     * @throws PositionAhead when the position is not published yet
     */
    public Graph at(At at) {
        Source now = source;
        Published published = now.published;
        Commands commands = now.store.commands;
        int position = published.position();
        if (at.position() != At.NOW) {
            if (at.position() > position) {
                throw new PositionAhead(at.position(), position);
            }
            position = commandEnd(commands, published, (int) Math.max(0, at.position()));
        }
        if (at.recordedAt() != At.ANY_TIME) {
            int last = commands.lastRecorded(at.recordedAt(), published.commands());
            position = Math.min(position, last == NONE ? 0 : commands.lastPosition(last));
        }
        return new Graph(new Moment(now.store, published, position, at.effectiveAt(), text));
    }

    /** The graph now. */
    public Graph now() {
        return at(At.HEAD);
    }

    /** The end of the command that holds a position: events of one command count together. */
    private static int commandEnd(Commands commands, Published published, int position) {
        if (published.commands() == 0) {
            return position;
        }
        int command = commands.of(position, published.commands());
        boolean within =
                position >= commands.firstPosition(command)
                        && position <= commands.lastPosition(command);
        return within ? commands.lastPosition(command) : position;
    }

    /** Forgets what of an erased subject stands opened in memory. Any thread. */
    public void forget(Id subject) {
        source.store.names.forget(subject);
    }

    /** The memory that the columns take. */
    public long bytes() {
        return source.store.bytes();
    }

    @Override
    public void save(Output out) {
        store.save(out);
        imports.save(out);
        ontology.save(out);
    }

    @Override
    public void load(Input in) {
        store = new Store(opener);
        imports = new Imports();
        ontology = new Ontology();
        store.load(in);
        imports.load(in);
        ontology.load(in);
        fold = new Fold(store, new Writer(store));
    }
}
