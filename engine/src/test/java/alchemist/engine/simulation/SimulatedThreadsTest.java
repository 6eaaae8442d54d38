package alchemist.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.thread.Monitor;
import alchemist.engine.thread.Running;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The scheduler itself: it runs one at a time, in an order that follows from the seed. */
final class SimulatedThreadsTest {
    private final SimulatedClock clock = new SimulatedClock();
    private final Trace trace = new Trace();

    private SimulatedThreads threads(long seed) {
        return new SimulatedThreads(new SplittableRandom(seed), clock, trace);
    }

    private List<Integer> order(long seed) throws Exception {
        SimulatedThreads threads = threads(seed);
        List<Integer> order = new ArrayList<>();
        threads.run(
                () -> {
                    for (int i = 0; i < 3; i++) {
                        int name = i;
                        threads.start(
                                "worker-" + i,
                                () -> {
                                    for (int n = 0; n < 3; n++) {
                                        threads.pass("step");
                                        order.add(name);
                                    }
                                });
                    }
                });
        return order;
    }

    @Test
    void runsInAnOrderThatFollowsFromTheSeed() throws Exception {
        Set<List<Integer>> orders = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            List<Integer> order = order(seed);
            assertEquals(order, order(seed));
            orders.add(order);
        }
        assertTrue(orders.size() > 10, () -> "always the same: " + orders);
    }

    @Test
    void saysWhoWaitsForWhomWhenNobodyCanGoOn() {
        SimulatedThreads threads = threads(1);
        Monitor one = threads.monitor();
        Monitor two = threads.monitor();
        Set<String> met = new HashSet<>();

        AssertionError deadlock =
                assertThrows(
                        AssertionError.class,
                        () ->
                                threads.run(
                                        () -> {
                                            threads.start("a", () -> both(threads, one, two, met));
                                            threads.start("b", () -> both(threads, two, one, met));
                                        }));

        String message = String.valueOf(deadlock.getMessage());
        assertTrue(message.contains("nobody can go on"), message);
        assertTrue(message.contains("a: a lock") && message.contains("b: a lock"), message);
    }

    /** Takes one lock, and the other only when somebody else has that. */
    private static void both(
            SimulatedThreads threads, Monitor first, Monitor second, Set<String> met) {
        first.lock();
        met.add(first.toString());
        threads.await("the other", () -> met.size() == 2);
        second.lock();
    }

    @Test
    void letsOneAtATimeIntoAMonitorAndWakesWhoWaits() throws Exception {
        for (long seed = 0; seed < 50; seed++) {
            SimulatedThreads threads = threads(seed);
            Monitor monitor = threads.monitor();
            int[] inside = {0};
            int[] left = {3};
            threads.run(
                    () -> {
                        for (int i = 0; i < 3; i++) {
                            threads.start("worker", () -> enter(threads, monitor, inside, left));
                        }
                        monitor.lock();
                        while (left[0] > 0) {
                            monitor.await();
                        }
                        monitor.unlock();
                    });
            assertEquals(0, left[0]);
        }
    }

    private static void enter(SimulatedThreads threads, Monitor monitor, int[] inside, int[] left) {
        monitor.lock();
        assertEquals(1, ++inside[0]);
        threads.pass("inside");
        inside[0]--;
        left[0]--;
        monitor.signalAll();
        monitor.unlock();
    }

    @Test
    void letsTimePassOnlyForThoseWhoWaitForIt() throws Exception {
        SimulatedThreads threads = threads(1);
        Monitor monitor = threads.monitor();
        threads.run(
                () -> {
                    long left = TimeUnit.SECONDS.toNanos(30);
                    monitor.lock();
                    try {
                        while (left > 0) {
                            left = monitor.awaitNanos(left);
                        }
                    } catch (InterruptedException e) {
                        threads.fail(e);
                    } finally {
                        monitor.unlock();
                    }
                });
        assertTrue(clock.nanos() >= TimeUnit.SECONDS.toNanos(30));
        assertTrue(clock.nanos() < TimeUnit.SECONDS.toNanos(31));
    }

    @Test
    void interruptsAWait() throws Exception {
        SimulatedThreads threads = threads(1);
        Monitor monitor = threads.monitor();
        boolean[] interrupted = {false};
        threads.run(
                () -> {
                    Running waiting =
                            threads.start("waiting", () -> awaitInterrupt(monitor, interrupted));
                    waiting.interrupt();
                    waiting.join();
                    assertFalse(waiting.isAlive());
                });
        assertTrue(interrupted[0]);
    }

    private static void awaitInterrupt(Monitor monitor, boolean[] interrupted) {
        monitor.lock();
        try {
            while (!interrupted[0]) {
                monitor.awaitNanos(TimeUnit.DAYS.toNanos(365));
            }
        } catch (InterruptedException _) {
            interrupted[0] = true;
        } finally {
            monitor.unlock();
        }
    }

    @Test
    void endsEverybodyWhereHeStandsWhenTheProcessIsKilled() throws Exception {
        SimulatedThreads threads = threads(1);
        threads.killAtStep(10);
        List<String> done = new ArrayList<>();
        threads.run(
                () -> {
                    threads.start("other", () -> threads.await("nothing", () -> false));
                    for (int i = 0; i < 100; i++) {
                        threads.pass("step");
                    }
                    done.add("all");
                });
        assertEquals(List.of(), done);
        assertTrue(threads.isDead());
        assertEquals(10, threads.steps());
    }

    @Test
    void tellsWhatAThreadDiedOf() {
        SimulatedThreads threads = threads(1);
        AssertionError failure =
                assertThrows(
                        AssertionError.class,
                        () ->
                                threads.run(
                                        () -> {
                                            throw new IllegalStateException("on purpose");
                                        }));
        assertNotEquals(null, failure.getCause());
    }
}
