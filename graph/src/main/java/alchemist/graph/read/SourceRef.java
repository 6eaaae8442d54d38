package alchemist.graph.read;

import alchemist.kernel.Id;

/**
 * Who states something.
 *
 * @param label how people call it; "erased person" where what is personal of a person was erased
 * @param person it is a person, no import source
 */
public record SourceRef(Id id, String label, boolean person) {}
