package alchemist.exchange;

/**
 * How something was understood while reading, where that was not certain.
 *
 * @param where in the source
 * @param what it was taken for, and why
 */
public record Note(String where, String what) {}
