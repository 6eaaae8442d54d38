package alchemist.graph;

import alchemist.domain.graph.GraphEvent.EdgeDescribed;
import alchemist.domain.graph.GraphEvent.EdgeWithdrawn;
import alchemist.domain.graph.GraphEvent.GroupDissolved;
import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeRestored;
import alchemist.domain.graph.GraphEvent.NodeRetired;
import alchemist.domain.graph.GraphEvent.NodeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesDisconnected;
import alchemist.domain.graph.GraphEvent.NodesKeptApart;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesReconnected;
import alchemist.domain.graph.GraphEvent.NodesReconsidered;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.domain.graph.GraphEvent.ThingReverted;
import alchemist.domain.graph.PropertyStated;
import alchemist.domain.ontology.OntologyEvent.TermRenamed;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.domain.sources.SourcesEvent.SourceTrusted;
import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The graph view as it is meant, from the log alone: slow, and as plain as can be. What a source
 * knows of a thing is a list of versions for each field; taking back makes that list again what it
 * was.
 */
final class Naive {
    static final String EXISTENCE = "existence";
    static final String NAME = "name";
    static final String GROUP = "group";
    static final String TYPE = "type:";
    static final String PROPERTY = "property:";

    /** The source states that it is not so; {@code true}: that it is so. */
    static final Object DENIED = "denied";

    /** The source states nothing. */
    static final Object NOTHING = "nothing";

    /** One version of what a source states of a field. */
    record Version(long position, long since, long effectiveAt, Object value) {}

    /** A version, who states it and of what. */
    record Statement(Id thing, Id source, String field, Version version) {
        Object value() {
            return version.value();
        }
    }

    private record Said(Id thing, Id source, String field, Object value, long since) {}

    private static final Version NEVER = new Version(0, 0, 0, NOTHING);

    private record Key(Id thing, Id source, long position) {}

    private final List<Envelope> log;
    private final Map<Key, Map<String, List<Version>>> known = new HashMap<>();
    private final Set<Id> sources = new LinkedHashSet<>();
    final Set<Id> things = new LinkedHashSet<>();
    final Set<Id> edges = new LinkedHashSet<>();
    final Set<Id> groups = new LinkedHashSet<>();
    private final Map<Id, NodesConnected> ends = new HashMap<>();

    Naive(List<Envelope> log) {
        this.log = log;
        for (Envelope envelope : log) {
            kinds(envelope.event());
            for (Said said : said(envelope.event())) {
                sources.add(said.source);
                things.add(said.thing);
            }
        }
    }

    /** The event that connected an edge first. */
    NodesConnected connected(Id edge) {
        return Objects.requireNonNull(ends.get(edge));
    }

    private void kinds(Event event) {
        switch (event) {
            case NodeAdded e -> {
                mention(e.node(), false);
                groups.remove(e.node());
                mention(e.group(), true);
            }
            case GroupFormed e -> {
                mention(e.group(), true);
                groups.add(e.group());
                mention(e.within(), true);
            }
            case NodesConnected e -> {
                mention(e.from(), false);
                mention(e.to(), false);
                things.add(e.edge());
                edges.add(e.edge());
                ends.putIfAbsent(e.edge(), e);
            }
            case NodeGrouped e -> {
                mention(e.node(), false);
                mention(e.group(), true);
            }
            case NodesMerged e -> {
                mention(e.survivor(), false);
                mention(e.absorbed(), false);
            }
            case NodesUnmerged e -> {
                mention(e.survivor(), false);
                mention(e.absorbed(), false);
            }
            case NodesKeptApart e -> {
                mention(e.one(), false);
                mention(e.other(), false);
            }
            case NodesReconsidered e -> {
                mention(e.one(), false);
                mention(e.other(), false);
            }
            default -> {
                for (Said said : said(event)) {
                    mention(said.thing, false);
                }
            }
        }
    }

