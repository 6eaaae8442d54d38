package alchemist.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import alchemist.domain.graph.GraphCommand;
import alchemist.domain.graph.NodeStatement;
import alchemist.domain.ontology.OntologyDecider;
import alchemist.domain.ontology.OntologyEvent.ConstraintLifted;
import alchemist.domain.ontology.OntologyEvent.PropertyConstrained;
import alchemist.domain.sources.SourcesCommand.ContinueReversal;
import alchemist.domain.sources.SourcesCommand.FinishImport;
import alchemist.domain.sources.SourcesCommand.RevertImport;
import alchemist.domain.sources.SourcesCommand.StartImport;
import alchemist.domain.sources.SourcesCommand.StateBatch;
import alchemist.domain.sources.SourcesDecider;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Decided;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Deferred;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is saved and read is what it was, to the last byte, however it came to be. */
class SnapshotTest {
    private final WorkspaceDecider decider = new WorkspaceDecider();

    @Property(tries = 400)
    void whatIsReadIsSavedAsItWas(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Deque<Decided<Event>> done = new ArrayDeque<>();
        for (int i = 0; i < 60; i++) {
            if (history.chance()) {
                history.live(1);
            } else if (history.chance() || done.isEmpty()) {
                done.push(history.decided(RandomHistory.ANN, history.decree()));
            } else {
                history.undo(RandomHistory.ANN, done.pop());
            }
        }
        if (history.chance()) {
            history.startInto(RandomHistory.SHEET);
        }
        assertReadAsSaved(history.state);
    }

    @Property(tries = 200)
    void whatIsReadGoesOnAsWhatItWasSavedOf(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.live(20);
        WorkspaceState restored = decider.load(new Input(saved(history.state)));
        int known = history.events.size();
        history.live(10);
        for (Event event : history.events.subList(known, history.events.size())) {
            restored = decider.evolve(restored, event);
        }
        assertArrayEquals(saved(history.state), saved(restored));
    }

    /** Another thread may write it while the state goes on. */
    @Property(tries = 200)
    void whatIsSavedLaterIsWhatItWas(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.live(20);
        byte[] was = saved(history.state);
        try (Deferred deferred = Deferred.of(out -> decider.save(history.state, out))) {
            history.live(20);
            Output later = new Output(1024);
            deferred.writeTo(later);
            assertArrayEquals(was, later.toBytes());
        }
        history.live(5);
        assertReadAsSaved(history.state);
    }

    /** A later import, which was taken back whole, is not the one that is going on. */
    @Test
    void aReversalThatIsGoingOnIsGoingOnWhenItIsRead() {
        Id source = Id.of("source", "sheet");
        Id early = Id.of("import", "early");
        Id late = Id.of("import", "late");
        List<NodeStatement> many =
                IntStream.range(0, SourcesDecider.STEP * 2)
                        .mapToObj(i -> statement(Id.of("node", "n" + i)))
                        .toList();
        WorkspaceState state = decider.initial();
        for (Command command :
                List.of(
                        new StartImport(early, source, "table", "", ""),
                        new StateBatch(early, many, List.of(), List.of()),
                        new FinishImport(early),
                        new StartImport(late, source, "table", "", ""),
                        new StateBatch(
                                late, List.of(statement(Id.of("node", "x"))), List.of(), List.of()),
                        new FinishImport(late),
                        new RevertImport(late),
                        new RevertImport(early))) {
            state = after(state, command);
        }
        WorkspaceState read = decider.load(new Input(saved(state)));
        Command goOn = new ContinueReversal(source);
        assertArrayEquals(saved(after(state, goOn)), saved(after(read, goOn)));
        assertFalse(accepted(read, goOn).isEmpty());
    }

    private static NodeStatement statement(Id id) {
        return new NodeStatement(id, Value.text("n"), List.of(), Properties.NONE, Id.NONE, false);
    }

    private List<? extends Event> accepted(WorkspaceState state, Command command) {
        return switch (decider.decide(Story.by(RandomHistory.ANN, command), state)) {
            case Decision.Accepted<? extends Event> accepted -> accepted.events();
            case Decision.Rejected<? extends Event> rejected -> fail(rejected.reason());
        };
    }

