package alchemist.engine.workspace;

import alchemist.engine.thread.Threads;
import alchemist.log.CommitBlock;
import java.time.InstantSource;

/**
 * How a workspace is run.
 *
 * @param clock of recordedAt
 * @param queueCommands how many commands may wait to be decided; more are refused as busy
 * @param blockBytes the greatest length of a block, 1024 to {@link CommitBlock#MAX_BYTES}
 * @param recentBytes how many bytes of the latest blocks are kept for followers
 * @param aheadEvents how many events a thread reads ahead for those who fold the log again; where
 *     fewer are to be folded, it does not
 * @param snapshotEvents after how many events the state is saved, in the background
 * @param threads what it and all that follows it are run by
 */
public record WorkspaceOptions(
        InstantSource clock,
        int queueCommands,
        int blockBytes,
        long recentBytes,
        long aheadEvents,
        long snapshotEvents,
        Threads threads) {
    /**
     * The system's clock, 65 536 commands, blocks as long as may be, the latest 8 MiB, ahead of
     * 4,000, each 250,000, the machine's threads.
     */
    public static final WorkspaceOptions DEFAULTS =
            new WorkspaceOptions(
                    InstantSource.system(),
                    65_536,
                    CommitBlock.MAX_BYTES,
                    8 << 20,
                    4_000,
                    250_000,
                    Threads.SYSTEM);

    /** With another clock. */
    public WorkspaceOptions withClock(InstantSource other) {
        return new WorkspaceOptions(
                other,
                queueCommands,
                blockBytes,
                recentBytes,
                aheadEvents,
                snapshotEvents,
                threads);
    }

    /** With another limit of what may wait. */
    public WorkspaceOptions withQueueCommands(int commands) {
        return new WorkspaceOptions(
                clock, commands, blockBytes, recentBytes, aheadEvents, snapshotEvents, threads);
    }

    /** With blocks of another length. */
    public WorkspaceOptions withBlockBytes(int bytes) {
        return new WorkspaceOptions(
                clock, queueCommands, bytes, recentBytes, aheadEvents, snapshotEvents, threads);
    }

    /** With another number of bytes that are kept for followers. */
    public WorkspaceOptions withRecentBytes(long bytes) {
        return new WorkspaceOptions(
                clock, queueCommands, blockBytes, bytes, aheadEvents, snapshotEvents, threads);
    }

    /** With another number of events that are read ahead. */
    public WorkspaceOptions withAheadEvents(long events) {
        return new WorkspaceOptions(
                clock, queueCommands, blockBytes, recentBytes, events, snapshotEvents, threads);
    }

    /** With another number of events between snapshots. */
    public WorkspaceOptions withSnapshotEvents(long events) {
        return new WorkspaceOptions(
                clock, queueCommands, blockBytes, recentBytes, aheadEvents, events, threads);
    }

    /** With other threads. */
    public WorkspaceOptions withThreads(Threads other) {
        return new WorkspaceOptions(
                clock, queueCommands, blockBytes, recentBytes, aheadEvents, snapshotEvents, other);
    }
}
