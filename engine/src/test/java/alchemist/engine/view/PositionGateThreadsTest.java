package alchemist.engine.view;

import alchemist.engine.thread.Threads;
import alchemist.testkit.threads.ThreadsContract;
import java.time.Duration;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Nobody is told of a position that was not reached, and none falls. */
@Param(name = "position", gen = IntGen.class, conf = "0:4")
public final class PositionGateThreadsTest extends ThreadsContract {
    private final PositionGate gate = new PositionGate(Threads.SYSTEM);

    @Operation
    public void raise(@Param(name = "position") int to) {
        gate.raise(to);
    }

    @Operation
    public long position() {
        return gate.position();
    }

    @Operation
    public boolean isReached(@Param(name = "position") int wanted) throws InterruptedException {
        return gate.await(wanted, Duration.ZERO);
    }
}
