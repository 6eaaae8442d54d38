package alchemist.graph;

import alchemist.graph.read.NodeSummary;
import alchemist.graph.same.Look;
import alchemist.graph.same.SeenGraph;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is shown at a moment, for who looks for what is the same. */
final class SameReader implements SeenGraph {
    private static final int NONE = -1;
    private static final int MOST_OUTER_GROUPS = 8;

    /** Of these there are many, and none is suggested to be another. */
    private static final Set<String> NEVER =
            Set.of(
                    "Branch",
                    "Commit",
                    "Constructor",
                    "Function",
                    "Method",
                    "Operation",
                    "Section",
                    "Tag",
                    "Task",
                    "Test",
                    "Folder",
                    "Library");

    private final Graph graph;
    private final Moment moment;
    private final Store store;
    private final NodeReader reader;
    private final Map<Integer, Set<Integer>> apart = new HashMap<>();
    private final Map<Id, String> locations = new HashMap<>();

    SameReader(Graph graph) {
        this.graph = graph;
        this.moment = graph.moment();
        this.store = moment.store;
        this.reader = new NodeReader(moment);
        store.separations.each(
                moment.published.separations(),
                moment.position,
                (one, other) -> {
                    int a = moment.shownAs(one);
                    int b = moment.shownAs(other);
                    apart.computeIfAbsent(a, _ -> new HashSet<>()).add(b);
                    apart.computeIfAbsent(b, _ -> new HashSet<>()).add(a);
                });
        moment.published
                .imports()
                .imports()
                .forEach(each -> locations.put(each.source(), each.location()));
    }

    @Override
    public long position() {
        return graph.position();
    }

    @Override
    public int things() {
        return moment.published.things();
    }

    @Override
    public @Nullable Look look(int thing) {
        if (store.things.isEdge(thing)
                || moment.shownAs(thing) != thing
                || !moment.nodeExists(thing)) {
            return null;
        }
        int[] statements = moment.statements(thing);
        List<String> types = types(statements);
        for (String type : types) {
            if (NEVER.contains(type)) {
                return null;
            }
        }
        var name = reader.name(statements);
        int group = moment.group(thing);
        Properties properties = properties(statements);
        int diagram = diagram(group);
        return new Look(
                thing,
                store.things.id(thing),
                name.erased() ? "" : name.text(),
                types,
                store.things.isGroup(thing),
                group,
                properties,
                places(statements),
                diagram,
                diagram == NONE ? "" : path(diagram));
    }

    @Override
    public Optional<NodeSummary> summary(Id node) {
        return graph.summary(node);
    }

    /** As sources call them, the one stated first in front. */
    private List<String> types(int[] statements) {
        long[] order = new long[statements.length];
        int size = 0;
        for (int i = 0; i < statements.length; i = reader.end(statements, i)) {
            int field = moment.field(statements[i]);
            if (Fields.isType(field) && store.rows.value(statements[i]) == Rows.STATED) {
                order[size++] = ((long) store.rows.since(statements[i]) << 32) | Fields.term(field);
            }
        }
        Arrays.sort(order, 0, size);
        List<String> types = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            types.add(store.terms.text((int) order[i]));
        }
        return types;
    }

    private Properties properties(int[] statements) {
        TreeMap<String, Value> shown = new TreeMap<>();
        for (int i = 0; i < statements.length; i = reader.end(statements, i)) {
            int field = moment.field(statements[i]);
            int value = store.rows.value(statements[i]);
            if (Fields.isProperty(field) && value != Rows.DENIED) {
                shown.put(store.terms.text(Fields.term(field)), moment.open(value));
            }
        }
        return Properties.of(shown);
    }

    private Set<String> places(int[] statements) {
        Set<String> places = new TreeSet<>();
        for (int statement : statements) {
            if (moment.field(statement) == Fields.EXISTENCE) {
                Id source = store.sources.id(store.lanes.source(store.rows.lane(statement)));
                String location = locations.get(source);
                if (location != null) {
                    places.add(location);
                }
            }
        }
        return places;
    }

    /** The diagram around what is in a group, or NONE. */
    private int diagram(int group) {
        int at = group;
        for (int steps = 0; at != NONE && steps < MOST_OUTER_GROUPS; steps++) {
            if (types(moment.statements(at)).contains("Diagram")) {
                return at;
            }
            at = moment.group(at);
        }
        return NONE;
    }

    private String path(int node) {
        return properties(moment.statements(node)).find("path") instanceof Value.Text(String path)
                ? path
                : "";
    }

    @Override
    public boolean areRelated(int one, int other) {
        if (moment.group(one) == other || moment.group(other) == one) {
            return true;
        }
        IntList members = moment.members(one);
        for (int i = 0; i < members.size(); i++) {
            int member = members.at(i);
            for (int edge = store.things.out(member);
                    edge != NONE;
                    edge = store.things.nextOut(edge)) {
                if (leads(edge, store.things.to(edge), other)) {
                    return true;
                }
            }
            for (int edge = store.things.in(member);
                    edge != NONE;
                    edge = store.things.nextIn(edge)) {
                if (leads(edge, store.things.from(edge), other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean leads(int edge, int end, int to) {
        return edge < moment.published.things()
                && moment.shownAs(end) == to
                && moment.isEdgeVisible(edge);
    }

    @Override
    public boolean areApart(int one, int other) {
        return apart.getOrDefault(one, Set.of()).contains(other);
    }

    @Override
    public List<String> namesBehind(int node, String relation) {
        List<String> names = new ArrayList<>();
        for (int edge = store.things.out(node); edge != NONE; edge = store.things.nextOut(edge)) {
            if (edge < moment.published.things()
                    && store.terms.text(store.things.relation(edge)).equals(relation)
                    && moment.isEdgeVisible(edge)) {
                names.add(moment.name(moment.shownAs(store.things.to(edge))).text());
            }
        }
        return names;
    }

    @Override
    public int @Nullable [] touchedSince(SeenGraph earlier) {
        return earlier instanceof SameReader seen ? touchedSince(seen.moment, moment) : null;
    }

    private static int @Nullable [] touchedSince(Moment earlier, Moment now) {
        if (!earlier.store.equals(now.store) || earlier.position > now.position) {
            return null;
        }
        for (int source = 0; source < earlier.published.sources(); source++) {
            if (earlier.weight(source) != now.weight(source)) {
                return null; // another's word counts more than before
            }
        }
        TreeSet<Integer> touched = new TreeSet<>();
        Store store = now.store;
        for (int at = earlier.position + 1;
                at <= now.position && at < store.subjects.size();
                at++) {
            add(store.subjects.get(at), now, touched);
        }
        for (int i = earlier.published.mentions(); i < now.published.mentions(); i += 2) {
            add(store.mentions.get(i), now, touched);
        }
        for (int note = earlier.published.merges(); note < now.published.merges(); note++) {
            add(store.merges.absorbed(note), now, touched);
            int cell = store.merges.survivor(note);
            add(cell < 0 ? ~cell : cell, now, touched);
        }
        return touched.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void add(int thing, Moment now, Set<Integer> touched) {
        if (thing == NONE || thing >= now.published.things()) {
            return;
        }
        if (now.store.things.isEdge(thing)) {
            add(now.store.things.from(thing), now, touched);
            add(now.store.things.to(thing), now, touched);
        } else {
            touched.add(thing);
            touched.add(now.shownAs(thing));
        }
    }
}