    private WorkspaceState after(WorkspaceState state, Command command) {
        WorkspaceState next = state;
        for (Event event : accepted(state, command)) {
            next = decider.evolve(next, event);
        }
        return next;
    }

    /** Bytes that nobody wrote are refused, or are a state in which can be decided and folded. */
    @Property(tries = 600)
    void bytesThatNobodyWroteAreRefusedOrAState(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.live(15);
        byte[] bytes = saved(history.state);
        Random random = new Random(seed);
        for (int harm = 1 + random.nextInt(3); harm > 0; harm--) {
            int at = random.nextInt(bytes.length);
            if (random.nextInt(8) == 0) {
                bytes = Arrays.copyOf(bytes, at);
            } else {
                bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) -1;
            }
            if (bytes.length == 0) {
                break;
            }
        }
        WorkspaceState read;
        try {
            read = decider.load(new Input(bytes));
        } catch (RuntimeException _) {
            return; // it is no snapshot
        }
        saved(read);
        for (int i = 0; i < 20; i++) {
            try {
                Submission submission =
                        new Submission(
                                CommandEnvelope.of(RandomHistory.ANN, RandomHistory.ANN),
                                history.command());
                if (decider.decide(submission, read)
                        instanceof Decision.Accepted<? extends Event> accepted) {
                    for (Event event : accepted.events()) {
                        read = decider.evolve(read, event);
                    }
                }
            } catch (RuntimeException _) {
                return; // refused as a bug; what matters is that it ends
            }
        }
    }

    /** Where this fails, the form differs: raise the version, and state the new sum. */
    @Test
    void theFormIsThatOfItsVersion() {
        WorkspaceState state = decider.initial();
        Id one = Id.of("node", "1");
        Id two = Id.of("node", "2");
        Properties properties =
                Properties.of("a", Value.text("x"), "b", Value.integer(7))
                        .with("c", new Value.Date(20_000));
        List<Command> commands =
                List.of(
                        new GraphCommand.AddNode(
                                one, Value.text("one"), List.of("T"), properties, Id.NONE),
                        new GraphCommand.AddNode(
                                two, Value.text("two"), List.of("T"), properties, Id.NONE),
                        new GraphCommand.ConnectNodes(
                                Id.of("edge", "1"), one, two, "r", Properties.NONE),
                        new GraphCommand.DescribeNode(one, Properties.of("a", Value.text("y"))),
                        new GraphCommand.RetireNode(two));
        for (Command command : commands) {
            Submission submission =
                    new Submission(
                            CommandEnvelope.of(RandomHistory.ANN, RandomHistory.ANN), command);
            var accepted =
                    assertInstanceOf(Decision.Accepted.class, decider.decide(submission, state));
            for (Object event : accepted.events()) {
                state = decider.evolve(state, (Event) event);
            }
        }
        CRC32 sum = new CRC32();
        sum.update(saved(state));
        assertEquals(
                "version 6, sum 3030971127",
                "version " + decider.snapshotVersion() + ", sum " + sum.getValue());
    }

    /** What was constrained and is free again leaves nothing behind. */
    @Test
    void aTypeWhoseConstraintsAreLiftedIsSavedAsOneThatNeverHadAny() {
        WorkspaceState state = decider.initial();
        byte[] before = saved(state);
        OntologyDecider.fold(
                state.ontology,
                new PropertyConstrained(
                        "Loan", "amount", "integer", true, true, "", false, false, false));
        assertFalse(Arrays.equals(before, saved(state)));
        OntologyDecider.fold(
                state.ontology, new ConstraintLifted("Loan", "amount", "integer", true, true));
        assertArrayEquals(before, saved(state));
    }

    private void assertReadAsSaved(WorkspaceState state) {
        byte[] saved = saved(state);
        assertArrayEquals(saved, saved(decider.load(new Input(saved))));
    }

    private byte[] saved(WorkspaceState state) {
        Output out = new Output(1024);
        decider.save(state, out);
        return out.toBytes();
    }
}
