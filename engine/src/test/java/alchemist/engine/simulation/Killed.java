package alchemist.engine.simulation;

/** Ends a task of a process that is no more. Nobody catches it but the scheduler. */
final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
        super("the simulated process is dead", null, false, false);
    }
}
