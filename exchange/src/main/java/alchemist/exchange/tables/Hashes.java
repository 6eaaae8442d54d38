package alchemist.exchange.tables;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Texts by 64 bits that stand for them: different for different ones but for one pair in 2^64. A
 * set of these, in arrays.
 */
final class Hashes {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private long[] slots = new long[16];
    private int size;

    /** What stands for a text; never 0. */
    static long of(String text) {
        long hash = 0x243F6A8885A308D3L ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        hash *= ODD;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }

    int size() {
        return size;
    }

    /** Adds one; false where it is there already. */
    boolean add(long hash) {
        int at = slot(hash);
        if (slots[at] == hash) {
            return false;
        }
        slots[at] = hash;
        size++;
        if (size * 4L > slots.length * 3L) {
            grow();
        }
        return true;
    }

    boolean contains(long hash) {
        return slots[slot(hash)] == hash;
    }

    void each(LongConsumer taker) {
        for (long hash : slots) {
            if (hash != 0) {
                taker.accept(hash);
            }
        }
    }

    /** How many of these are in another set. */
    int countIn(Hashes other) {
        int[] count = new int[1];
        each(hash -> count[0] += other.contains(hash) ? 1 : 0);
        return count[0];
    }

    private int slot(long hash) {
        int mask = slots.length - 1;
        int at = (int) (hash ^ (hash >>> 40)) & mask;
        while (slots[at] != 0 && slots[at] != hash) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(old.length, 2)];
        Arrays.stream(old).filter(hash -> hash != 0).forEach(hash -> slots[slot(hash)] = hash);
    }
}
