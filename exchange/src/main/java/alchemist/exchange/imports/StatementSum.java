package alchemist.exchange.imports;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;

/**
 * Adds up all that a source states, in any order, to 128 bits: equal for equal statements, and for
 * others different but by an accident that does not happen. One thread.
 */
public final class StatementSum {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private long high;
    private long low;

    /** The sum of nothing. */
    public StatementSum() {}

    /** One that was told before, to go on with. */
    public static StatementSum of(Id sum) {
        StatementSum again = new StatementSum();
        again.high = sum.high();
        again.low = sum.low();
        return again;
    }

    /** Adds what is stated of a node, as it is stored. */
    public void add(NodeStatement statement) {
        add(statement.node(), Print.of(statement));
    }

    /** Adds what is stated of an edge, as it is stored. */
    public void add(EdgeStatement statement) {
        add(statement.edge(), Print.of(statement) * ODD);
    }

    /** Takes away what was stated of a node. */
    public void remove(NodeStatement statement) {
        remove(statement.node(), Print.of(statement));
    }

    /** Takes away what was stated of an edge. */
    public void remove(EdgeStatement statement) {
        remove(statement.edge(), Print.of(statement) * ODD);
    }

    /** The sum. */
    public Id sum() {
        return new Id(high, low);
    }

    private void add(Id thing, long print) {
        high += high(thing, print);
        low += low(thing, print);
    }

    private void remove(Id thing, long print) {
        high -= high(thing, print);
        low -= low(thing, print);
    }

    private static long high(Id thing, long print) {
        return mixed(mixed(thing.high() ^ print) + thing.low());
    }

    private static long low(Id thing, long print) {
        return mixed(mixed(thing.low() + print) ^ thing.high());
    }

    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 32)) * ODD;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 32);
    }
}
