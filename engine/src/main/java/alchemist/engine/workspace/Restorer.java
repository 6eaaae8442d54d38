package alchemist.engine.workspace;

import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.Log;
import alchemist.log.LogException;

/** Makes a machine from the newest snapshot and what the log holds after it. */
final class Restorer<S> {
    private final Rules<S> rules;
    private final Log log;

    Restorer(Rules<S> rules, Log log) {
        this.rules = rules;
        this.log = log;
    }

    /** The machine at the end of the log. */
    Machine<S> restore() throws LogException, UnknownFact {
        Machine<S> machine = Machine.initial(rules, log.origin().parentPosition());
        replay(machine, log.position());
        return machine;
    }

    private void replay(Machine<S> machine, long until) throws LogException, UnknownFact {
        if (machine.position() >= until) {
            return;
        }
        try (BlockCursor cursor = log.read(machine.position())) {
            for (CommitBlock block = cursor.next();
                    block != null && machine.position() < until;
                    block = cursor.next()) {
                if (block.lastPosition() > machine.position()) {
                    machine.replay(block);
                }
            }
        }
    }
}
