package alchemist.exchange;

/**
 * Something that was left out or changed while reading.
 *
 * @param where in the source
 * @param what became of it, and why
 */
public record Warning(String where, String what) {}
