package alchemist.graph;

import alchemist.graph.read.PropertyUse;
import alchemist.graph.read.TermRead;
import alchemist.kernel.collection.LongIntMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            }
        }
        for (int type : types) {
            counts[type]++;
            for (int property : properties) {
                use(type, property);
            }
        }
    }

    private void use(int type, int property) {
        long key = ((long) type << 32) | property;
        int known = uses.find(key);
        if (known == NONE) {
            propertiesOf.computeIfAbsent(type, _ -> new ArrayList<>()).add(property);
        }
        uses.put(key, known == NONE ? 1 : known + 1);
    }

    private List<PropertyUse> used(String name, int type) {
        TreeMap<String, PropertyUse> byKey = new TreeMap<>();
        for (int property : propertiesOf.getOrDefault(type, List.of())) {
            String key = store.terms.text(property);
            byKey.put(
                    key,
                    new PropertyUse(key, uses.find(((long) type << 32) | property), "", false));
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
                                each.mandatory()));
            }
        }
        return List.copyOf(byKey.values());
    }
}
