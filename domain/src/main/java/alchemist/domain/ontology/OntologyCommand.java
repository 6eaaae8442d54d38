package alchemist.domain.ontology;

import alchemist.kernel.Command;
import alchemist.kernel.schema.Schema;

/** What is asked of the ontology. */
public sealed interface OntologyCommand extends Command {

    /**
     * Proposes a type or relation that is in use.
     *
     * @param term the name as sources state it
     * @param relation a relation of edges, else a type of nodes
     */
    record ProposeType(String term, boolean relation) implements OntologyCommand {
        static final Schema<ProposeType> SCHEMA =
                Schema.<ProposeType>record(
                                "ontology.propose-type",
                                1,
                                "Proposes a type or relation that is in use")
                        .text(1, "term", "the name as sources state it", ProposeType::term)
                        .required()
                        .flag(
                                2,
                                "relation",
                                "a relation of edges, else a type of nodes",
                                ProposeType::relation)
                        .make(s -> new ProposeType(s.text(1), s.flag(2)));

        @Override
        public Schema<ProposeType> schema() {
            return SCHEMA;
        }
    }

    /**
     * Takes a type or relation into the ontology.
     *
     * @param term the name as sources state it
     * @param relation a relation of edges, else a type of nodes
     */
    record AcceptType(String term, boolean relation) implements OntologyCommand {
        static final Schema<AcceptType> SCHEMA =
                Schema.<AcceptType>record(
                                "ontology.accept-type",
                                1,
                                "Takes a type or relation into the ontology")
                        .text(1, "term", "the name as sources state it", AcceptType::term)
                        .required()
                        .flag(
                                2,
                                "relation",
                                "a relation of edges, else a type of nodes",
                                AcceptType::relation)
                        .make(s -> new AcceptType(s.text(1), s.flag(2)));

        @Override
        public Schema<AcceptType> schema() {
            return SCHEMA;
        }
    }

    /**
     * Declines a proposed type or relation; data that has it stays.
     *
     * @param term the name as sources state it
     * @param relation a relation of edges, else a type of nodes
     */
    record RejectType(String term, boolean relation) implements OntologyCommand {
        static final Schema<RejectType> SCHEMA =
                Schema.<RejectType>record(
                                "ontology.reject-type",
                                1,
                                "Declines a proposed type or relation; data that has it stays")
                        .text(1, "term", "the name as sources state it", RejectType::term)
                        .required()
                        .flag(
                                2,
                                "relation",
                                "a relation of edges, else a type of nodes",
                                RejectType::relation)
                        .make(s -> new RejectType(s.text(1), s.flag(2)));

        @Override
        public Schema<RejectType> schema() {
            return SCHEMA;
        }
    }

    /**
     * Shows a type or relation under another name, whatever sources call it.
     *
     * @param term the name as sources state it
     * @param relation a relation of edges, else a type of nodes
     * @param label the name that is shown
     */
    record RenameTerm(String term, boolean relation, String label) implements OntologyCommand {
        static final Schema<RenameTerm> SCHEMA =
                Schema.<RenameTerm>record(
                                "ontology.rename-term",
                                1,
                                "Shows a type or relation under another name, whatever sources call it")
                        .text(1, "term", "the name as sources state it", RenameTerm::term)
                        .required()
                        .flag(
                                2,
                                "relation",
                                "a relation of edges, else a type of nodes",
                                RenameTerm::relation)
                        .text(3, "label", "the name that is shown", RenameTerm::label)
                        .required()
                        .make(s -> new RenameTerm(s.text(1), s.flag(2), s.text(3)));

        @Override
        public Schema<RenameTerm> schema() {
            return SCHEMA;
        }
    }

    /**
     * Says what a type or relation means.
     *
     * @param term the name as sources state it
     * @param relation a relation of edges, else a type of nodes
     * @param description what it means, in a sentence or two; empty: nothing is said of it
     */
    record DescribeTerm(String term, boolean relation, String description)
            implements OntologyCommand {
        static final Schema<DescribeTerm> SCHEMA =
                Schema.<DescribeTerm>record(
                                "ontology.describe-term", 1, "Says what a type or relation means")
                        .text(1, "term", "the name as sources state it", DescribeTerm::term)
                        .required()
                        .flag(
                                2,
                                "relation",
                                "a relation of edges, else a type of nodes",
                                DescribeTerm::relation)
                        .text(
                                3,
                                "description",
                                "what it means, in a sentence or two; absent: nothing is said of it",
                                DescribeTerm::description)
                        .make(s -> new DescribeTerm(s.text(1), s.flag(2), s.text(3)));

        @Override
        public Schema<DescribeTerm> schema() {
            return SCHEMA;
        }
    }

    /**
     * Decides what a property of a type must be.
     *
     * @param term the name as sources state it
     * @param property the property
     * @param kind boolean, integer, float, string, list, map, date, datetime, point; empty: any
     * @param mandatory nodes of the type must have it
     * @param refuse what breaks it is refused; else it is listed as a violation
     */
    record ConstrainProperty(
            String term, String property, String kind, boolean mandatory, boolean refuse)
            implements OntologyCommand {
        static final Schema<ConstrainProperty> SCHEMA =
                Schema.<ConstrainProperty>record(
                                "ontology.constrain-property",
                                1,
                                "Decides what a property of a type must be")
                        .text(1, "term", "the name as sources state it", ConstrainProperty::term)
                        .required()
                        .text(2, "property", "the property", ConstrainProperty::property)
                        .required()
                        .text(
                                3,
                                "kind",
                                "boolean, integer, float, string, list, map, date, datetime, point; empty: any",
                                ConstrainProperty::kind)
                        .flag(
                                4,
                                "mandatory",
                                "nodes of the type must have it",
                                ConstrainProperty::mandatory)
                        .flag(
                                5,
                                "refuse",
                                "what breaks it is refused; else it is listed as a violation",
                                ConstrainProperty::refuse)
                        .make(
                                s ->
                                        new ConstrainProperty(
                                                s.text(1), s.text(2), s.text(3), s.flag(4),
                                                s.flag(5)));

        @Override
        public Schema<ConstrainProperty> schema() {
            return SCHEMA;
        }
    }

    /**
     * Takes a constraint back.
     *
     * @param term the name as sources state it
     * @param property the property
     */
    record LiftConstraint(String term, String property) implements OntologyCommand {
        static final Schema<LiftConstraint> SCHEMA =
                Schema.<LiftConstraint>record(
                                "ontology.lift-constraint", 1, "Takes a constraint back")
                        .text(1, "term", "the name as sources state it", LiftConstraint::term)
                        .required()
                        .text(2, "property", "the property", LiftConstraint::property)
                        .required()
                        .make(s -> new LiftConstraint(s.text(1), s.text(2)));

        @Override
        public Schema<LiftConstraint> schema() {
            return SCHEMA;
        }
    }
}
