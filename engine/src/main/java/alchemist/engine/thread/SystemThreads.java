package alchemist.engine.thread;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The machine's threads. */
final class SystemThreads implements Threads {
    @Override
    public Monitor monitor() {
        return new SystemMonitor();
    }

    @Override
    public Running start(String name, Runnable work) {
        return new SystemThread(Thread.ofPlatform().daemon().name(name).start(work));
    }

    @Override
    public Running startVirtual(String name, Runnable work) {
        return new SystemThread(Thread.ofVirtual().name(name).start(work));
    }

    @Override
    public <T extends @Nullable Object> T join(CompletableFuture<T> future) {
        return future.join();
    }

    private record SystemThread(Thread thread) implements Running {
        @Override
        public boolean isAlive() {
            return thread.isAlive();
        }

        @Override
        public void join() {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void interrupt() {
            thread.interrupt();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // those who call it look again
    private static final class SystemMonitor implements Monitor {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();

        @Override
        public void lock() {
            lock.lock();
        }

        @Override
        public void unlock() {
            lock.unlock();
        }

        @Override
        public void await() {
            changed.awaitUninterruptibly();
        }

        @Override
        public long awaitNanos(long nanos) throws InterruptedException {
            return changed.awaitNanos(nanos);
        }

        @Override
        public void signalAll() {
            changed.signalAll();
        }
    }
}
