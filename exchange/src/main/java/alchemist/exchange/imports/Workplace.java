package alchemist.exchange.imports;

import alchemist.exchange.Identities;
import alchemist.exchange.Stated;
import alchemist.kernel.Id;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What imports need of a workspace and the world.
 *
 * @param submitter where commands go
 * @param sources what is stated and recorded there
 * @param recollections what is remembered of places that were read into it
 * @param halted the runs that are paused there
 * @param identities the ids of people there
 * @param newIds ids that never were
 * @param nowMicros the clock, µs since 1970
 */
public record Workplace(
        Submitter submitter,
        Sources sources,
        Recollections recollections,
        HaltedRuns halted,
        Identities identities,
        Supplier<Id> newIds,
        LongSupplier nowMicros) {

    /**
     * What a workspace holds of sources. Every answer holds all that was answered to the asking
     * thread before.
     */
    public interface Sources {
        /** What a source states now. */
        Stated stated(Id source);

        /** A number for all that a source states now, as {@link StatementSum} has it. */
        Id sum(Id source);

        /**
         * Tells what an earlier process found that a source stated at a position of this history:
         * then only what came since need be looked at.
         */
        default void recall(Id source, long position, Id sum) {}

        /**
         * What tells a position of this history from one of another, as that of a log that was put
         * back to an earlier position and went on from there.
         *
         * @return empty where it cannot be told
         */
        default Optional<Id> history(long position) {
            return Optional.empty();
        }

        /** The position that answers are of now. */
        default long position() {
            return 0;
        }

        /**
         * Names each thing of which anything was said after a position.
         *
         * @return whether that can be told; nothing is named where it cannot
         */
        default boolean eachTouched(long position, Consumer<Id> each) {
            return false;
        }

        /** Every import that was recorded, first the earliest. */
        List<RecordedImport> imports();
    }
}
