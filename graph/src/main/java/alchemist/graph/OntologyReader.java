package alchemist.graph;

import alchemist.graph.read.PropertyUse;
import alchemist.graph.read.TermRead;
import alchemist.kernel.collection.LongIntMap;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the types and relations at a moment, and counts by looking at everything once. */
final class OntologyReader {
    private static final int NONE = -1;

    private final Moment moment;
    private final Store store;
    private final int[] counts;

    /** Of each type (high) and property (low) how many nodes have both. */
    private final LongIntMap uses = new LongIntMap();

    private final Map<Integer, List<Integer>> propertiesOf = new HashMap<>();

    /** Of which of them the value that was found first is a number. */
    private final Set<Long> numeric = new HashSet<>();

    OntologyReader(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
        this.counts = new int[moment.published.terms()];
    }

    List<TermRead> terms() {
        int[] relations = new int[counts.length];
        for (int thing = 0; thing < moment.published.things(); thing++) {
            if (store.things.isEdge(thing)) {
                if (moment.isEdgeVisible(thing)) {
                    relations[store.things.relation(thing)]++;
                }
            } else if (moment.shownAs(thing) == thing && moment.nodeExists(thing)) {
                count(moment.statements(thing));
            }
        }
        List<TermRead> terms = new ArrayList<>();
        Map<Ontology.Key, String> meanings = moment.published.ontology().meanings(moment.position);
        moment.published
                .ontology()
                .standings(moment.position)
                .forEach(
                        (key, standing) -> {
                            int term = known(key.term());
                            int[] of = key.relation() ? relations : counts;
                            terms.add(
                                    new TermRead(
                                            key.term(),
                                            label(key, term),
                                            meanings.getOrDefault(key, ""),
                                            key.relation(),
                                            standing,
                                            term == NONE ? 0 : of[term],
                                            key.relation() ? List.of() : used(key.term(), term)));
                        });
        return terms;
    }

    private int known(String text) {
        int term = store.terms.find(text);
        return term < counts.length ? term : NONE;
    }

    private String label(Ontology.Key key, int term) {
        if (term == NONE) {
            return moment.published
                    .ontology()
                    .labels(key.relation(), moment.position)
                    .getOrDefault(key.term(), key.term());
        }
        return key.relation() ? moment.relationLabel(term) : moment.typeLabel(term);
    }

    private void count(int[] statements) {
        List<Integer> types = new ArrayList<>();
        List<Integer> properties = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        int last = NONE;
        for (int row : statements) {
            int field = moment.field(row);
            int value = store.rows.value(row);
            boolean first = field != last; // the shown one of each field stands first
            last = field;
            if (first && Fields.isType(field) && value == Rows.STATED) {
                types.add(Fields.term(field));
            } else if (first && Fields.isProperty(field) && value != Rows.DENIED) {
                properties.add(Fields.term(field));
                values.add(value);
            }
        }
        for (int type : types) {
            counts[type]++;
            for (int i = 0; i < properties.size(); i++) {
                use(type, properties.get(i), values.get(i));
            }
        }
    }

    private void use(int type, int property, int value) {
        long key = ((long) type << 32) | property;
        int known = uses.find(key);
        if (known == NONE) {
            propertiesOf.computeIfAbsent(type, _ -> new ArrayList<>()).add(property);
            if (isNumber(moment.open(value))) {
                numeric.add(key);
            }
        }
        uses.put(key, known == NONE ? 1 : known + 1);
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Int || value instanceof Value.Real;
    }

    private List<PropertyUse> used(String name, int type) {
        TreeMap<String, PropertyUse> byKey = new TreeMap<>();
        for (int property : propertiesOf.getOrDefault(type, List.of())) {
            String key = store.terms.text(property);
            long pair = ((long) type << 32) | property;
            byKey.put(
                    key, new PropertyUse(key, uses.find(pair), "", false, numeric.contains(pair)));
        }
        for (Ontology.Constraint each : moment.published.ontology().constraints(moment.position)) {
            if (each.type().equals(name)) {
                PropertyUse use = byKey.get(each.property());
                byKey.put(
                        each.property(),
                        new PropertyUse(
                                each.property(),
                                use == null ? 0 : use.count(),
                                each.kind(),
                                each.mandatory(),
                                use != null && use.numeric()));
            }
        }
        return List.copyOf(byKey.values());
    }
}
