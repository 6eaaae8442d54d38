package alchemist.engine.simulation;

import alchemist.engine.thread.Monitor;
import alchemist.engine.thread.Running;
import alchemist.engine.thread.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one process of a world. Each has a real one of its own, but only one runs at a
 * time: wherever it could be overtaken — at a lock, a wait, the start of a thread, a call of the
 * disk — the seed says who goes on. Nothing here looks at a real clock.
 *
 * <p>The process ends when all its threads have; or it is killed, then each of its threads ends
 * where it stands.
 */
final class SimulatedThreads implements Threads {
    /** Who waits longer than this waits for somebody, not for a time. */
    private static final long FOR_EVER_NANOS = TimeUnit.HOURS.toNanos(1);

    /** A slow machine makes others late by so much. */
    private static final long SOON_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long MAX_STEPS = 2_000_000;
    private static final long STUCK_SECONDS = 120;
    private static final int[] WEIGHTS = {1, 2, 8, 32};

    private final SplittableRandom random;
    private final SimulatedClock clock;
    private final Trace trace;
    private final int stayPercent;
    private final List<Task> tasks = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Task current;
    private long steps;
    private long killAtStep = Long.MAX_VALUE;
    private volatile boolean dead;
    private volatile @Nullable Throwable failure;

    SimulatedThreads(SplittableRandom random, SimulatedClock clock, Trace trace) {
        this.random = random;
        this.clock = clock;
        this.trace = trace;
        this.stayPercent = random.nextInt(10, 90);
    }

