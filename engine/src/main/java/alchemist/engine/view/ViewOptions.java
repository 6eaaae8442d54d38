package alchemist.engine.view;

/**
 * When the checkpoints of a view are made.
 *
 * @param whenIdleEvents after so many events, as soon as there is nothing to fold
 * @param atLatestEvents after so many events, even though there is more to fold
 */
public record ViewOptions(long whenIdleEvents, long atLatestEvents) {
    /** 20 000 when idle, a million at the latest. */
    public static final ViewOptions DEFAULTS = new ViewOptions(20_000, 1_000_000);
}
