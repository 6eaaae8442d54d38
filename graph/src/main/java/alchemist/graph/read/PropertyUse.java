package alchemist.graph.read;

/**
 * How a property of a type is used, and what it must be.
 *
 * @param count how many nodes of the type have it
 * @param kind the kind of value that is asked for; empty: any
 * @param mandatory nodes of the type must have it
 * @param numeric it is a number, where it is found first
 */
public record PropertyUse(String key, int count, String kind, boolean mandatory, boolean numeric) {}