    /** Runs a process to its end. */
    void run(Runnable main) throws InterruptedException {
        Task first = new Task("main", main);
        tasks.add(first);
        handTo(first);
        if (!over.await(STUCK_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("waits outside of the simulation:" + states());
        }
        Throwable failed = failure;
        if (failed instanceof Error error) {
            throw error;
        } else if (failed != null) {
            throw new AssertionError("a thread of the engine died", failed);
        }
    }

    /** Kills the process, at the latest at this of its steps. */
    void killAtStep(long step) {
        killAtStep = step;
    }

    /** Kills the process, from one of its threads. */
    Killed kill() {
        dead = true;
        return new Killed();
    }

    boolean isDead() {
        return dead;
    }

    /** Ends all with a finding. */
    void fail(Throwable finding) {
        if (!dead) {
            failure = finding;
        }
        dead = true;
    }

    /** How many steps it has done. */
    long steps() {
        return steps;
    }

    /** Lets others overtake. */
    void pass(String what) {
        requireAlive();
        if (random.nextInt(100) < stayPercent) {
            step(what);
        } else {
            block(what, () -> true, Long.MAX_VALUE);
        }
    }

    /** Waits until something is so. */
    void await(String what, BooleanSupplier until) {
        requireAlive();
        block(what, until, Long.MAX_VALUE);
    }

    /** Lets time pass. */
    void pause(long nanos) {
        requireAlive();
        block("pause", () -> false, clock.nanos() + nanos);
    }

    private void requireAlive() {
        if (dead) {
            throw new Killed();
        }
    }

    private void step(String what) {
        Task me = running();
        trace.add(me.name);
        trace.add(what);
        clock.advance(random.nextInt(2_000));
        if (++steps >= killAtStep) {
            throw kill();
        }
        if (steps > MAX_STEPS) {
            fail(new AssertionError("it goes on for ever:" + states()));
            throw new Killed();
        }
    }

    private void block(String what, BooleanSupplier until, long deadline) {
        step(what);
        Task me = running();
        me.waitsFor = what;
        me.until = until;
        me.deadline = deadline;
        Task next = pick();
        if (!isSame(next, me)) {
            handTo(next);
            me.awaitTurn();
        }
        requireAlive();
        me.deadline = Long.MAX_VALUE;
    }

    private Task running() {
        Task me = current;
        if (me == null || !me.thread.equals(Thread.currentThread())) {
            throw new IllegalStateException("called by a thread that is not simulated");
        }
        return me;
    }

    @SuppressWarnings("ReferenceEquality") // tasks are told apart, not compared
    private static boolean isSame(Task one, @Nullable Task other) {
        return one == other;
    }

    private Task pick() {
        while (true) {
            int total = 0;
            for (Task task : tasks) {
                task.ready = task.isReady();
                total += task.ready ? task.weight : 0;
            }
            boolean isSlow = random.nextInt(200) == 0;
            if ((total == 0 || isSlow)
                    && advanceToNextDeadline(total == 0 ? FOR_EVER_NANOS : SOON_NANOS)) {
                continue;
            }
            if (total == 0) {
                fail(new AssertionError("nobody can go on:" + states()));
                return tasks.getFirst();
            }
            int at = random.nextInt(total);
            for (Task task : tasks) {
                at -= task.ready ? task.weight : 0;
                if (at < 0) {
                    return task;
                }
            }
        }
    }

    private boolean advanceToNextDeadline(long within) {
        long now = clock.nanos();
        long next = Long.MAX_VALUE;
        for (Task task : tasks) {
            if (task.deadline > now && task.deadline < next) {
                next = task.deadline;
            }
        }
        if (next - now > within) {
            return false;
        }
        clock.advance(next - now);
        return true;
    }

    private void handTo(Task next) {
        current = next;
        next.go();
    }

    private void ended(Task task) {
        task.alive = false;
        tasks.remove(task);
        if (tasks.isEmpty()) {
            over.countDown();
        } else {
            handTo(dead ? tasks.getFirst() : pick());
        }
    }

    private String states() {
        StringBuilder all = new StringBuilder();
        for (Task task : List.copyOf(tasks)) {
            all.append("\n  ").append(task.name).append(": ").append(task.waitsFor);
        }
        return all.toString();
    }

    @Override
    public Monitor monitor() {
        return new SimulatedMonitor();
    }

    @Override
    public Running start(String name, Runnable work) {
        requireAlive();
        Task task = new Task(name, work);
        tasks.add(task);
        pass("start");
        return task;
    }

    @Override
    public Running startVirtual(String name, Runnable work) {
        return start(name, work);
    }

    @Override
    public <T extends @Nullable Object> T join(CompletableFuture<T> future) {
        await("future", future::isDone);
        return future.join();
    }

    /** A thread that runs when it is its turn. */
    private final class Task implements Running {
        private final String name;
        private final Runnable work;
        private final Thread thread;
        private final int weight = WEIGHTS[random.nextInt(WEIGHTS.length)];
        private BooleanSupplier until = () -> true;
        private long deadline = Long.MAX_VALUE;
        private String waitsFor = "its turn";
        private boolean ready;
        private boolean started;
        private boolean alive = true;
        private boolean signalled;
        private boolean interrupted;
        private volatile boolean turn;

        Task(String name, Runnable work) {
            this.name = name;
            this.work = work;
            this.thread =
                    Thread.ofVirtual()
                            .name("simulated-" + name)
                            .uncaughtExceptionHandler((_, e) -> died(e))
                            .unstarted(this::live);
        }

        boolean isReady() {
            return deadline <= clock.nanos() || until.getAsBoolean();
        }

        void go() {
            if (started) {
                turn = true;
                LockSupport.unpark(thread);
            } else {
                started = true;
                thread.start();
            }
        }

        void awaitTurn() {
            while (!turn) {
                LockSupport.park(this);
            }
            turn = false;
        }

        private void died(Throwable e) {
            if (!(e instanceof Killed)) {
                fail(e);
            }
        }

        private void live() {
            try {
                if (!dead) {
                    work.run();
                }
            } catch (Throwable e) {
                died(e);
            } finally {
                SimulatedThreads.this.ended(this);
            }
        }

        @Override
        public boolean isAlive() {
            return alive;
        }

        @Override
        public void join() {
            await("the end of " + name, () -> !alive);
        }

        @Override
        public void interrupt() {
            interrupted = true;
        }
    }

    /** A lock of which the scheduler knows who has it and who wants it. */
    private final class SimulatedMonitor implements Monitor {
        private final List<Task> waiting = new ArrayList<>();
        private @Nullable Task owner;
        private int holds;

        @Override
        public void lock() {
            requireAlive();
            Task me = running();
            if (!isSame(me, owner)) {
                SimulatedThreads.this.pass("lock");
                if (owner != null) {
                    SimulatedThreads.this.await("a lock", () -> owner == null);
                }
                owner = me;
            }
            holds++;
        }

        @Override
        public void unlock() {
            if (dead) {
                return;
            }
            requireOwned();
            if (--holds == 0) {
                owner = null;
                SimulatedThreads.this.pass("unlock");
            }
        }

        private void requireOwned() {
            if (!isSame(running(), owner)) {
                throw new IllegalMonitorStateException("somebody else has the lock");
            }
        }

        @Override
        public void await() {
            await(Long.MAX_VALUE, false);
        }

        @Override
        public long awaitNanos(long nanos) throws InterruptedException {
            long deadline = clock.nanos() + nanos;
            await(deadline, true);
            Task me = running();
            if (me.interrupted) {
                me.interrupted = false;
                throw new InterruptedException();
            }
            return deadline - clock.nanos();
        }

        private void await(long deadline, boolean interruptibly) {
            requireAlive();
            requireOwned();
            Task me = running();
            int held = holds;
            holds = 0;
            owner = null;
            // A real condition may wake for nothing as well.
            me.signalled = random.nextInt(50) == 0;
            waiting.add(me);
            BooleanSupplier woken = () -> me.signalled || (interruptibly && me.interrupted);
            block("a signal", woken, deadline);
            waiting.remove(me);
            if (owner != null) {
                SimulatedThreads.this.await("a lock", () -> owner == null);
            }
            owner = me;
            holds = held;
        }

        @Override
        public void signalAll() {
            if (dead) {
                return;
            }
            requireOwned();
            for (Task task : waiting) {
                task.signalled = true;
            }
        }
    }
}
