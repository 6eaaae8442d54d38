package alchemist.engine;

import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.OpenAccount;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Sealer;
import alchemist.engine.workspace.Workspace;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.value.Value;
import alchemist.log.Log;
import alchemist.log.LogException;

/** Workspaces of ledgers, and what is submitted to them. */
public final class Ledgers {
    /** A client and actor. */
    public static final Id ANN = Id.of("client", "ann");

    /** Another. */
    public static final Id BEN = Id.of("client", "ben");

    /** An account. */
    public static final Id A = Id.of("account", "a");

    /** Another. */
    public static final Id B = Id.of("account", "b");

    private Ledgers() {}

    /** A workspace on a log, without snapshots and keys. */
    public static Workspace open(Log log) {
        return open(log, WorkspaceOptions.DEFAULTS);
    }

    /** The same with options. */
    public static Workspace open(Log log, WorkspaceOptions options) {
        return Workspace.open(
                "test", log, LedgerDecider.rules(), Snapshots.NONE, Sealer.NONE, options);
    }

    /** A command of Ann's. */
    public static Submission of(Command command) {
        return new Submission(CommandEnvelope.of(ANN, ANN), command);
    }

    /** A numbered command of a client. */
    public static Submission of(Id client, long sequence, Command command) {
        return new Submission(CommandEnvelope.of(client, client).withSequence(sequence), command);
    }

    /** Fills an empty log with so many events, each in a block of its own. */
    public static void fill(Log log, int events) throws LogException {
        try (Workspace workspace = open(log)) {
            accept(workspace, openAccount(A));
            for (int i = 1; i < events; i++) {
                accept(workspace, new Deposit(A, i));
            }
        }
    }

    /** Submits a command of Ann's and waits for its answer. */
    public static Answer submit(Workspace workspace, Command command) {
        return workspace.submit(of(command)).join();
    }

    /** Submits a command of Ann's that must be accepted. */
    public static Accepted accept(Workspace workspace, Command command) {
        Answer answer = submit(workspace, command);
        if (answer instanceof Accepted accepted) {
            return accepted;
        }
        throw new AssertionError(command + " was answered " + answer);
    }

    /** Opens an account. */
    public static OpenAccount openAccount(Id account) {
        return new OpenAccount(account, Value.text("someone"));
    }
}
