package alchemist.engine.simulation;

import alchemist.engine.keys.KeyStore;
import alchemist.engine.keys.PersonalSealer;
import alchemist.engine.ledger.BalancesView;
import alchemist.engine.reactor.ReactorRunner;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.stream.SubjectPattern;
import alchemist.engine.stream.Subscription;
import alchemist.engine.thread.Running;
import alchemist.engine.view.ViewOptions;
import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Workspace;
import alchemist.kernel.Envelope;
import alchemist.log.Disk;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.NoSuchLog;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import alchemist.logfile.FileLog;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.disk.SimulatedDisk.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process of a world: opens what is on the disk, serves the clients, and ends somehow. */
final class Life {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final World world;
    private final Fate fate;
    private final boolean isDamaged;
    private final boolean isLast;
    private final SplittableRandom random;
    private final SimulatedDisk machine;
    private final SimulatedThreads threads;
    private final ScheduledDisk disk;

    Life(World world, Fate fate, boolean isDamaged, boolean isLast) {
        this.world = world;
        this.fate = fate;
        this.isDamaged = isDamaged;
        this.isLast = isLast;
        this.random = world.random().split();
        this.machine = world.disk();
        this.threads = new SimulatedThreads(random.split(), world.clock(), world.trace());
        this.disk = new ScheduledDisk(machine, threads);
    }

    void run() throws Exception {
        long soon = machine.calls() + random.nextLong(1, 150);
        Consumer<SimulatedDisk> harm = world.harm();
        if (harm == null) {
            meet(soon);
        } else {
            harm.accept(machine);
        }
        world.model().count(fate.toString());
        threads.run(this::live);
        disk.release();
    }

    private void meet(long soon) {
        switch (fate) {
            case NOTHING, FULL, FLIPPED_BIT -> {}
            case POWER_FAILS_IN_CALL -> machine.crashAtCall(soon);
            case POWER_FAILS, KILLED -> threads.killAtStep(random.nextLong(1, 4000));
            case ERROR -> machine.failAtCall(soon, Failure.ERROR);
            case BROKEN_DISK -> machine.failFromCall(soon, Failure.ERROR);
            case FULL_ONCE -> machine.failAtCall(soon, Failure.FULL);
            case SHORT_WRITE -> machine.failAtCall(soon, Failure.SHORT);
        }
    }

    /** Whether nothing may go wrong. */
    private boolean isHealthy() {
        return switch (fate) {
            case NOTHING, POWER_FAILS_IN_CALL, POWER_FAILS, KILLED, SHORT_WRITE -> true;
            case ERROR, BROKEN_DISK, FULL_ONCE, FULL -> false;
            case FLIPPED_BIT -> !isDamaged;
        };
    }

    private void live() {
        try (KeyStore keys = KeyStore.open(disk, Places.KEYS, random, threads)) {
            Log log = openLog();
            Workspace workspace =
                    Workspace.open(
                            "world",
                            log,
                            world.sabotage().rules(),
                            Snapshots.in(disk, Places.SNAPSHOTS),
                            new PersonalSealer(keys),
                            world.options().withThreads(threads));
            serve(workspace);
        } catch (IOException | LogException e) {
            unlessHealthy(e);
        } catch (InterruptedException e) {
            threads.fail(e);
        }
    }

    private Log openLog() throws LogException {
        Disk mine = world.sabotage().disk(disk);
        try {
            return FileLog.open(mine, Places.LOG, world.logOptions());
        } catch (NoSuchLog _) {
            Origin origin = Origin.root(new WorkspaceId(1, 2));
            return FileLog.create(mine, Places.LOG, origin, world.logOptions());
        }
    }

    private void unlessHealthy(Exception e) {
        world.model().count(e.getClass().getSimpleName());
        if (isHealthy()) {
            threads.fail(new AssertionError("on a healthy disk", e));
        }
    }

    private void require(boolean holds, Supplier<String> what) {
        if (!holds) {
            threads.fail(new Model.Broken(what.get()));
        }
    }

    private void serve(Workspace workspace) throws LogException, InterruptedException {
        ViewRunner<BalancesView> view = null;
        ReactorRunner reactor = null;
        Subscription subscription = null;
        try {
            view = startView(workspace);
            subscription = subscribe(workspace);
            world.house().openTithes(workspace, threads);
            reactor = startReactor(workspace);
            List<Running> working = new ArrayList<>();
            startClients(workspace, working);
            startFaults(working);
            startObserver(view, working);
            working.forEach(Running::join);
            if (isLast && reactor != null) {
                awaitQuiet(workspace, reactor);
            }
            finish(workspace, view);
            countDamage(workspace, view);
        } catch (LogException e) {
            unlessHealthy(e);
        } finally {
            if (!threads.isDead()) {
                close(workspace, view, reactor, subscription);
            }
        }
    }

