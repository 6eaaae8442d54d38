package alchemist.graph;

import alchemist.graph.read.Change;
import alchemist.graph.read.Change.Field;
import alchemist.graph.read.Change.Kind;
import alchemist.graph.read.Comparison;
import alchemist.graph.read.Comparison.Total;
import alchemist.graph.read.Display;
import alchemist.graph.read.GroupRef;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.collection.LongIntMap;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares two moments by the things that events between them are about. */
final class Changes {
    private static final int NONE = -1;
    private static final String PATH = "path";

    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::isEdge)
                    .thenComparing(Change::kind)
                    .thenComparing(Change::type)
                    .thenComparing(Change::path)
                    .thenComparing(change -> change.name().text())
                    .thenComparing(change -> end(change.from()))
                    .thenComparing(change -> end(change.to()))
                    .thenComparing(Change::thing);

    private final Moment before;
    private final Moment after;
    private final Store store;
    private final Set<String> passedOver;
    private final NodeReader was;
    private final NodeReader is;

    Changes(Moment before, Moment after, Set<String> passedOver) {
        this.passedOver = passedOver;
        this.before = before;
        this.after = after;
        this.store = after.store;
        this.was = new NodeReader(before);
        this.is = new NodeReader(after);
    }

    private static String end(@Nullable NodeSummary node) {
        return node == null ? "" : node.name().text();
    }

    Comparison compare(int limit) {
        List<Change> nodes = new ArrayList<>();
        List<Found> edges = new ArrayList<>();
        Totals totals = new Totals();
        IntList touched = touched();
        for (int i = 0; i < touched.size(); i++) {
            Found found = find(touched.at(i));
            if (found == null) {
                continue;
            }
            if (store.things.isEdge(found.thing)) {
                edges.add(found);
                totals.count(found.kind, true, relation(found));
            } else {
                Change node = told(found);
                nodes.add(node);
                totals.count(node.kind(), false, node.type());
            }
        }
        // Edges are told where nodes leave room: what each of ten thousands leads to is asked of no
        // others.
        List<Change> changes = new ArrayList<>(nodes);
        if (nodes.size() < limit) {
            edges.forEach(edge -> changes.add(told(edge)));
        }
        changes.sort(ORDER);
        return new Comparison(
                before.position, after.position, totals.sorted(), some(changes, limit));
    }

    /** A thing that differs. */
    private record Found(Kind kind, int thing, List<Field> fields) {}

    /**
     * As many as the limit allows, nodes first; of each kind of change a fair share, so that much
     * that is new does not crowd out the little that is gone.
     */
    private static List<Change> some(List<Change> sorted, int limit) {
        List<Change> some = new ArrayList<>();
        for (boolean edges : new boolean[] {false, true}) {
            List<List<Change>> kinds = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                kinds.add(
                        sorted.stream()
                                .filter(c -> c.isEdge() == edges && c.kind() == kind)
                                .toList());
            }
            kinds.sort(Comparator.comparingInt(List::size));
            for (int i = 0; i < kinds.size(); i++) {
                List<Change> kind = kinds.get(i);
                int share = (limit - some.size()) / (kinds.size() - i);
                some.addAll(kind.subList(0, Math.min(share, kind.size())));
            }
        }
        some.sort(ORDER);
        return List.copyOf(some);
    }

    /** How much differs, of each type. */
    private static final class Totals {
        private record Key(boolean isEdge, Kind kind, String type) {}

        private final Map<Key, Integer> counts = new HashMap<>();

        void count(Kind kind, boolean isEdge, String type) {
            counts.merge(new Key(isEdge, kind, type), 1, Integer::sum);
        }

        List<Total> sorted() {
            List<Total> totals = new ArrayList<>();
            counts.forEach(
                    (key, count) -> totals.add(new Total(key.kind, key.isEdge, key.type, count)));
            totals.sort(
                    Comparator.comparing(Total::isEdge)
                            .thenComparing(Total::kind)
                            .thenComparing(Total::count, Comparator.reverseOrder())
                            .thenComparing(Total::type));
            return totals;
        }
    }

    /**
     * The things that events between the two are about; all where the times in the world differ.
     */
    private IntList touched() {
        IntList touched = new IntList();
        if (before.effectiveAt != after.effectiveAt) {
            for (int thing = 0; thing < after.published.things(); thing++) {
                touched.add(thing);
            }
            return touched;
        }
        LongIntMap seen = new LongIntMap();
        int from = Math.min(before.position, after.position);
        int to = Math.max(before.position, after.position);
        for (int position = from + 1; position <= to; position++) {
            int thing = position < store.subjects.size() ? store.subjects.get(position) : NONE;
            if (thing != NONE && seen.find(thing) == NONE) {
                seen.put(thing, 0);
                touched.add(thing);
            }
        }
        return touched;
    }

    /** Names each thing that an event after a position is about, up to a moment. */
    static void touched(Moment until, int position, Consumer<Id> each) {
        LongIntMap seen = new LongIntMap();
        int last = Math.min(until.position, until.store.subjects.size() - 1);
        for (int at = position + 1; at <= last; at++) {
            int thing = until.store.subjects.get(at);
            if (thing != NONE && seen.find(thing) == NONE) {
                seen.put(thing, 0);
                each.accept(until.store.things.id(thing));
            }
        }
    }

    private @Nullable Found find(int thing) {
        boolean there = isShown(thing, before);
        boolean stays = isShown(thing, after);
        if (!there && !stays) {
            return null;
        }
        List<Field> fields = List.of();
        if (there && stays) {
            fields = isStatedAlike(thing) ? List.of() : fields(thing);
            if (fields.isEmpty()) {
                return null;
            }
        }
        Kind kind = !there ? Kind.ADDED : !stays ? Kind.REMOVED : Kind.CHANGED;
        return new Found(kind, thing, fields);
    }

    /**
     * Whether the very same statements hold of a thing at both moments of one position, so that no
     * field of it can differ: most of what there is, and quicker found than what is shown of it.
     */
    private boolean isStatedAlike(int thing) {
        if (before.position != after.position) {
            return false;
        }
        if (!store.things.isEdge(thing) && was.groupOf(thing) != is.groupOf(thing)) {
            return false; // the group may be there at one of the two alone
        }
        IntList members = after.members(thing);
        for (int i = 0; i < members.size(); i++) {
            for (int slot = store.things.slot(members.at(i));
                    slot != NONE;
                    slot = store.rows.next(slot)) {
                if (before.version(slot) != after.version(slot)) {
                    return false;
                }
            }
        }
        return true;
    }

    private String relation(Found edge) {
        Moment moment = edge.kind == Kind.REMOVED ? before : after;
        return moment.relationLabel(store.things.relation(edge.thing));
    }

    private Change told(Found found) {
        Kind kind = found.kind;
        int thing = found.thing;
        List<Field> fields = found.fields;
        boolean stays = kind != Kind.REMOVED;
        NodeReader reader = stays ? is : was;
        String path =
                reader.shownProperties(thing).find(PATH) instanceof Value.Text(String text)
                        ? text
                        : "";
        if (!store.things.isEdge(thing)) {
            NodeSummary node = reader.summary(thing);
            return new Change(
                    kind, node.id(), false, node.name(), node.types(), path, null, null, fields);
        }
        Moment moment = stays ? after : before;
        String relation = relation(found);
        return new Change(
                kind,
                store.things.id(thing),
                true,
                new Display(relation, false),
                List.of(relation),
                path,
                reader.summary(moment.shownAs(store.things.from(thing))),
                reader.summary(moment.shownAs(store.things.to(thing))),
                fields);
    }

    private boolean isShown(int thing, Moment moment) {
        if (thing >= moment.published.things()) {
            return false;
        }
        return store.things.isEdge(thing)
                ? moment.isEdgeVisible(thing)
                : moment.shownAs(thing) == thing && moment.nodeExists(thing);
    }

    private List<Field> fields(int thing) {
        List<Field> fields = new ArrayList<>();
        if (!store.things.isEdge(thing)) {
            NodeSummary old = was.summary(thing);
            NodeSummary now = is.summary(thing);
            if (!old.name().equals(now.name())) {
                fields.add(new Field("name", "", text(old.name()), text(now.name())));
            }
            TreeSet<String> types = new TreeSet<>(old.types());
            types.addAll(now.types());
            for (String type : types) {
                boolean had = old.types().contains(type);
                boolean has = now.types().contains(type);
                if (had != has) {
                    fields.add(new Field("type", type, flag(had), flag(has)));
                }
            }
            if (!Objects.equals(id(old.group()), id(now.group()))) {
                fields.add(new Field("group", "", group(old.group()), group(now.group())));
            }
        }
        Properties old = was.shownProperties(thing);
        Properties now = is.shownProperties(thing);
        TreeSet<String> keys = new TreeSet<>();
        for (int i = 0; i < old.size(); i++) {
            keys.add(old.key(i));
        }
        for (int i = 0; i < now.size(); i++) {
            keys.add(now.key(i));
        }
        keys.removeAll(passedOver);
        for (String key : keys) {
            Value had = value(old, key);
            Value has = value(now, key);
            if (!had.equals(has)) {
                fields.add(new Field("property", key, had, has));
            }
        }
        return fields;
    }

    private static Value value(Properties properties, String key) {
        Value found = properties.find(key);
        return found == null ? Value.NULL : found;
    }

    private static Value flag(boolean there) {
        return there ? Value.flag(true) : Value.NULL;
    }

    private static Value text(Display name) {
        return Value.text(name.text());
    }

    private static @Nullable Id id(@Nullable GroupRef group) {
        return group == null ? null : group.id();
    }

    private static Value group(@Nullable GroupRef group) {
        return group == null ? Value.NULL : text(group.name());
    }
}
