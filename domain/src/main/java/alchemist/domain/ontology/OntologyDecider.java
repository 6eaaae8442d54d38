package alchemist.domain.ontology;

import static alchemist.kernel.Decision.accept;
import static alchemist.kernel.Decision.reject;
import static alchemist.kernel.Decision.unchanged;

import alchemist.domain.ontology.OntologyCommand.AcceptType;
import alchemist.domain.ontology.OntologyCommand.ConstrainProperty;
import alchemist.domain.ontology.OntologyCommand.DescribeTerm;
import alchemist.domain.ontology.OntologyCommand.LiftConstraint;
import alchemist.domain.ontology.OntologyCommand.ProposeType;
import alchemist.domain.ontology.OntologyCommand.RejectType;
import alchemist.domain.ontology.OntologyCommand.RenameTerm;
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
import alchemist.kernel.Whitespace;
import org.jspecify.annotations.Nullable;

/** The rules of types, relations and constraints. */
public final class OntologyDecider {
    private static final int MAX_TERM_LENGTH = 200;
    private static final int MAX_DESCRIPTION_LENGTH = 1_000;

    private OntologyDecider() {}

    /** Decides what is asked of the ontology. */
    public static Decision<? extends OntologyEvent> decide(
            OntologyCommand command, OntologyState state) {
        return switch (command) {
            case ProposeType c -> propose(c, state);
            case AcceptType c -> acceptType(c, state);
            case RejectType c -> rejectType(c, state);
            case RenameTerm c -> rename(c, state);
            case DescribeTerm c -> describe(c, state);
            case ConstrainProperty c -> constrain(c, state);
            case LiftConstraint c -> lift(c, state);
        };
    }

    /** Folds an event. */
    public static void fold(OntologyState state, OntologyEvent event) {
        switch (event) {
            case TypeProposed e ->
                    state.term(
                            e.relation(),
                            e.term(),
                            standing(state, e.relation(), e.term(), Standing.PROPOSED));
            case TypeAccepted e ->
                    state.term(
                            e.relation(),
                            e.term(),
                            standing(state, e.relation(), e.term(), Standing.ACCEPTED));
            case TypeRejected e ->
                    state.term(
                            e.relation(),
                            e.term(),
                            standing(state, e.relation(), e.term(), Standing.REJECTED));
            case TermRenamed e -> {
                Term former = state.term(e.relation(), e.term());
                Standing standing = former == null ? Standing.PROPOSED : former.standing();
                state.term(
                        e.relation(), e.term(), new Term(standing, e.label(), described(former)));
            }
            case TermDescribed e -> {
                Term former = state.term(e.relation(), e.term());
                Standing standing = former == null ? Standing.PROPOSED : former.standing();
                state.term(
                        e.relation(),
                        e.term(),
                        new Term(standing, former == null ? "" : former.label(), e.description()));
            }
            case PropertyConstrained e ->
                    state.constrain(
                            e.term(),
                            e.property(),
                            new Constraint(e.kind(), e.mandatory(), e.refuse()));
            case ConstraintLifted e -> state.lift(e.term(), e.property());
        }
    }

    private static Term standing(
            OntologyState state, boolean relation, String name, Standing standing) {
        Term former = state.term(relation, name);
        return new Term(standing, former == null ? "" : former.label(), described(former));
    }

    private static String described(@Nullable Term term) {
        return term == null ? "" : term.description();
    }

    private static Decision<TypeProposed> propose(ProposeType c, OntologyState state) {
        if (isMalformed(c.term())) {
            return malformed();
        }
        return state.knows(c.relation(), c.term())
                ? unchanged()
                : accept(new TypeProposed(c.term(), c.relation()));
    }

    private static Decision<TypeAccepted> acceptType(AcceptType c, OntologyState state) {
        if (isMalformed(c.term())) {
            return malformed();
        }
        Term term = state.term(c.relation(), c.term());
        if (term != null && term.standing() == Standing.ACCEPTED) {
            return unchanged();
        }
        return accept(
                new TypeAccepted(
                        c.term(),
                        c.relation(),
                        term != null && term.standing() == Standing.PROPOSED));
    }

    private static Decision<TypeRejected> rejectType(RejectType c, OntologyState state) {
        Term term = state.term(c.relation(), c.term());
        if (term == null) {
            return unknown();
        }
        return term.standing() == Standing.REJECTED
                ? unchanged()
                : accept(
                        new TypeRejected(
                                c.term(), c.relation(), term.standing() == Standing.ACCEPTED));
    }

    private static Decision<TermRenamed> rename(RenameTerm c, OntologyState state) {
        Term term = state.term(c.relation(), c.term());
        if (term == null) {
            return unknown();
        }
        if (isMalformed(c.label())) {
            return malformed();
        }
        String label = c.label().equals(c.term()) ? "" : c.label();
        return term.label().equals(label)
                ? unchanged()
                : accept(new TermRenamed(c.term(), c.relation(), label, term.label()));
    }

    private static Decision<TermDescribed> describe(DescribeTerm c, OntologyState state) {
        Term term = state.term(c.relation(), c.term());
        if (term == null) {
            return unknown();
        }
        if (c.description().length() > MAX_DESCRIPTION_LENGTH
                || (!c.description().isEmpty() && Whitespace.isBlank(c.description()))) {
            return reject(
                    "malformed",
                    "a description is not blank and has at most "
                            + MAX_DESCRIPTION_LENGTH
                            + " characters");
        }
        return term.description().equals(c.description())
                ? unchanged()
                : accept(
                        new TermDescribed(
                                c.term(), c.relation(), c.description(), term.description()));
    }

    private static Decision<PropertyConstrained> constrain(
            ConstrainProperty c, OntologyState state) {
        if (isMalformed(c.term()) || isMalformed(c.property())) {
            return malformed();
        }
        if (!c.kind().isEmpty() && !Kinds.ALL.contains(c.kind())) {
            return reject(
                    "malformed",
                    "'" + c.kind() + "' is no kind of value; take one of " + Kinds.ALL);
        }
        if (!state.knows(false, c.term())) {
            return unknown();
        }
        Constraint former = state.constraint(c.term(), c.property());
        Constraint next = new Constraint(c.kind(), c.mandatory(), c.refuse());
        if (next.equals(former)) {
            return unchanged();
        }
        Constraint before = former == null ? new Constraint("", false, false) : former;
        return accept(
                new PropertyConstrained(
                        c.term(),
                        c.property(),
                        c.kind(),
                        c.mandatory(),
                        c.refuse(),
                        before.kind(),
                        before.mandatory(),
                        before.refuse(),
                        former != null));
    }

    private static Decision<ConstraintLifted> lift(LiftConstraint c, OntologyState state) {
        Constraint former = state.constraint(c.term(), c.property());
        return former == null
                ? unchanged()
                : accept(
                        new ConstraintLifted(
                                c.term(),
                                c.property(),
                                former.kind(),
                                former.mandatory(),
                                former.refuse()));
    }

    private static boolean isMalformed(String term) {
        return Whitespace.isBlank(term) || term.length() > MAX_TERM_LENGTH;
    }

    private static <E> Decision<E> malformed() {
        return reject(
                "malformed",
                "a term is not blank and has at most " + MAX_TERM_LENGTH + " characters");
    }

    private static <E> Decision<E> unknown() {
        return reject(
                "term-unknown", "there is no such type or relation; propose or accept it first");
    }
}
