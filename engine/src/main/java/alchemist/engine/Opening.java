package alchemist.engine;

import java.time.Instant;

/**
 * When the parts of a workspace were there. The state of its rules is read beside the views, and
 * may be there later: see {@link alchemist.engine.workspace.Workspace#ready}.
 *
 * @param asked when it was begun to open it
 * @param logRead when the end of its log was known
 * @param viewsRead when its views had their checkpoints, and so could answer
 */
public record Opening(Instant asked, Instant logRead, Instant viewsRead) {}
