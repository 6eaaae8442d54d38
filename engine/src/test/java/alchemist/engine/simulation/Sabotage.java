package alchemist.engine.simulation;

import alchemist.engine.ledger.BalancesView;
import alchemist.engine.ledger.Ledger;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.workspace.Rules;
import alchemist.kernel.Submission;
import alchemist.log.Disk;
import alchemist.testkit.disk.SimulatedDisk;

/** What a control breaks in a world, to see whether that is found. */
interface Sabotage {
    /** Nothing. */
    Sabotage NONE = new Sabotage() {};

    /** A disk, before a process begins. */
    default void prepare(SimulatedDisk disk) {}

    /** The files between two processes. */
    default void betweenLives(SimulatedDisk disk) throws Exception {}

    /** A disk, as the log gets it. */
    default Disk disk(Disk disk) {
        return disk;
    }

    /** The rules of the workspace. */
    default Rules<Ledger> rules() {
        return LedgerDecider.rules();
    }

    /** What a client sends. */
    default Submission sent(Submission submission) {
        return submission;
    }

    /** An empty view. */
    default BalancesView view() {
        return new BalancesView();
    }
}
