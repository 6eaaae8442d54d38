package alchemist.domain.ontology;

import alchemist.domain.ontology.OntologyEvent.ConstraintLifted;
import alchemist.domain.ontology.OntologyEvent.PropertyConstrained;
import alchemist.domain.ontology.OntologyEvent.TermDescribed;
import alchemist.domain.ontology.OntologyEvent.TermRenamed;
import alchemist.domain.ontology.OntologyEvent.TypeAccepted;
import alchemist.domain.ontology.OntologyEvent.TypeProposed;
import alchemist.domain.ontology.OntologyEvent.TypeRejected;
import alchemist.domain.ontology.OntologyState.Constraint;
import alchemist.domain.ontology.OntologyState.Standing;
import alchemist.domain.ontology.OntologyState.Term;
import alchemist.kernel.Decision;
import java.util.List;

/** The inverse of what was decided of terms and constraints, where nobody decided again since. */
public final class OntologyUndo {
    private OntologyUndo() {}

    /** Decides to take an event back. */
    public static Decision<OntologyEvent> undo(OntologyEvent event, OntologyState state) {
        return switch (event) {
            case TypeProposed e -> proposed(e, state);
            case TypeAccepted e -> accepted(e, state);
            case TypeRejected e -> rejected(e, state);
            case TermRenamed e -> renamed(e, state);
            case TermDescribed e -> described(e, state);
            case PropertyConstrained e -> constrained(e, state);
            case ConstraintLifted e -> lifted(e, state);
        };
    }

    /** A term that is in use is not forgotten. */
    private static Decision<OntologyEvent> proposed(TypeProposed e, OntologyState state) {
        if (!e.accepted() && !e.rejected()) {
            return Decision.accept(List.of());
        }
        if (!stands(state, e.relation(), e.term(), Standing.PROPOSED)) {
            return touched();
        }
        return Decision.accept(
                e.accepted()
                        ? new TypeAccepted(e.term(), e.relation(), true)
                        : new TypeRejected(e.term(), e.relation(), false));
    }

    private static Decision<OntologyEvent> accepted(TypeAccepted e, OntologyState state) {
        if (!stands(state, e.relation(), e.term(), Standing.ACCEPTED)) {
            return touched();
        }
        return Decision.accept(
                e.proposed()
                        ? new TypeProposed(e.term(), e.relation(), true, false)
                        : new TypeRejected(e.term(), e.relation(), true));
    }

    private static Decision<OntologyEvent> rejected(TypeRejected e, OntologyState state) {
        if (!stands(state, e.relation(), e.term(), Standing.REJECTED)) {
            return touched();
        }
        return Decision.accept(
                e.accepted()
                        ? new TypeAccepted(e.term(), e.relation(), false)
                        : new TypeProposed(e.term(), e.relation(), false, true));
    }

    private static Decision<OntologyEvent> renamed(TermRenamed e, OntologyState state) {
        Term term = state.term(e.relation(), e.term());
        return term != null && term.label().equals(e.label())
                ? Decision.accept(new TermRenamed(e.term(), e.relation(), e.previous(), e.label()))
                : touched();
    }

    private static Decision<OntologyEvent> described(TermDescribed e, OntologyState state) {
        Term term = state.term(e.relation(), e.term());
        return term != null && term.description().equals(e.description())
                ? Decision.accept(
                        new TermDescribed(e.term(), e.relation(), e.previous(), e.description()))
                : touched();
    }

    private static Decision<OntologyEvent> constrained(PropertyConstrained e, OntologyState state) {
        Constraint now = new Constraint(e.kind(), e.mandatory(), e.refuse());
        if (!now.equals(state.constraint(e.term(), e.property()))) {
            return touched();
        }
        return Decision.accept(
                e.replaces()
                        ? new PropertyConstrained(
                                e.term(),
                                e.property(),
                                e.previousKind(),
                                e.previousMandatory(),
                                e.previousRefuse(),
                                e.kind(),
                                e.mandatory(),
                                e.refuse(),
                                true)
                        : new ConstraintLifted(
                                e.term(), e.property(), e.kind(), e.mandatory(), e.refuse()));
    }

    private static Decision<OntologyEvent> lifted(ConstraintLifted e, OntologyState state) {
        return state.constraint(e.term(), e.property()) != null
                ? touched()
                : Decision.accept(
                        new PropertyConstrained(
                                e.term(),
                                e.property(),
                                e.kind(),
                                e.mandatory(),
                                e.refuse(),
                                "",
                                false,
                                false,
                                false));
    }

    private static boolean stands(
            OntologyState state, boolean relation, String name, Standing standing) {
        Term term = state.term(relation, name);
        return term != null && term.standing() == standing;
    }

    private static Decision<OntologyEvent> touched() {
        return Decision.reject(
                "touched-since", "it was decided again since; undo the later decision first");
    }
}
