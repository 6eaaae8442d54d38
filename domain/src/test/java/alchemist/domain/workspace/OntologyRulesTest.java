package alchemist.domain.workspace;

import static alchemist.domain.workspace.Story.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphCommand.AddNode;
import alchemist.domain.graph.GraphCommand.ClassifyNode;
import alchemist.domain.graph.GraphCommand.DescribeNode;
import alchemist.domain.graph.NodeStatement;
import alchemist.domain.ontology.Kinds;
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
import alchemist.domain.sources.SourcesCommand.StartImport;
import alchemist.domain.sources.SourcesCommand.StateBatch;
import alchemist.domain.sources.SourcesEvent.StatementRefused;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Types, relations, their names, and what their properties must be. */
class OntologyRulesTest {
    private static final Id ONE = Id.of("node", "one");
    private static final ProposeType PROPOSE = new ProposeType("Loan", false);
    private static final ConstrainProperty STRICT =
            new ConstrainProperty("Loan", "amount", "integer", true, true);

    private static Properties amount(Value value) {
        return Properties.of("amount", value);
    }

    private static AddNode loan(Properties properties) {
        return new AddNode(ONE, Value.text("a loan"), List.of("Loan"), properties, Id.NONE);
    }

    @Test
    void aTermIsProposedAcceptedAndRejected() {
        Story story = new Story();
        story.when(ANN, PROPOSE).thenAccepted(new TypeProposed("Loan", false));
        story.when(ANN, new ProposeType(" ", false)).thenRejected("malformed");
        story.when(ANN, new RejectType("Loan", false)).thenRejected("term-unknown");
        story.when(ANN, new AcceptType("Loan", false))
                .thenAccepted(new TypeAccepted("Loan", false, false));
        story.when(ANN, new AcceptType("x".repeat(200), false)).accepted();
        story.when(ANN, new AcceptType("x".repeat(201), false)).thenRejected("malformed");
        story.given(ANN, PROPOSE);
        story.when(ANN, PROPOSE).thenUnchanged();
        story.when(ANN, new AcceptType("Loan", false))
                .thenAccepted(new TypeAccepted("Loan", false, true));
        story.when(ANN, new AcceptType("Loan", true))
                .thenAccepted(new TypeAccepted("Loan", true, false));
        story.given(ANN, new AcceptType("Loan", false));
        story.when(ANN, new AcceptType("Loan", false)).thenUnchanged();
        story.when(ANN, new RejectType("Loan", false))
                .thenAccepted(new TypeRejected("Loan", false, true));
        story.given(ANN, new RejectType("Loan", false))
                .when(ANN, new RejectType("Loan", false))
                .thenUnchanged();
    }

    @Test
    void aTermIsShownUnderAnotherName() {
        Story story = new Story().given(ANN, PROPOSE);
        story.when(ANN, new RenameTerm("Deal", false, "x")).thenRejected("term-unknown");
        story.when(ANN, new RenameTerm("Loan", false, "")).thenRejected("malformed");
        story.when(ANN, new RenameTerm("Loan", false, "Loan")).thenUnchanged();
        RenameTerm rename = new RenameTerm("Loan", false, "Credit");
        story.when(ANN, rename).thenAccepted(new TermRenamed("Loan", false, "Credit", ""));
        story.given(ANN, rename);
        story.whenUndone(ANN, rename).thenAccepted(new TermRenamed("Loan", false, "", "Credit"));
        story.given(ANN, new RenameTerm("Loan", false, "Loan"));
        story.whenUndone(ANN, rename).thenRejected("touched-since");
        story.given(ANN, new AcceptType("Loan", false));
    }

    @Test
    void whatATermMeansIsSaid() {
        Story story = new Story().given(ANN, PROPOSE);
        story.when(ANN, new DescribeTerm("Deal", false, "x")).thenRejected("term-unknown");
        story.when(ANN, new DescribeTerm("Loan", false, " ")).thenRejected("malformed");
        story.when(ANN, new DescribeTerm("Loan", false, "x".repeat(1_000))).accepted();
        story.when(ANN, new DescribeTerm("Loan", false, "x".repeat(1_001)))
                .thenRejected("malformed");
        story.when(ANN, new DescribeTerm("Loan", false, "")).thenUnchanged();
        DescribeTerm describe = new DescribeTerm("Loan", false, "Money that is owed.");
        story.when(ANN, describe)
                .thenAccepted(new TermDescribed("Loan", false, "Money that is owed.", ""));
        story.given(ANN, describe, new RenameTerm("Loan", false, "Credit"));
        story.when(ANN, describe).thenUnchanged();
        story.whenUndone(ANN, describe)
                .thenAccepted(new TermDescribed("Loan", false, "", "Money that is owed."));
        story.given(ANN, new DescribeTerm("Loan", false, ""));
        story.whenUndone(ANN, describe).thenRejected("touched-since");
    }

