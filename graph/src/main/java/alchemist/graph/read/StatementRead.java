package alchemist.graph.read;

import alchemist.kernel.value.Value;

/**
 * What one source states of one field.
 *
 * @param value personal parts opened, or {@link Value.Erased}; null where it is denied
 * @param denied the source states that there is nothing
 * @param position the position from which the statement counts
 * @param effectiveAt when it came into effect, µs since 1970
 * @param shown it is the statement that wins
 */
public record StatementRead(
        Value value,
        boolean denied,
        SourceRef source,
        long position,
        long effectiveAt,
        boolean shown) {}
