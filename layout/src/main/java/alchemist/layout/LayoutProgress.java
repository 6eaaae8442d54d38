package alchemist.layout;

/** Hears how far a placement is, and may stop it. */
@FunctionalInterface
public interface LayoutProgress {
    /**
     * Called from time to time, on the thread that places.
     *
     * @param done the part that is done, from 0 to 1, never decreasing
     * @return whether to go on; if false, the placement ends with {@link LayoutCancelled}
     */
    boolean proceed(double done);
}