    private ViewRunner<BalancesView> startView(Workspace workspace) throws LogException {
        return ViewRunner.start(
                world.sabotage()::view,
                workspace.commits(),
                Snapshots.in(disk, Places.VIEWS),
                new ViewOptions(random.nextInt(1, 20), random.nextInt(20, 100)));
    }

    private @Nullable ReactorRunner startReactor(Workspace workspace) {
        if (workspace.problem() != null) {
            return null;
        }
        return ReactorRunner.start(new Tithe(), workspace, disk, Places.REACTORS, 0);
    }

    /** Every event is handled once, in order. */
    private Subscription subscribe(Workspace workspace) {
        long after = workspace.position() == 0 ? 0 : random.nextLong(workspace.position());
        long[] last = {after};
        return workspace
                .events()
                .subscribe(
                        after,
                        SubjectPattern.ALL,
                        (Envelope envelope) -> {
                            require(
                                    envelope.position() == last[0] + 1,
                                    () -> envelope.position() + " follows " + last[0]);
                            last[0] = envelope.position();
                        });
    }

    private void startClients(Workspace workspace, List<Running> working) {
        int groups = random.nextInt(1, 12);
        for (Client client : world.clients()) {
            working.add(
                    threads.start(
                            "client",
                            () -> {
                                if (isLast) {
                                    client.settle(workspace, threads, world.sabotage());
                                } else if (world.harm() != null) {
                                    client.send(workspace, threads);
                                } else {
                                    client.live(workspace, threads, world.sabotage(), groups);
                                }
                            }));
        }
    }

    private void startFaults(List<Running> working) {
        if (fate == Fate.FULL) {
            working.add(
                    threads.start(
                            "disk-fills",
                            () -> {
                                threads.pause(random.nextLong(TimeUnit.MILLISECONDS.toNanos(20)));
                                machine.capacityBytes(machine.usedBytes() + random.nextInt(3000));
                                threads.pause(random.nextLong(TimeUnit.SECONDS.toNanos(20)));
                                machine.capacityBytes(Long.MAX_VALUE);
                            }));
        }
        if (random.nextInt(3) == 0) {
            working.add(
                    threads.start(
                            "clock-jumps",
                            () -> {
                                for (int left = random.nextInt(1, 5); left > 0; left--) {
                                    threads.pause(random.nextLong(10_000_000));
                                    world.clock().set(random.nextLong(-1_000_000, 1_000_000));
                                }
                            }));
        }
    }

    private void startObserver(ViewRunner<BalancesView> view, List<Running> working) {
        working.add(
                threads.start(
                        "observer",
                        () -> {
                            long before = 0;
                            for (int left = random.nextInt(1, 10); left > 0; left--) {
                                threads.pause(random.nextLong(10_000_000));
                                long now = look(view);
                                long fell = before;
                                require(now >= fell, () -> "a view fell from " + fell);
                                before = now;
                            }
                            if (random.nextInt(2) == 0) {
                                rebuild(view);
                            }
                        }));
    }

    /** Answers the position that the view is at, after the one that it has promised. */
    private long look(ViewRunner<BalancesView> view) {
        long promised = view.position();
        BalancesView copy = view.view();
        require(copy.position() >= promised, () -> "a view at " + copy.position());
        require(view.parked().isEmpty(), () -> "parked: " + view.parked());
        world.model().viewed(copy.position(), copy.balances());
        return promised;
    }

    private void rebuild(ViewRunner<BalancesView> view) {
        try {
            threads.join(view.rebuild(world.sabotage()::view));
            look(view);
        } catch (CompletionException e) {
            unlessHealthy(e);
        }
    }

    private void awaitQuiet(Workspace workspace, ReactorRunner reactor) {
        BooleanSupplier isQuiet =
                () -> reactor.problem() != null || reactor.position() == workspace.position();
        threads.await("the reactor", isQuiet);
        require(reactor.problem() == null, () -> "the reactor stopped: " + reactor.problem());
    }

    private void finish(Workspace workspace, ViewRunner<BalancesView> view)
            throws InterruptedException, LogException {
        threads.join(workspace.ready());
        if (isHealthy()) {
            require(workspace.problem() == null, () -> "" + workspace.problem());
            long position = workspace.position();
            require(view.atLeast(position, LONG), () -> "the view stays behind " + position);
        }
        look(view);
        if (isLast) {
            rebuild(view);
        }
    }

    private void countDamage(Workspace workspace, ViewRunner<BalancesView> view) {
        if (isDamaged) {
            boolean found = workspace.problem() != null || view.problem() != null;
            world.model().count(found ? "damage found" : "damage not read");
        }
    }

    private void close(
            Workspace workspace,
            @Nullable ViewRunner<BalancesView> view,
            @Nullable ReactorRunner reactor,
            @Nullable Subscription subscription)
            throws LogException {
        if (reactor != null) {
            reactor.close();
        }
        workspace.stopWriting();
        if (view != null) {
            view.close();
        }
        if (subscription != null) {
            subscription.close();
        }
        workspace.close();
    }
}
