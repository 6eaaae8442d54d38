package alchemist.exchange.folder;

import alchemist.kernel.value.Value;
import java.nio.file.Path;
import java.util.Map;

/**
 * A file, or a folder in which nothing is, as it was found.
 *
 * @param path from the opened folder
 * @param effectiveAt since when it is so, µs since 1970
 * @param folder whether it is an empty folder
 * @param facts what is stated of it beside its name and place
 */
record Found(String path, Path where, long effectiveAt, boolean folder, Map<String, Value> facts) {}
