package alchemist.engine;

import alchemist.engine.content.ContentStore;
import alchemist.engine.keys.KeyStore;

/**
 * What a view of a workspace may need.
 *
 * @param workspace its name
 * @param keys open what is personal
 * @param contents the bytes that events name by their hash
 */
public record Surroundings(String workspace, KeyStore keys, ContentStore contents) {}
