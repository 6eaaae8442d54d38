package alchemist.engine.stream;

import alchemist.engine.thread.Running;
import alchemist.engine.thread.Threads;
import alchemist.kernel.Envelope;
import alchemist.log.LogException;

/** Events on their way to a handler, until it is closed. */
public final class Subscription implements AutoCloseable {
    private final Follower follower;
    private final long after;
    private final String workspace;
    private final SubjectPattern pattern;
    private final EventHandler handler;
    private final Running thread;
    private volatile boolean closed;

    Subscription(
            Follower follower,
            long after,
            String workspace,
            SubjectPattern pattern,
            EventHandler handler,
            Threads threads) {
        this.follower = follower;
        this.after = after;
        this.workspace = workspace;
        this.pattern = pattern;
        this.handler = handler;
        this.thread = threads.startVirtual(workspace + "-subscription", this::run);
    }

    private void run() {
        Throwable problem = null;
        try (follower) {
            follow();
        } catch (InterruptedException _) {
            // Only close() interrupts this thread.
        } catch (LogException | RuntimeException | Error e) {
            problem = closed ? null : e;
        }
        handler.ended(problem);
    }

    private void follow() throws InterruptedException, LogException {
        while (!closed && !follower.isAtEnd()) {
            Batch batch = follower.next();
            if (batch != null) {
                handle(batch);
            }
        }
    }

    private void handle(Batch batch) throws InterruptedException {
        for (Envelope envelope : batch.envelopes()) {
            if (closed) {
                return;
            }
            if (envelope.position() > after && pattern.matches(workspace, envelope.event())) {
                handler.handle(envelope);
            }
        }
        handler.reached(batch.lastPosition());
    }

    /** Ends it; an event that is being handled is interrupted. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    /** Waits until the handler will not be called any more. */
    public void awaitEnd() throws InterruptedException {
        thread.join();
    }
}
