package alchemist.bench;

import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.domain.workspace.WorkspaceState;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Output;
import java.util.ArrayList;
import java.util.List;

/** The events of {@link Workload#submission}, decided by the rules and as they are stored. */
final class EncodedEvents {
    /**
     * How many commands come first: they bring words that are new to the workspace, which are
     * events, too. After them each command has one event.
     */
    static final int PRELUDE = 64;

    private EncodedEvents() {}

    /** Those of the commands after the prelude. */
    static List<byte[]> of(int commands) {
        WorkspaceDecider decider = new WorkspaceDecider();
        WorkspaceState state = decider.initial();
        Output out = new Output(1024);
        List<byte[]> encoded = new ArrayList<>(commands);
        for (int i = 0; i < PRELUDE + commands; i++) {
            List<? extends Event> events = accepted(decider, state, i);
            for (Event event : events) {
                state = decider.evolve(state, event);
            }
            if (i >= PRELUDE) {
                if (events.size() != 1) {
                    throw new IllegalStateException(
                            "command " + i + " has " + events.size() + " events");
                }
                out.clear();
                Contract.write(events.getFirst(), out);
                encoded.add(out.toBytes());
            }
        }
        return encoded;
    }

    private static List<? extends Event> accepted(
            WorkspaceDecider decider, WorkspaceState state, long number) {
        return switch (decider.decide(Workload.submission(number), state)) {
            case Decision.Accepted<? extends Event>(var events) -> events;
            case Decision.Rejected<? extends Event>(String code, String reason) ->
                    throw new IllegalStateException(code + ": " + reason);
        };
    }
}
