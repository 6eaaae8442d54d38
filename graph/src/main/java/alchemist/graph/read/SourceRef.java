package alchemist.graph.read;

import alchemist.kernel.Id;

/**
 * Who states something.
 *
 * @param label how people call an import source; empty for a person
 * @param person it is a person, no import source
 */
public record SourceRef(Id id, String label, boolean person) {}
