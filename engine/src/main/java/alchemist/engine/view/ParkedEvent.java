package alchemist.engine.view;

import alchemist.kernel.Id;
import java.util.Set;

/**
 * An event that a view has not folded. Its bytes stay in the log.
 *
 * @param position of the event
 * @param mentions the things that are therefore not up to date in the view
 * @param reason what the view said; or behind which other event it waits
 */
public record ParkedEvent(long position, Set<Id> mentions, String reason) {}
