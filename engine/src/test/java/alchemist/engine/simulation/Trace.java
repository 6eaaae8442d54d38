package alchemist.engine.simulation;

/** A hash over everything that happens in a world, in order: two runs of a seed have the same. */
final class Trace {
    private long hash = 0xcbf29ce484222325L;
    private long steps;

    void add(String what) {
        steps++;
        add(what.hashCode());
    }

    void add(long value) {
        hash = (hash ^ value) * 0x100000001b3L;
        hash ^= hash >>> 29;
    }

    long hash() {
        return hash;
    }

    long steps() {
        return steps;
    }
}
