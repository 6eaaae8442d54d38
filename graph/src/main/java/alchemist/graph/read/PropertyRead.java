package alchemist.graph.read;

import alchemist.kernel.value.Value;
import java.util.List;

/**
 * A property as it is shown, and all that is stated of it.
 *
 * @param value null where the statement that wins denies it
 * @param source who states what is shown
 * @param position from which that counts
 * @param effectiveAt when that came into effect, µs since 1970
 * @param disagreement others state something else
 * @param statements all, the shown one first
 */
public record PropertyRead(
        String key,
        Value value,
        SourceRef source,
        long position,
        long effectiveAt,
        boolean disagreement,
        List<StatementRead> statements) {}
