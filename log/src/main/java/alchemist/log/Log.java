package alchemist.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log of one workspace: commit blocks in one order, each durable once {@link #append} returns.
 *
 * <p>One thread appends; any thread reads. {@link #head}, {@link #position}, {@link #headHash} and
 * {@link #read} may be called by any thread at any time.
 */
public interface Log extends AutoCloseable {
    /** Whose log it is, and what it is a branch of. */
    Origin origin();

    /** The end of what is durable. */
    Head head();

    /**
     * The position of the last durable event; when there is none yet, the parent's position for a
     * branch, else 0.
     */
    default long position() {
        return head().position();
    }

    /** The hash of the last durable block: what the next one must name as its previous. */
    default Hash headHash() {
        return head().hash();
    }

    /**
     * What was found when it was opened, and when it was read since: what was cut off, where the
     * log ends before its time, what is damaged. Nothing when all is well as far as is known.
     */
    default List<Finding> findings() {
        return List.of();
    }

    /** Whether {@link #append} is refused: opened so, or because damage was found. */
    boolean readOnly();

    /**
     * Appends a block: one write, one force. It is durable when this returns, and in no other case
     * may it be answered for.
     *
     * <p>After {@link IoFailure} and {@link LogFull} nothing was appended and a later append may
     * work. After {@link LogFailed} it is not known whether the block is there; nothing is accepted
     * any more until the log is opened again.
     *
     * @param expectedPosition the position that the caller believes to be the last
     * @throws WrongPosition when it is not; nothing was appended
     * @throws LogReadOnly when the log is read-only
     * @throws IllegalArgumentException when the block does not follow the last one: other previous
     *     hash, other first position, or an earlier recordedAt
     */
    void append(long expectedPosition, CommitBlock block) throws LogException;

    /**
     * Reads blocks in order: from the one that holds the event after a position. A position before
     * the first one of the log reads from its first block, which holds the origin and perhaps no
     * event.
     *
     * @param afterPosition ≥ 0; beyond the end, the cursor waits for that position
     */
    BlockCursor read(long afterPosition) throws LogException;

    /**
     * The hash of the block that ends with a position, or null when none does. Whoever keeps a
     * position keeps it beside, to know it for one of this history: a log that was put back to an
     * earlier position and went on from there has the same positions again.
     *
     * @throws CorruptLog when what is there is not what was written
     */
    default @Nullable Hash hashAt(long position) throws LogException {
        Head head = head();
        if (position >= head.position()) {
            return position == head.position() ? head.hash() : null;
        }
        try (BlockCursor cursor = read(Math.max(0, position - 1))) {
            CommitBlock block = cursor.next();
            while (block != null && block.lastPosition() < position) {
                block = cursor.next();
            }
            return block != null && block.lastPosition() == position ? block.hash() : null;
        }
    }

    @Override
    void close() throws LogException;

    /**
     * The end of a log.
     *
     * @param position of the last event
     * @param hash of the last block
     * @param recordedAtMicros when the last block was written; the next may not be earlier
     */
    record Head(long position, Hash hash, long recordedAtMicros) {
        /** What stands before a block of which only its link is known: earlier than any time. */
        public static Head before(long firstPosition, Hash previous) {
            return new Head(firstPosition - 1, previous, Long.MIN_VALUE);
        }

        /** The head of a log that ends with this block. */
        public static Head of(CommitBlock block) {
            return new Head(block.lastPosition(), block.hash(), block.recordedAtMicros());
        }

        /**
         * Checks that a block may follow, as {@link Log#append} promises.
         *
         * @throws WrongPosition when the caller was looking at another position
         * @throws IllegalArgumentException when the block does not follow
         */
        public void requireNext(long expectedPosition, CommitBlock block) throws WrongPosition {
            if (expectedPosition != position) {
                throw new WrongPosition(expectedPosition, position);
            }
            String reason =
                    block.isFirst()
                            ? "a first block can only begin a log"
                            : whyNotNext(block.header());
            if (reason != null) {
                throw new IllegalArgumentException(reason);
            }
        }

        /**
         * Why a block does not follow this head by its position, previous hash or time; null when
         * it does.
         */
        public @Nullable String whyNotNext(BlockHeader next) {
            if (next.firstPosition() != position + 1) {
                return "the block begins with position "
                        + next.firstPosition()
                        + ", but the one before it ends with "
                        + position;
            }
            if (!next.previous().equals(hash)) {
                return "the block names "
                        + next.previous()
                        + " as the block before it, but that is "
                        + hash;
            }
            if (next.recordedAtMicros() < recordedAtMicros) {
                return "the block was recorded at "
                        + next.recordedAtMicros()
                        + " µs, before the one that it follows: "
                        + recordedAtMicros
                        + " µs";
            }
            return null;
        }
    }
}