    @Test
    void namingAndDescribingATermChangeNothingElseOfIt() {
        AcceptType accept = new AcceptType("Loan", false);
        RenameTerm rename = new RenameTerm("Loan", false, "Credit");
        DescribeTerm describe = new DescribeTerm("Loan", false, "Money that is owed.");
        Story story = new Story().given(ANN, PROPOSE, accept, rename, describe);
        story.when(ANN, accept).thenUnchanged();
        story.when(ANN, rename).thenUnchanged();
        story.when(ANN, describe).thenUnchanged();
        story.given(ANN, new RejectType("Loan", false));
        story.when(ANN, rename).thenUnchanged();
        story.when(ANN, describe).thenUnchanged();
        story.given(ANN, new RenameTerm("Loan", false, "Debt"));
        story.when(ANN, new RejectType("Loan", false)).thenUnchanged();
        story.when(ANN, describe).thenUnchanged();
    }

    @Test
    void whatBreaksAStrictConstraintIsRefused() {
        Story story = new Story().given(ANN, PROPOSE, STRICT);
        story.when(ANN, STRICT).thenUnchanged();
        story.when(ANN, loan(Properties.NONE)).thenRejected("constraint-broken");
        story.when(ANN, loan(amount(Value.text("much")))).thenRejected("constraint-broken");
        story.given(ANN, loan(amount(Value.integer(3))));
        story.when(ANN, new DescribeNode(ONE, amount(Value.text("much"))))
                .thenRejected("constraint-broken");
        story.when(ANN, new DescribeNode(ONE, amount(Value.integer(4)))).accepted();
        Id two = Id.of("node", "two");
        story.given(
                ANN, new AddNode(two, Value.text("plain"), List.of(), Properties.NONE, Id.NONE));
        story.when(ANN, new ClassifyNode(two, "Loan")).thenRejected("constraint-broken");
        story.when(ANN, new ClassifyNode(two, "Deal")).accepted();
    }

    @Test
    void anImportLeavesOutWhatBreaksAStrictConstraint() {
        Id importId = Id.of("import", "1");
        Story story =
                new Story()
                        .given(
                                ANN,
                                PROPOSE,
                                STRICT,
                                new StartImport(importId, Id.of("source", "s"), "csv", "", ""));
        NodeStatement bad =
                new NodeStatement(
                        ONE, Value.text("l"), List.of("Loan"), Properties.NONE, Id.NONE, false);
        List<Event> events =
                story.when(ANN, new StateBatch(importId, List.of(bad), List.of(), List.of()))
                        .accepted();
        assertEquals("constraint-broken", ((StatementRefused) events.getFirst()).code());
        assertEquals(1, events.size());
    }

    @Test
    void aLooseConstraintRefusesNothing() {
        ConstrainProperty loose = new ConstrainProperty("Loan", "amount", "integer", true, false);
        Story story = new Story().given(ANN, PROPOSE, loose);
        story.when(ANN, loan(amount(Value.text("much")))).accepted();
        story.given(ANN, new ConstrainProperty("Loan", "other", "", false, true));
        story.when(ANN, loan(Properties.NONE)).accepted();
        story.given(ANN, STRICT);
        story.when(ANN, loan(Properties.NONE)).thenRejected("constraint-broken");
        story.given(ANN, new LiftConstraint("Loan", "amount"));
        story.when(ANN, loan(Properties.NONE)).accepted();
        story.when(ANN, new LiftConstraint("Loan", "amount")).thenUnchanged();
    }

    @Test
    void constraintsNameKnownKindsAndTypes() {
        Story story = new Story().given(ANN, PROPOSE);
        story.when(ANN, new ConstrainProperty("Loan", "", "integer", true, true))
                .thenRejected("malformed");
        story.when(ANN, new ConstrainProperty("Loan", "a", "number", true, true))
                .thenRejected("malformed");
        story.when(ANN, new ConstrainProperty("Deal", "a", "", true, true))
                .thenRejected("term-unknown");
    }

