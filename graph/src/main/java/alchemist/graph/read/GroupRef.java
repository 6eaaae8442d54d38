package alchemist.graph.read;

import alchemist.kernel.Id;

/** The group that something is in. */
public record GroupRef(Id id, Display name) {}