    private void mention(Id id, boolean asGroup) {
        if (!id.isNone() && things.add(id) && asGroup) {
            groups.add(id);
        }
    }

    /** What an event says, withdrawals and reversals aside. */
    private static List<Said> said(Event event) {
        List<Said> said = new ArrayList<>();
        switch (event) {
            case NodeAdded e -> {
                said.add(new Said(e.node(), e.source(), EXISTENCE, true, e.since()));
                if (!e.name().isNull()) {
                    said.add(new Said(e.node(), e.source(), NAME, e.name(), e.since()));
                }
                for (String type : e.types()) {
                    said.add(new Said(e.node(), e.source(), TYPE + type, true, e.since()));
                }
                e.properties()
                        .toMap()
                        .forEach(
                                (key, value) ->
                                        said.add(
                                                new Said(
                                                        e.node(),
                                                        e.source(),
                                                        PROPERTY + key,
                                                        value,
                                                        e.since())));
                if (!e.group().isNone()) {
                    said.add(new Said(e.node(), e.source(), GROUP, e.group(), e.since()));
                }
            }
            case GroupFormed e -> {
                said.add(new Said(e.group(), e.source(), EXISTENCE, true, e.since()));
                if (!e.name().isNull()) {
                    said.add(new Said(e.group(), e.source(), NAME, e.name(), e.since()));
                }
                if (!e.within().isNone()) {
                    said.add(new Said(e.group(), e.source(), GROUP, e.within(), e.since()));
                }
            }
            case NodesConnected e -> {
                said.add(new Said(e.edge(), e.source(), EXISTENCE, true, e.since()));
                e.properties()
                        .toMap()
                        .forEach(
                                (key, value) ->
                                        said.add(
                                                new Said(
                                                        e.edge(),
                                                        e.source(),
                                                        PROPERTY + key,
                                                        value,
                                                        e.since())));
            }
            case NodeRenamed e ->
                    said.add(new Said(e.node(), e.source(), NAME, orNothing(e.name()), e.since()));
            case NodeClassified e ->
                    said.add(new Said(e.node(), e.source(), TYPE + e.type(), true, e.since()));
            case NodeDeclassified e ->
                    said.add(
                            new Said(
                                    e.node(),
                                    e.source(),
                                    TYPE + e.type(),
                                    e.denied() ? DENIED : NOTHING,
                                    e.since()));
            case NodeDescribed e -> e.changes().forEach(c -> said.add(of(e.node(), e.source(), c)));
            case EdgeDescribed e -> e.changes().forEach(c -> said.add(of(e.edge(), e.source(), c)));
            case NodeRetired e ->
                    said.add(new Said(e.node(), e.source(), EXISTENCE, DENIED, e.since()));
            case GroupDissolved e ->
                    said.add(new Said(e.group(), e.source(), EXISTENCE, DENIED, e.since()));
            case NodesDisconnected e ->
                    said.add(new Said(e.edge(), e.source(), EXISTENCE, DENIED, e.since()));
            case NodeRestored e ->
                    said.add(
                            new Said(
                                    e.node(),
                                    e.source(),
                                    EXISTENCE,
                                    e.asserted() ? true : NOTHING,
                                    e.since()));
            case NodesReconnected e ->
                    said.add(
                            new Said(
                                    e.edge(),
                                    e.source(),
                                    EXISTENCE,
                                    e.asserted() ? true : NOTHING,
                                    e.since()));
            case NodeGrouped e ->
                    said.add(
                            new Said(
                                    e.node(),
                                    e.source(),
                                    GROUP,
                                    !e.group().isNone() ? e.group() : e.denied() ? DENIED : NOTHING,
                                    e.since()));
            default -> {}
        }
        return said;
    }

    private static Said of(Id thing, Id source, PropertyStated change) {
        Object value = change.denied() ? DENIED : orNothing(change.value());
        return new Said(thing, source, PROPERTY + change.key(), value, change.since());
    }