    @Test
    void decisionsAreTakenBack() {
        Story story = new Story().given(ANN, PROPOSE, STRICT);
        PropertyConstrained strict =
                new PropertyConstrained(
                        "Loan", "amount", "integer", true, true, "", false, false, false);
        ConstraintLifted lifted = new ConstraintLifted("Loan", "amount", "integer", true, true);
        story.whenUndone(ANN, STRICT).thenAccepted(lifted);
        story.whenUndone(ANN, PROPOSE).thenUnchanged();
        ConstrainProperty looser = new ConstrainProperty("Loan", "amount", "", false, true);
        story.given(ANN, looser);
        story.whenUndone(ANN, STRICT).thenRejected("touched-since");
        story.whenUndone(ANN, looser)
                .thenAccepted(
                        new PropertyConstrained(
                                "Loan", "amount", "integer", true, true, "", false, true, true));
        story.given(ANN, STRICT, new LiftConstraint("Loan", "amount"));
        story.whenUndone(ANN, new LiftConstraint("Loan", "amount")).thenAccepted(strict);
        story.given(ANN, looser);
        story.whenUndone(ANN, new LiftConstraint("Loan", "amount")).thenRejected("touched-since");
    }

    @Test
    void acceptingAndRejectingAreTakenBack() {
        AcceptType accept = new AcceptType("Loan", false);
        RejectType reject = new RejectType("Loan", false);
        new Story()
                .given(ANN, PROPOSE, accept)
                .whenUndone(ANN, accept)
                .thenAccepted(new TypeProposed("Loan", false, true, false));
        new Story()
                .given(ANN, accept)
                .whenUndone(ANN, accept)
                .thenAccepted(new TypeRejected("Loan", false, true));
        new Story()
                .given(ANN, PROPOSE, reject)
                .whenUndone(ANN, reject)
                .thenAccepted(new TypeProposed("Loan", false, false, true));
        new Story()
                .given(ANN, accept, reject)
                .whenUndone(ANN, reject)
                .thenAccepted(new TypeAccepted("Loan", false, false));
        new Story()
                .given(ANN, accept, reject)
                .whenUndone(ANN, accept)
                .thenRejected("touched-since");
        new Story()
                .given(ANN, accept, reject, accept)
                .whenUndone(ANN, reject)
                .thenRejected("touched-since");
    }

    @Test
    void whatWasTakenBackIsDoneAgain() {
        AcceptType accept = new AcceptType("Loan", false);
        RejectType reject = new RejectType("Loan", false);
        Story accepted = new Story().given(ANN, PROPOSE, accept).undone(ANN, accept);
        accepted.whenRedone(ANN).thenAccepted(new TypeAccepted("Loan", false, true));
        Story rejected = new Story().given(ANN, PROPOSE, reject).undone(ANN, reject);
        rejected.whenRedone(ANN).thenAccepted(new TypeRejected("Loan", false, false));
        rejected.given(ANN, accept).whenRedone(ANN).thenRejected("touched-since");
    }

    @Test
    void everyValueIsOfAKind() {
        assertTrue(Kinds.isOf(Value.integer(1), "float"));
        assertFalse(Kinds.isOf(new Value.Real(1), "integer"));
        assertFalse(Kinds.isOf(Value.integer(1), "string"));
        assertFalse(Kinds.isOf(Value.text("1"), "float"));
        assertTrue(Kinds.isOf(new Value.Erased(ONE), "date"));
        assertTrue(Kinds.isOf(new Value.Sealed(ONE, 1, new byte[0]), "date"));
        List<Value> values =
                List.of(
                        Value.flag(true),
                        Value.integer(1),
                        new Value.Real(1),
                        Value.text(""),
                        new Value.ListOf(List.of()),
                        new Value.MapOf(Properties.NONE),
                        new Value.Date(1),
                        new Value.LocalTime(1),
                        new Value.LocalDateTime(1, 1),
                        new Value.Duration(1, 1, 1, 1),
                        new Value.Point(7203, 1, 1, 0));
        assertEquals(Kinds.ALL, values.stream().map(Kinds::of).toList());
        assertEquals("null", Kinds.of(Value.NULL));
        assertEquals("time", Kinds.of(new Value.Time(1, 1)));
        assertEquals("datetime", Kinds.of(new Value.DateTime(1, 1, 1, "")));
        assertEquals("string", Kinds.of(new Value.Personal(ONE, "x")));
    }
}
