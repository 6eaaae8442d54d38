package alchemist.domain.ontology;

import alchemist.kernel.schema.Contract;
import java.util.List;

/** The commands and events of the ontology. */
public final class OntologyContract {
    /** All of them. */
    public static final Contract CONTRACT =
            new Contract(
                    List.of(
                            OntologyCommand.ProposeType.SCHEMA,
                            OntologyCommand.AcceptType.SCHEMA,
                            OntologyCommand.RejectType.SCHEMA,
                            OntologyCommand.RenameTerm.SCHEMA,
                            OntologyCommand.ConstrainProperty.SCHEMA,
                            OntologyCommand.LiftConstraint.SCHEMA,
                            OntologyCommand.DescribeTerm.SCHEMA),
                    List.of(
                            OntologyEvent.TypeProposed.SCHEMA,
                            OntologyEvent.TypeAccepted.SCHEMA,
                            OntologyEvent.TypeRejected.SCHEMA,
                            OntologyEvent.TermRenamed.SCHEMA,
                            OntologyEvent.PropertyConstrained.SCHEMA,
                            OntologyEvent.ConstraintLifted.SCHEMA,
                            OntologyEvent.TermDescribed.SCHEMA));

    private OntologyContract() {}
}
