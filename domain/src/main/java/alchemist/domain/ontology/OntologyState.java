package alchemist.domain.ontology;

import alchemist.domain.graph.Constraints;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the rules of the ontology must remember: terms in use, and constraints. */
public final class OntologyState implements Constraints {
    enum Standing {
        PROPOSED(0),
        ACCEPTED(1),
        REJECTED(2);

        /** As snapshots store it. */
        private final int code;

        Standing(int code) {
            this.code = code;
        }
    }

    /**
     * A type or relation.
     *
     * @param label the name that is shown; empty: its own
     * @param description what it means; empty: nobody says
     */
    record Term(Standing standing, String label, String description) {}

    /**
     * What a property of a type must be.
     *
     * @param kind of value; empty: any
     */
    record Constraint(String kind, boolean mandatory, boolean refuse) {}

    private final SortedMap<String, Term> relations = new TreeMap<>();
    private final SortedMap<String, Term> types = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Constraint>> constraints = new TreeMap<>();
    private int refusing;

    @Nullable Term term(boolean relation, String name) {
        return terms(relation).get(name);
    }

    /** Whether a type or relation is proposed, accepted or rejected already. */
    public boolean knows(boolean relation, String name) {
        return terms(relation).containsKey(name);
    }

    void term(boolean relation, String name, Term term) {
        terms(relation).put(name, term);
    }

    @Nullable Constraint constraint(String type, String property) {
        SortedMap<String, Constraint> ofType = constraints.get(type);
        return ofType == null ? null : ofType.get(property);
    }

    void constrain(String type, String property, Constraint constraint) {
        lift(type, property);
        constraints.computeIfAbsent(type, _ -> new TreeMap<>()).put(property, constraint);
        refusing += constraint.refuse() ? 1 : 0;
    }

    void lift(String type, String property) {
        SortedMap<String, Constraint> ofType = constraints.get(type);
        Constraint former = ofType == null ? null : ofType.remove(property);
        refusing -= former != null && former.refuse() ? 1 : 0;
        if (ofType != null && ofType.isEmpty()) {
            constraints.remove(type);
        }
    }

    @Override
    public boolean refuseNothing() {
        return refusing == 0;
    }

    @Override
    public String broken(List<String> types, SortedMap<String, Value> properties) {
        if (refusing == 0) {
            return "";
        }
        for (String type : types) {
            SortedMap<String, Constraint> ofType = constraints.get(type);
            if (ofType == null) {
                continue;
            }
            for (Map.Entry<String, Constraint> entry : ofType.entrySet()) {
                String broken =
                        broken(
                                type,
                                entry.getKey(),
                                entry.getValue(),
                                properties.get(entry.getKey()));
                if (!broken.isEmpty()) {
                    return broken;
                }
            }
        }
        return "";
    }

    private static String broken(
            String type, String property, Constraint constraint, @Nullable Value value) {
        if (!constraint.refuse()) {
            return "";
        }
        if (value == null || value.isNull()) {
            return constraint.mandatory() ? "a " + type + " must have '" + property + "'" : "";
        }
        return constraint.kind().isEmpty() || Kinds.isOf(value, constraint.kind())
                ? ""
                : "'"
                        + property
                        + "' of a "
                        + type
                        + " must be a "
                        + constraint.kind()
                        + ", not a "
                        + Kinds.of(value);
    }

    /** Writes a snapshot. */
    public void save(Output out) {
        save(relations, out);
        save(types, out);
        out.varint(constraints.size());
        for (Map.Entry<String, SortedMap<String, Constraint>> ofType : constraints.entrySet()) {
            out.text(ofType.getKey());
            out.varint(ofType.getValue().size());
            for (Map.Entry<String, Constraint> entry : ofType.getValue().entrySet()) {
                Constraint constraint = entry.getValue();
                out.text(entry.getKey());
                out.text(constraint.kind());
                out.u8((constraint.mandatory() ? 1 : 0) | (constraint.refuse() ? 2 : 0));
            }
        }
    }

    private static void save(SortedMap<String, Term> terms, Output out) {
        out.varint(terms.size());
        for (Map.Entry<String, Term> entry : terms.entrySet()) {
            out.text(entry.getKey());
            out.u8(entry.getValue().standing().code);
            out.text(entry.getValue().label());
            out.text(entry.getValue().description());
        }
    }

    /** Reads a snapshot. */
    public static OntologyState load(Input in) {
        OntologyState state = new OntologyState();
        load(state.relations, in);
        load(state.types, in);
        for (long types = in.varint(); types > 0; types--) {
            String type = in.text();
            for (long left = in.varint(); left > 0; left--) {
                String property = in.text();
                String kind = in.text();
                int flags = in.u8();
                state.constrain(
                        type, property, new Constraint(kind, (flags & 1) != 0, (flags & 2) != 0));
            }
        }
        return state;
    }

    private static void load(SortedMap<String, Term> terms, Input in) {
        for (long left = in.varint(); left > 0; left--) {
            String name = in.text();
            Standing standing = Standing.values()[in.u8()];
            terms.put(name, new Term(standing, in.text(), in.text()));
        }
    }

    private SortedMap<String, Term> terms(boolean relation) {
        return relation ? relations : types;
    }
}
