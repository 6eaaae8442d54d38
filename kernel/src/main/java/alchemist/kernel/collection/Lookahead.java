package alchemist.kernel.collection;

import alchemist.kernel.Id;
import java.util.function.Consumer;

/**
 * The ids that the next records name, looked at together before the records are worked on one by
 * one. In a graph that is larger than the processor's caches every step, from an id to its index
 * and on to what is known of its thing, waits for memory; the same step for many ids at once waits
 * hardly longer than for one. Nothing follows from it but that the memory is near when it is asked
 * for. This is group prefetching, as Chen, Ailamaki, Gibbons and Mowry measured it for joins by
 * hash ("Improving Hash Join Performance through Prefetching", ACM TODS 32, 2007).
 *
 * <p>Whoever looks up ids turns each of {@link #high} and {@link #low} into an index; whoever keeps
 * things by index follows it with {@link #at} as far as worth it. For one thread; used again.
 */
public final class Lookahead implements Consumer<Id> {
    /** Most things have few statements; of one with many, the others are not looked at. */
    public static final int STATEMENTS = 5;

    /** Fewer things than that lie in the processor's caches anyway. */
    private static final int WORTH_LOOKING_AHEAD = 1 << 14;

    /** What is named beyond so many ids is not looked at. */
    private static final int CAPACITY = 1024;

    /** No index: the id is not there, or what it leads to ends. */
    public static final int NONE = -1;

    private final long[] ids = new long[2 * CAPACITY];
    private final int[] at = new int[CAPACITY];
    private int size;

    /** Whether there are so many things that looking ahead at some of them saves time. */
    public static boolean isWorthAmong(int things) {
        return things >= WORTH_LOOKING_AHEAD;
    }

    /** Adds an id. */
    @Override
    public void accept(Id id) {
        if (size < CAPACITY) {
            ids[2 * size] = id.high();
            ids[2 * size + 1] = id.low();
            size++;
        }
    }

    /** Forgets the ids. */
    public void clear() {
        size = 0;
    }

    /** Whether no other id would be looked at. */
    public boolean isFull() {
        return size == CAPACITY;
    }

    /** How many ids there are. */
    public int size() {
        return size;
    }

    /** The high half of an id. */
    public long high(int i) {
        return ids[2 * i];
    }

    /** The low half of an id. */
    public long low(int i) {
        return ids[2 * i + 1];
    }

    /** Where the way from an id has come to, or {@link #NONE}. */
    public int at(int i) {
        return at[i];
    }

    /** Goes on to an index. */
    public void at(int i, int index) {
        at[i] = index;
    }
}
