package alchemist.domain.ontology;

import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;

/** What became of the ontology. */
public sealed interface OntologyEvent extends Event {

    /**
     * A type or relation is proposed.
     *
     * @param term the name as sources state it
     * @param relation a relation of edges, else a type of nodes
     * @param accepted it was accepted before, which was taken back
     * @param rejected it was rejected before, which was taken back
     */
    record TypeProposed(String term, boolean relation, boolean accepted, boolean rejected)
            implements OntologyEvent {
        static final Schema<TypeProposed> SCHEMA =
                Schema.<TypeProposed>record(
                                "ontology.type-proposed", 1, "A type or relation is proposed")
                        .text(1, "term", "the name as sources state it", TypeProposed::term)
                        .required()
                        .flag(
                                2,
                                "relation",
                                "a relation of edges, else a type of nodes",
                                TypeProposed::relation)
                        .flag(3, "accepted", "it was accepted before", TypeProposed::accepted)
                        .flag(4, "rejected", "it was rejected before", TypeProposed::rejected)
                        .make(s -> new TypeProposed(s.text(1), s.flag(2), s.flag(3), s.flag(4)));

        /** One that is new. */
        public TypeProposed(String term, boolean relation) {
            this(term, relation, false, false);
        }

        @Override
        public Schema<TypeProposed> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return Terms.id(relation, term);
        }
    }

    /**
     * A type or relation is in the ontology.
     *
     * @param term the name as sources state it
     * @param relation a relation of edges, else a type of nodes
     * @param proposed it was a proposal before
     */
    record TypeAccepted(String term, boolean relation, boolean proposed) implements OntologyEvent {
        static final Schema<TypeAccepted> SCHEMA =
                Schema.<TypeAccepted>record(
                                "ontology.type-accepted",
                                1,
                                "A type or relation is in the ontology")
                        .text(1, "term", "the name as sources state it", TypeAccepted::term)
                        .required()
                        .flag(
                                2,
                                "relation",
                                "a relation of edges, else a type of nodes",
                                TypeAccepted::relation)
                        .flag(3, "proposed", "it was a proposal before", TypeAccepted::proposed)
                        .make(s -> new TypeAccepted(s.text(1), s.flag(2), s.flag(3)));

        @Override
        public Schema<TypeAccepted> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return Terms.id(relation, term);
        }
    }

    /**
     * A type or relation is declined.
     *
     * @param term the name as sources state it
     * @param relation a relation of edges, else a type of nodes
     * @param accepted it was accepted before
     */
    record TypeRejected(String term, boolean relation, boolean accepted) implements OntologyEvent {
        static final Schema<TypeRejected> SCHEMA =
                Schema.<TypeRejected>record(
                                "ontology.type-rejected", 1, "A type or relation is declined")
                        .text(1, "term", "the name as sources state it", TypeRejected::term)
                        .required()
                        .flag(
                                2,
                                "relation",
                                "a relation of edges, else a type of nodes",
                                TypeRejected::relation)
                        .flag(3, "accepted", "it was accepted before", TypeRejected::accepted)
                        .make(s -> new TypeRejected(s.text(1), s.flag(2), s.flag(3)));

        @Override
        public Schema<TypeRejected> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return Terms.id(relation, term);
        }
    }

    /**
     * A type or relation is shown under another name.
     *
     * @param term the name as sources state it
     * @param relation a relation of edges, else a type of nodes
     * @param label the name that is shown; absent: its own again
     * @param previous the name that was shown
     */
    record TermRenamed(String term, boolean relation, String label, String previous)
            implements OntologyEvent {
        static final Schema<TermRenamed> SCHEMA =
                Schema.<TermRenamed>record(
                                "ontology.term-renamed",
                                1,
                                "A type or relation is shown under another name")
                        .text(1, "term", "the name as sources state it", TermRenamed::term)
                        .required()
                        .flag(
                                2,
                                "relation",
                                "a relation of edges, else a type of nodes",
                                TermRenamed::relation)
                        .text(
                                3,
                                "label",
                                "the name that is shown; absent: its own again",
                                TermRenamed::label)
                        .text(4, "previous", "the name that was shown", TermRenamed::previous)
                        .make(s -> new TermRenamed(s.text(1), s.flag(2), s.text(3), s.text(4)));

        @Override
        public Schema<TermRenamed> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return Terms.id(relation, term);
        }
    }

    /**
     * What a type or relation means is said.
     *
     * @param term the name as sources state it
     * @param relation a relation of edges, else a type of nodes
     * @param description what it means; absent: nothing is said of it any more
     * @param previous what was said before
     */
    record TermDescribed(String term, boolean relation, String description, String previous)
            implements OntologyEvent {
        static final Schema<TermDescribed> SCHEMA =
                Schema.<TermDescribed>record(
                                "ontology.term-described",
                                1,
                                "What a type or relation means is said")
                        .text(1, "term", "the name as sources state it", TermDescribed::term)
                        .required()
                        .flag(
                                2,
                                "relation",
                                "a relation of edges, else a type of nodes",
                                TermDescribed::relation)
                        .text(
                                3,
                                "description",
                                "what it means; absent: nothing is said of it any more",
                                TermDescribed::description)
                        .text(4, "previous", "what was said before", TermDescribed::previous)
                        .make(s -> new TermDescribed(s.text(1), s.flag(2), s.text(3), s.text(4)));

        @Override
        public Schema<TermDescribed> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return Terms.id(relation, term);
        }
    }

    /**
     * What a property of a type must be is decided.
     *
     * @param term the name as sources state it
     * @param property the property
     * @param kind the kind of value; absent: any
     * @param mandatory it must be there
     * @param refuse what breaks it is refused
     * @param previousKind the former constraint
     * @param previousMandatory the former constraint
     * @param previousRefuse the former constraint
     * @param replaces there was a former constraint
     */
    record PropertyConstrained(
            String term,
            String property,
            String kind,
            boolean mandatory,
            boolean refuse,
            String previousKind,
            boolean previousMandatory,
            boolean previousRefuse,
            boolean replaces)
            implements OntologyEvent {
        static final Schema<PropertyConstrained> SCHEMA =
                Schema.<PropertyConstrained>record(
                                "ontology.property-constrained",
                                1,
                                "What a property of a type must be is decided")
                        .text(1, "term", "the name as sources state it", PropertyConstrained::term)
                        .required()
                        .text(2, "property", "the property", PropertyConstrained::property)
                        .required()
                        .text(
                                3,
                                "kind",
                                "the kind of value; absent: any",
                                PropertyConstrained::kind)
                        .flag(4, "mandatory", "it must be there", PropertyConstrained::mandatory)
                        .flag(5, "refuse", "what breaks it is refused", PropertyConstrained::refuse)
                        .text(
                                6,
                                "previousKind",
                                "the former constraint",
                                PropertyConstrained::previousKind)
                        .flag(
                                7,
                                "previousMandatory",
                                "the former constraint",
                                PropertyConstrained::previousMandatory)
                        .flag(
                                8,
                                "previousRefuse",
                                "the former constraint",
                                PropertyConstrained::previousRefuse)
                        .flag(
                                9,
                                "replaces",
                                "there was a former constraint",
                                PropertyConstrained::replaces)
                        .make(
                                s ->
                                        new PropertyConstrained(
                                                s.text(1), s.text(2), s.text(3), s.flag(4),
                                                s.flag(5), s.text(6), s.flag(7), s.flag(8),
                                                s.flag(9)));

        @Override
        public Schema<PropertyConstrained> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return Terms.id(false, term);
        }
    }

    /**
     * A constraint is taken back.
     *
     * @param term the name as sources state it
     * @param property the property
     * @param kind what it was
     * @param mandatory what it was
     * @param refuse what it was
     */
    record ConstraintLifted(
            String term, String property, String kind, boolean mandatory, boolean refuse)
            implements OntologyEvent {
        static final Schema<ConstraintLifted> SCHEMA =
                Schema.<ConstraintLifted>record(
                                "ontology.constraint-lifted", 1, "A constraint is taken back")
                        .text(1, "term", "the name as sources state it", ConstraintLifted::term)
                        .required()
                        .text(2, "property", "the property", ConstraintLifted::property)
                        .required()
                        .text(3, "kind", "what it was", ConstraintLifted::kind)
                        .flag(4, "mandatory", "what it was", ConstraintLifted::mandatory)
                        .flag(5, "refuse", "what it was", ConstraintLifted::refuse)
                        .make(
                                s ->
                                        new ConstraintLifted(
                                                s.text(1), s.text(2), s.text(3), s.flag(4),
                                                s.flag(5)));

        @Override
        public Schema<ConstraintLifted> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return Terms.id(false, term);
        }
    }
}
