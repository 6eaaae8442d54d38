/**
 * What a history of commits tells of files and people: which files change together, who knows a
 * file, which files are hot spots, and what went into a release. All of it is worked out from the
 * graph at the moment that is asked for; nothing of it is stored.
 */
@NullMarked
package alchemist.graph.history;

import org.jspecify.annotations.NullMarked;
