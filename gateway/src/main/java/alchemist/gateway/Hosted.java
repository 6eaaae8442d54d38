package alchemist.gateway;

import alchemist.engine.workspace.Workspace;
import alchemist.kernel.Id;

/**
 * A workspace, and what answers for it.
 *
 * @param id of the workspace
 * @param name that it is called by, in paths and subjects
 * @param workspace takes commands, and has the events
 */
public record Hosted(Id id, String name, Workspace workspace) {}
