package alchemist.engine.view;

/**
 * When the checkpoints of a view are made.
 *
 * @param whenQuietEvents after so many events, as soon as there was nothing to fold for a second
 * @param atLatestEvents after so many events, even though there is more to fold
 */
public record ViewOptions(long whenQuietEvents, long atLatestEvents) {
    /** 20 000 when it is quiet, four million at the latest. */
    public static final ViewOptions DEFAULTS = new ViewOptions(20_000, 4_000_000);
}