    private static Object orNothing(Value value) {
        return value.isNull() ? NOTHING : value;
    }

    /** What a source knows of a thing at a position: the versions of each field. */
    private Map<String, List<Version>> known(Id thing, Id source, long position) {
        Key key = new Key(thing, source, position);
        Map<String, List<Version>> versions = known.get(key);
        if (versions == null) {
            versions = fold(thing, source, position);
            known.put(key, versions);
        }
        return versions;
    }

    private Map<String, List<Version>> fold(Id thing, Id source, long position) {
        Map<String, List<Version>> versions = new TreeMap<>();
        for (Envelope envelope : log) {
            if (envelope.position() > position) {
                break;
            }
            Event event = envelope.event();
            if (event instanceof ThingReverted e
                    && e.thing().equals(thing)
                    && e.source().equals(source)) {
                versions = copy(known(thing, source, e.to()));
            } else if (event instanceof NodeWithdrawn e
                    && e.node().equals(thing)
                    && e.source().equals(source)) {
                withdraw(versions, envelope);
            } else if (event instanceof EdgeWithdrawn e
                    && e.edge().equals(thing)
                    && e.source().equals(source)) {
                withdraw(versions, envelope);
            }
            for (Said said : said(event)) {
                if (said.thing.equals(thing) && said.source.equals(source)) {
                    List<Version> list =
                            versions.computeIfAbsent(said.field, _ -> new ArrayList<>());
                    if (!said.value.equals(NOTHING) || !list.isEmpty()) {
                        list.add(version(envelope, said.value, said.since));
                    }
                }
            }
        }
        return versions;
    }

    private static void withdraw(Map<String, List<Version>> versions, Envelope envelope) {
        for (List<Version> list : versions.values()) {
            if (!list.isEmpty() && !list.getLast().value.equals(NOTHING)) {
                list.add(version(envelope, NOTHING, 0));
            }
        }
    }

    private static Version version(Envelope envelope, Object value, long since) {
        return new Version(
                envelope.position(),
                since > 0 ? since : envelope.position(),
                envelope.effectiveAt(),
                value);
    }

    private static Map<String, List<Version>> copy(Map<String, List<Version>> versions) {
        Map<String, List<Version>> copy = new TreeMap<>();
        versions.forEach((field, list) -> copy.put(field, new ArrayList<>(list)));
        return copy;
    }

    /**
     * The graph at a position; and of the world at a time, where that is not {@link At#ANY_TIME}.
     */
    Seen at(long position, long effectiveAt) {
        return new Seen(position, effectiveAt);
    }

    final class Seen {
        final long position;
        final long effectiveAt;

        private Seen(long position, long effectiveAt) {
            this.position = position;
            this.effectiveAt = effectiveAt;
        }

        List<Statement> statements(Id thing) {
            List<Statement> all = new ArrayList<>();
            for (Id source : sources) {
                known(thing, source, position)
                        .forEach(
                                (field, versions) -> {
                                    Version holds = NEVER;
                                    for (Version version : versions) {
                                        if (effectiveAt == At.ANY_TIME
                                                || version.effectiveAt <= effectiveAt) {
                                            holds = version;
                                        }
                                    }
                                    if (!holds.value.equals(NOTHING)) {
                                        all.add(new Statement(thing, source, field, holds));
                                    }
                                });
            }
            return all;
        }

        Id shownAs(Id node) {
            Map<Id, Id> into = new HashMap<>();
            for (Envelope envelope : log) {
                if (envelope.position() <= position) {
                    if (envelope.event() instanceof NodesMerged e) {
                        into.put(e.absorbed(), e.survivor());
                    } else if (envelope.event() instanceof NodesUnmerged e) {
                        into.remove(e.absorbed());
                    }
                }
            }
            Id shown = node;
            while (into.containsKey(shown)) {
                shown = into.get(shown);
            }
            return shown;
        }

