package alchemist.engine.workspace;

import alchemist.kernel.Event;
import alchemist.kernel.Redo;
import alchemist.kernel.Restorable;
import alchemist.kernel.Reversible;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.kernel.schema.Contract;
import java.util.List;

/**
 * What a workspace is run by.
 *
 * @param decider decides, undoes and folds; it is given every event, also one that is unknown here
 *     and may be passed over, so that it can count
 * @param snapshots writes and reads the decider's state
 * @param version of the rules, recorded with every block, ≥ 0
 * @param contract every command and event, undo and redo among them
 * @param <S> the decider's state
 */
public record Rules<S>(
        Reversible<Submission, S, Event> decider,
        Restorable<S> snapshots,
        int version,
        Contract contract) {

    /** The commands that the engine itself understands; part of the contract of every workspace. */
    public static final Contract UNDOING =
            new Contract(List.of(Undo.SCHEMA, Redo.SCHEMA), List.of());

    /** Adds undo and redo to the contract where they are missing. */
    public Rules {
        if (contract.command(Undo.SCHEMA.name()) == null) {
            contract = contract.and(UNDOING);
        }
    }

    /** Rules whose decider also writes the snapshots. */
    public static <S, D extends Reversible<Submission, S, Event> & Restorable<S>> Rules<S> of(
            D decider, int version, Contract contract) {
        return new Rules<>(decider, decider, version, contract);
    }
}
