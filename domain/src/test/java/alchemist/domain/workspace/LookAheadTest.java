package alchemist.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.kernel.Id;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looking ahead in a large graph goes along what is stated, and changes nothing. */
final class LookAheadTest {
    private static final int MANY = 20_000;
    private static final Id ANN = Id.of("person", "ann");

    private final WorkspaceDecider decider = new WorkspaceDecider();
    private final Lookahead ahead = new Lookahead();

    @Test
    void changesNothing() {
        WorkspaceState state = nodes(MANY);
        byte[] before = saved(state);
        ahead.accept(Id.of("node", "7"));
        ahead.accept(Id.of("node", "not there"));
        ahead.accept(Id.of("node", Integer.toString(MANY - 1)));
        decider.lookAhead(ahead, state);
        assertArrayEquals(before, saved(state));
    }

    /** Existence, a name, three types and two properties: more than are looked at. */
    @Test
    void goesAlongWhatIsStatedOfThingsThatAreThere() {
        WorkspaceState state = nodes(MANY);
        ahead.accept(Id.of("node", "7"));
        ahead.accept(Id.of("node", "not there"));
        decider.lookAhead(ahead, state);
        assertTrue(ahead.at(0) >= 0);
        assertEquals(Lookahead.NONE, ahead.at(1));
    }

    @Test
    void looksAtNothingInASmallGraph() {
        ahead.accept(Id.of("node", "7"));
        ahead.at(0, 99);
        decider.lookAhead(ahead, nodes(10));
        assertEquals(99, ahead.at(0));
    }

    private WorkspaceState nodes(int count) {
        WorkspaceState state = decider.initial();
        Properties properties = Properties.of("a", Value.integer(1), "b", Value.integer(2));
        for (int i = 0; i < count; i++) {
            String name = Integer.toString(i);
            NodeAdded added =
                    new NodeAdded(
                            Id.of("node", name),
                            ANN,
                            Value.text(name),
                            List.of("X", "Y", "Z"),
                            properties,
                            Id.NONE,
                            0);
            state = decider.evolve(state, added);
        }
        return state;
    }

    private byte[] saved(WorkspaceState state) {
        Output out = new Output(1 << 20);
        decider.save(state, out);
        return out.toBytes();
    }
}
