package alchemist.graph.read;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items the part
 * @param cursor what to ask with for the next part; empty when this is the last
 * @param total how many there are in all parts; -1 where that is not counted
 * @param <T> items
 */
public record Page<T>(List<T> items, String cursor, long total) {}
