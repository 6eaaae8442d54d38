package alchemist.exchange.imports;

import alchemist.kernel.collection.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what an import changes, and keeps a few examples of each type. */
final class DiffTally {
    /** How many examples of a type are shown. */
    static final int SHOWN = 5;

    /** How many are kept, as some come and go again. */
    private static final int KEPT = 4 * SHOWN;

    private record Key(Diff.Kind kind, int type, boolean edge) {}

    private record Kept(int thing, String name) {}

    private final Map<Key, List<Kept>> kept = new HashMap<>();

    void stated(Things things, int thing, String name) {
        keep(things, thing, things.wasStated(thing) ? Diff.Kind.CHANGED : Diff.Kind.ADDED, name);
    }

    void withdrawn(Things things, int thing, String name) {
        if (things.wasStated(thing)) {
            keep(things, thing, Diff.Kind.WITHDRAWN, name);
        }
    }

    Diff diff(Things things, Names types) {
        Map<Key, Integer> counts = new HashMap<>();
        for (int i = 0; i < things.size(); i++) {
            Diff.Kind kind = things.change(i);
            if (kind != null) {
                counts.merge(new Key(kind, things.type(i), things.isEdge(i)), 1, Integer::sum);
            }
        }
        List<Diff.OfType> ofTypes = new ArrayList<>();
        List<Diff.Example> examples = new ArrayList<>();
        counts.forEach(
                (key, count) -> {
                    String type = types.name(key.type);
                    ofTypes.add(new Diff.OfType(key.kind, type, key.edge, count));
                });
        ofTypes.sort(
                Comparator.comparing(Diff.OfType::kind)
                        .thenComparing(Diff.OfType::edge)
                        .thenComparing(Diff.OfType::count, Comparator.reverseOrder())
                        .thenComparing(Diff.OfType::type));
        for (Diff.OfType type : ofTypes) {
            addExamples(type, things, types, examples);
        }
        return new Diff(
                count(ofTypes, Diff.Kind.ADDED),
                count(ofTypes, Diff.Kind.CHANGED),
                count(ofTypes, Diff.Kind.WITHDRAWN),
                ofTypes,
                examples);
    }

    private void keep(Things things, int thing, Diff.Kind kind, String name) {
        List<Kept> list =
                kept.computeIfAbsent(
                        new Key(kind, things.type(thing), things.isEdge(thing)),
                        _ -> new ArrayList<>(4));
        if (list.size() < KEPT) {
            list.add(new Kept(thing, name));
        }
    }

    private void addExamples(
            Diff.OfType type, Things things, Names types, List<Diff.Example> examples) {
        Key key = new Key(type.kind(), types.find(type.type()), type.edge());
        kept.getOrDefault(key, List.of()).stream()
                .filter(one -> things.change(one.thing) == type.kind())
                .filter(one -> things.type(one.thing) == key.type)
                .distinct()
                .limit(SHOWN)
                .forEach(
                        one ->
                                examples.add(
                                        new Diff.Example(
                                                type.kind(), one.name, type.type(), type.edge())));
    }

    private static Diff.Count count(List<Diff.OfType> types, Diff.Kind kind) {
        int nodes = 0;
        int edges = 0;
        for (Diff.OfType type : types) {
            if (type.kind() == kind) {
                nodes += type.edge() ? 0 : type.count();
                edges += type.edge() ? type.count() : 0;
            }
        }
        return new Diff.Count(nodes, edges);
    }
}
