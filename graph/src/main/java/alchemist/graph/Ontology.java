package alchemist.graph;

import alchemist.domain.ontology.OntologyEvent;
import alchemist.domain.ontology.OntologyEvent.ConstraintLifted;
import alchemist.domain.ontology.OntologyEvent.PropertyConstrained;
import alchemist.domain.ontology.OntologyEvent.TermDescribed;
import alchemist.domain.ontology.OntologyEvent.TermRenamed;
import alchemist.domain.ontology.OntologyEvent.TypeAccepted;
import alchemist.domain.ontology.OntologyEvent.TypeProposed;
import alchemist.domain.ontology.OntologyEvent.TypeRejected;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How types and relations are called, what they mean, and what properties of types must be: a few
 * hundred records; readers hold an immutable copy that was made when it was published.
 */
final class Ontology {
    /** A term is shown under a name from a position on; the empty name is its own. */
    record Label(String term, boolean relation, String label, int position) {}

    /** What a term means is said from a position on; the empty text says nothing. */
    record Meaning(Key key, String text, int position) {}

    /** A property of a type is constrained (or, lifted, no longer) from a position on. */
    record Constraint(
            String type,
            String property,
            String kind,
            boolean mandatory,
            boolean lifted,
            int position) {}

    /** A type or relation. */
    record Key(String term, boolean relation) {}

    /** A term is proposed, accepted or rejected from a position on. */
    record Standing(Key key, String standing, int position) {}

    /** What readers hold. */
    record Published(
            List<Label> labels,
            List<Constraint> constraints,
            List<Standing> standings,
            List<Meaning> meanings) {
        static final Published NOTHING = new Published(List.of(), List.of(), List.of(), List.of());

        /** What is said of terms at a position; nothing of those of which nothing is said. */
        Map<Key, String> meanings(int position) {
            Map<Key, String> held = new LinkedHashMap<>();
            for (Meaning each : meanings) {
                if (each.position() <= position) {
                    held.put(each.key(), each.text());
                }
            }
            return held;
        }

        /** How each term stands at a position, in the order in which they came up. */
        Map<Key, String> standings(int position) {
            Map<Key, String> held = new LinkedHashMap<>();
            for (Standing each : standings) {
                if (each.position() <= position) {
                    held.put(each.key(), each.standing());
                }
            }
            return held;
        }

        /** The labels that differ from their terms at a position. */
        Map<String, String> labels(boolean relation, int position) {
            Map<String, String> shown = new LinkedHashMap<>();
            for (Label each : labels) {
                if (each.relation() == relation && each.position() <= position) {
                    if (each.label().isEmpty()) {
                        shown.remove(each.term());
                    } else {
                        shown.put(each.term(), each.label());
                    }
                }
            }
            return shown;
        }

        /** The constraints that hold at a position. */
        List<Constraint> constraints(int position) {
            Map<List<String>, Constraint> held = new LinkedHashMap<>();
            for (Constraint each : constraints) {
                if (each.position() <= position) {
                    List<String> key = List.of(each.type(), each.property());
                    held.remove(key);
                    if (!each.lifted()) {
                        held.put(key, each);
                    }
                }
            }
            return List.copyOf(held.values());
        }
    }

    private final List<Label> labels = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Standing> standings = new ArrayList<>();
    private final List<Meaning> meanings = new ArrayList<>();
    private Published published = Published.NOTHING;
    private boolean changed;

    void apply(OntologyEvent event, int position) {
        switch (event) {
            case TypeProposed e -> stand(e.term(), e.relation(), "proposed", position);
            case TypeAccepted e -> stand(e.term(), e.relation(), "accepted", position);
            case TypeRejected e -> stand(e.term(), e.relation(), "rejected", position);
            case TermRenamed e -> {
                labels.add(new Label(e.term(), e.relation(), e.label(), position));
                changed = true;
            }
            case TermDescribed e -> {
                meanings.add(
                        new Meaning(new Key(e.term(), e.relation()), e.description(), position));
                changed = true;
            }
            case PropertyConstrained e -> {
                constraints.add(
                        new Constraint(
                                e.term(), e.property(), e.kind(), e.mandatory(), false, position));
                changed = true;
            }
            case ConstraintLifted e -> {
                constraints.add(new Constraint(e.term(), e.property(), "", false, true, position));
                changed = true;
            }
        }
    }

    private void stand(String term, boolean relation, String standing, int position) {
        standings.add(new Standing(new Key(term, relation), standing, position));
        changed = true;
    }

    Published publish() {
        if (changed) {
            published =
                    new Published(
                            List.copyOf(labels),
                            List.copyOf(constraints),
                            List.copyOf(standings),
                            List.copyOf(meanings));
            changed = false;
        }
        return published;
    }

    void save(Output out) {
        out.varint(labels.size());
        for (Label each : labels) {
            out.text(each.term());
            out.u8(each.relation() ? 1 : 0);
            out.text(each.label());
            out.varint(each.position());
        }
        out.varint(constraints.size());
        for (Constraint each : constraints) {
            out.text(each.type());
            out.text(each.property());
            out.text(each.kind());
            out.u8((each.mandatory() ? 1 : 0) | (each.lifted() ? 2 : 0));
            out.varint(each.position());
        }
        out.varint(standings.size());
        for (Standing each : standings) {
            out.text(each.key().term());
            out.u8(each.key().relation() ? 1 : 0);
            out.text(each.standing());
            out.varint(each.position());
        }
        out.varint(meanings.size());
        for (Meaning each : meanings) {
            out.text(each.key().term());
            out.u8(each.key().relation() ? 1 : 0);
            out.text(each.text());
            out.varint(each.position());
        }
    }

    void load(Input in) {
        for (long left = in.varint(); left > 0; left--) {
            labels.add(new Label(in.text(), in.u8() != 0, in.text(), (int) in.varint()));
        }
        for (long left = in.varint(); left > 0; left--) {
            String type = in.text();
            String property = in.text();
            String kind = in.text();
            int flags = in.u8();
            constraints.add(
                    new Constraint(
                            type,
                            property,
                            kind,
                            (flags & 1) != 0,
                            (flags & 2) != 0,
                            (int) in.varint()));
        }
        for (long left = in.varint(); left > 0; left--) {
            Key key = new Key(in.text(), in.u8() != 0);
            standings.add(new Standing(key, in.text(), (int) in.varint()));
        }
        for (long left = in.varint(); left > 0; left--) {
            Key key = new Key(in.text(), in.u8() != 0);
            meanings.add(new Meaning(key, in.text(), (int) in.varint()));
        }
        changed = true;
    }
}
