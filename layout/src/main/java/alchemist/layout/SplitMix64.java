package alchemist.layout;

/**
 * A small random generator, the same on every machine (G. Steele, D. Lea, C. Flood: Fast Splittable
 * Pseudorandom Number Generators, 2014).
 */
final class SplitMix64 {
    private long state;

    SplitMix64(long seed) {
        this.state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Returns a number from 0 (included) to 1 (excluded). */
    double unit() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** Puts the first {@code count} entries in random order. */
    void shuffle(int[] values, int count) {
        for (int i = count - 1; i > 0; i--) {
            int j = below(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    /** Returns 0 to {@code count - 1} in random order. */
    int[] permutation(int count) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        shuffle(values, count);
        return values;
    }
}