        /** All statements of a node and what it absorbed, or of an edge. */
        List<Statement> united(Id thing) {
            if (edges.contains(thing)) {
                return statements(thing);
            }
            List<Statement> all = new ArrayList<>();
            for (Id each : things) {
                if (!edges.contains(each) && shownAs(each).equals(thing)) {
                    all.addAll(statements(each));
                }
            }
            return all;
        }

        boolean isPerson(Id source) {
            return log.stream()
                    .filter(envelope -> envelope.position() <= position)
                    .noneMatch(
                            envelope ->
                                    switch (envelope.event()) {
                                        case ImportStarted e -> e.source().equals(source);
                                        case SourceTrusted e -> e.source().equals(source);
                                        default -> false;
                                    });
        }

        long weight(Id source) {
            long trust = 50;
            for (Envelope envelope : log) {
                if (envelope.position() <= position
                        && envelope.event() instanceof SourceTrusted e
                        && e.source().equals(source)) {
                    trust = e.trust();
                }
            }
            return isPerson(source) ? 101 : trust;
        }

        Optional<Statement> shown(Id thing, String field) {
            return united(thing).stream()
                    .filter(statement -> statement.field.equals(field))
                    .max(
                            Comparator.<Statement>comparingLong(s -> weight(s.source))
                                    .thenComparingLong(s -> s.version.since));
        }

        boolean exists(Id thing) {
            List<Statement> said =
                    united(thing).stream().filter(s -> s.field.equals(EXISTENCE)).toList();
            Optional<Statement> person =
                    said.stream()
                            .filter(s -> isPerson(s.source))
                            .max(Comparator.comparingLong(s -> s.version.since));
            return person.isPresent()
                    ? person.get().value().equals(true)
                    : said.stream().anyMatch(s -> s.value().equals(true));
        }

        /** Whether a node that is shown as itself, or an edge, is visible. */
        boolean isVisible(Id thing) {
            if (!edges.contains(thing)) {
                return shownAs(thing).equals(thing) && exists(thing);
            }
            NodesConnected edge = connected(thing);
            return exists(thing) && exists(shownAs(edge.from())) && exists(shownAs(edge.to()));
        }

        Value name(Id node) {
            return shown(node, NAME).map(s -> (Value) s.value()).orElse(Value.NULL);
        }

        Set<String> types(Id node) {
            Set<String> types = new TreeSet<>();
            for (Statement statement : united(node)) {
                if (statement.field.startsWith(TYPE)
                        && shown(node, statement.field).orElseThrow().value().equals(true)) {
                    types.add(label(statement.field.substring(TYPE.length()), false));
                }
            }
            return types;
        }

        String label(String term, boolean relation) {
            String label = term;
            for (Envelope envelope : log) {
                if (envelope.position() <= position
                        && envelope.event() instanceof TermRenamed e
                        && e.term().equals(term)
                        && e.relation() == relation) {
                    label = e.label().isEmpty() ? term : e.label();
                }
            }
            return label;
        }

        Map<String, Value> properties(Id thing) {
            Map<String, Value> properties = new TreeMap<>();
            for (Statement statement : united(thing)) {
                if (statement.field.startsWith(PROPERTY)) {
                    Object value = shown(thing, statement.field).orElseThrow().value();
                    if (!value.equals(DENIED)) {
                        properties.put(statement.field.substring(PROPERTY.length()), (Value) value);
                    }
                }
            }
            return properties;
        }

        Id group(Id node) {
            Id group = living(node);
            Set<Id> passed = new LinkedHashSet<>();
            for (Id at = group; !at.isNone() && passed.add(at); at = living(at)) {
                if (at.equals(node)) {
                    return Id.NONE;
                }
            }
            return group;
        }

