package alchemist.engine.stream;

import alchemist.kernel.Envelope;

/** Takes the events of a subscription, in order. */
@FunctionalInterface
public interface EventHandler {
    /**
     * One event. May wait as long as it likes: only this subscription is late then.
     *
     * @throws InterruptedException when the subscription is being closed
     */
    void handle(Envelope envelope) throws InterruptedException;

    /**
     * Called after the events of a batch were handled: all up to this position were seen, also
     * those that the pattern does not want.
     */
    default void reached(long position) throws InterruptedException {}

    /**
     * Called once, at last, when nothing more will come.
     *
     * @param problem why, when the log could not be read or the handler threw; null when the
     *     workspace or the subscription was closed
     */
    default void ended(@org.jspecify.annotations.Nullable Throwable problem) {}
}