        /** The nearest group around that is there. */
        private Id living(Id node) {
            Set<Id> passed = new LinkedHashSet<>();
            for (Id at = node; passed.add(at); ) {
                Optional<Statement> shown = shown(at, GROUP);
                if (shown.isEmpty() || shown.get().value().equals(DENIED)) {
                    return Id.NONE;
                }
                at = shownAs((Id) shown.get().value());
                if (groups.contains(at) && exists(at)) {
                    return at;
                }
            }
            return Id.NONE;
        }

        /** Fields on which two or more differ, of what is visible (existence: of everything). */
        Set<String> disagreements() {
            Set<String> found = new TreeSet<>();
            for (Id thing : things) {
                if (!edges.contains(thing) && !shownAs(thing).equals(thing)) {
                    continue;
                }
                Map<String, Set<Object>> values = new LinkedHashMap<>();
                united(thing)
                        .forEach(
                                s ->
                                        values.computeIfAbsent(s.field, _ -> new LinkedHashSet<>())
                                                .add(s.value()));
                values.forEach(
                        (field, all) -> {
                            if (all.size() > 1 && (field.equals(EXISTENCE) || isVisible(thing))) {
                                found.add(thing + " " + field);
                            }
                        });
            }
            return found;
        }

        /** When a thing was visible, as far as is known at the position: pairs of µs. */
        List<Long> lifetime(Id thing) {
            TreeSet<Long> turns = new TreeSet<>();
            for (Envelope envelope : log) {
                turns.add(envelope.effectiveAt());
            }
            List<Long> periods = new ArrayList<>();
            for (long turn : turns) {
                if (new Seen(position, turn).isVisible(thing) != (periods.size() % 2 == 1)) {
                    periods.add(turn);
                }
            }
            if (periods.size() % 2 == 1) {
                periods.add(Long.MAX_VALUE);
            }
            return periods;
        }

        /** The positions of the events that speak of a thing. */
        TreeSet<Long> history(Id thing) {
            TreeSet<Long> positions = new TreeSet<>();
            for (Id member : things) {
                if (member.equals(thing)
                        || (!edges.contains(member)
                                && !edges.contains(thing)
                                && shownAs(member).equals(thing))) {
                    spoken(member, positions);
                }
            }
            return positions;
        }

        private void spoken(Id thing, TreeSet<Long> positions) {
            for (Envelope envelope : log) {
                if (envelope.position() <= position && speaksOf(envelope, thing)) {
                    positions.add(envelope.position());
                }
            }
        }

        private boolean speaksOf(Envelope envelope, Id thing) {
            return switch (envelope.event()) {
                case NodesMerged e -> e.survivor().equals(thing) || e.absorbed().equals(thing);
                case NodesUnmerged e -> e.survivor().equals(thing) || e.absorbed().equals(thing);
                case NodesKeptApart e -> e.one().equals(thing) || e.other().equals(thing);
                case NodesReconsidered e -> e.one().equals(thing) || e.other().equals(thing);
                case NodesConnected e ->
                        e.edge().equals(thing) || e.from().equals(thing) || e.to().equals(thing);
                case alchemist.domain.graph.GraphEvent e -> {
                    NodesConnected edge = ends.get(e.entity());
                    yield e.entity().equals(thing)
                            || (edge != null
                                    && (edge.from().equals(thing) || edge.to().equals(thing)))
                            || moves(envelope, e.entity(), thing);
                }
                default -> false;
            };
        }

        /**
         * Whether an event moved a member into the group or out of it, by what its source states.
         */
        private boolean moves(Envelope envelope, Id member, Id group) {
            for (Id source : sources) {
                Version before = last(known(member, source, envelope.position() - 1));
                Version after = last(known(member, source, envelope.position()));
                boolean was = group.equals(before.value);
                boolean is = group.equals(after.value);
                if ((was || is) && !before.equals(after)) {
                    return true;
                }
            }
            return false;
        }

        private static Version last(Map<String, List<Version>> versions) {
            List<Version> list = versions.getOrDefault(GROUP, List.of());
            return list.isEmpty() ? NEVER : list.getLast();
        }
    }
}
