package alchemist.engine.simulation;

import alchemist.engine.keys.KeyStore;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.stream.Batch;
import alchemist.engine.stream.Recorded;
import alchemist.engine.workspace.Folds;
import alchemist.engine.workspace.Rules;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.Log;
import alchemist.log.NoSuchLog;
import alchemist.logfile.FileLog;
import alchemist.logfile.FileLogOptions;
import alchemist.logfile.LogVerify;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.disk.SimulatedDisk.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A world that follows from its seed: clients, one disk, and one process after the other that runs
 * the engine until something happens to it. After each of them the log is looked at by a model that
 * knows what anybody was told.
 */
final class World {
    /** How many commands a client sends together. */
    static final int MAX_GROUP = 4;

    private final Sabotage sabotage;
    private final SplittableRandom random;
    private final SimulatedClock clock = new SimulatedClock();
    private final Trace trace = new Trace();
    private final Model model = new Model();
    private final List<Client> clients = new ArrayList<>();
    private final Client house;
    private final FileLogOptions logOptions;
    private WorkspaceOptions options;
    private SimulatedDisk disk;
    private @Nullable Consumer<SimulatedDisk> harm;

    World(long seed, Sabotage sabotage) {
        this.sabotage = sabotage;
        this.random = new SplittableRandom(seed);
        this.disk = new SimulatedDisk(random.nextLong());
        this.house = new Client("house", random.split(), model);
        int count = random.nextInt(2, 6);
        for (int i = 0; i < count; i++) {
            clients.add(new Client("client-" + i, random.split(), model));
        }
        this.logOptions =
                FileLogOptions.DEFAULTS
                        .withSegmentBytes(4096)
                        .withPreallocateBytes(random.nextInt(3) * 1024)
                        .withClock(clock);
        this.options =
                WorkspaceOptions.DEFAULTS
                        .withClock(clock)
                        .withQueueCommands(random.nextInt(MAX_GROUP, 40))
                        .withBlockBytes(random.nextInt(1024, 3000))
                        .withRecentBytes(random.nextInt(1, 6000))
                        .withSnapshotEvents(random.nextInt(3, 60))
                        .withAheadEvents(random.nextInt(1, 200));
    }

    /**
     * What came of a world.
     *
     * @param trace a hash over all that happened
     * @param steps how much that was
     * @param log a hash over the log's files
     * @param events how many events are in it
     * @param calls how many calls of the last disk changed something
     */
    record End(long trace, long steps, long log, int events, long calls) {}

    SplittableRandom random() {
        return random;
    }

    SimulatedClock clock() {
        return clock;
    }

    Trace trace() {
        return trace;
    }

    Model model() {
        return model;
    }

    /** Who opens the account that the reactor pays into, and does nothing else. */
    Client house() {
        return house;
    }

    List<Client> clients() {
        return clients;
    }

    Sabotage sabotage() {
        return sabotage;
    }

    SimulatedDisk disk() {
        return disk;
    }

    FileLogOptions logOptions() {
        return logOptions;
    }

    /** What is done to the disk instead of what the fate draws; null: that. */
    @Nullable Consumer<SimulatedDisk> harm() {
        return harm;
    }

    WorkspaceOptions options() {
        return options;
    }

    /** Lets it happen. */
    End run() throws Exception {
        Fate[] fates = Fate.values();
        for (int life = random.nextInt(2, 6); life > 0; life--) {
            live(fates[random.nextInt(fates.length)], false);
        }
        return end();
    }

    /** The same for a client that sends a script, in a process that meets this and nothing else. */
    static End ofScript(int commands, Fate fate, Consumer<SimulatedDisk> harm) throws Exception {
        World world = new World(1, Sabotage.NONE);
        world.clients.subList(1, world.clients.size()).clear();
        world.clients.getFirst().prepare(commands);
        world.options = world.options.withQueueCommands(commands + MAX_GROUP);
        world.harm = harm;
        world.live(fate, fate == Fate.NOTHING);
        world.harm = null;
        return world.end();
    }

    private End end() throws Exception {
        live(Fate.NOTHING, true);
        List<Recorded> log = inspect();
        Model.inspectReactions(log);
        int events = log.isEmpty() ? 0 : (int) log.getLast().lastPosition();
        return new End(trace.hash(), trace.steps(), hashOfLog(), events, disk.calls());
    }

    /** One process, from its beginning to its end. */
    private void live(Fate fate, boolean isLast) throws Exception {
        sabotage.prepare(disk);
        Flip flip = fate == Fate.FLIPPED_BIT ? Flip.somewhere(disk, random) : null;
        if (flip != null) {
            LogVerify.Report report = LogVerify.run(Places.copy(disk), Places.LOG, (_, _) -> {});
            require(!report.damages().isEmpty(), "damage that is not found: " + flip);
        }
        Life life = new Life(this, fate, flip != null, isLast);
        if (random.nextInt(4) == 0) {
            clock.set(random.nextLong(-100_000_000, 100_000_000));
        }
        life.run();
        model.processEnded();
        disk.crashAtCall(-1);
        disk.failAtCall(-1, Failure.ERROR);
        disk.capacityBytes(Long.MAX_VALUE);
        boolean powerFails = disk.hasCrashed() || (fate != Fate.KILLED && random.nextBoolean());
        if (powerFails || fate == Fate.POWER_FAILS) {
            disk = disk.crash();
        }
        if (flip != null) {
            flip.undo(disk);
        }
        damageACache();
        sabotage.betweenLives(disk);
        inspect();
    }

    /** A snapshot, a checkpoint or a reactor's position is damaged: nothing is lost by that. */
    private void damageACache() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path directory : List.of(Places.SNAPSHOTS, Places.VIEWS, Places.REACTORS)) {
            for (String name : disk.list(directory)) {
                files.add(directory.resolve(name));
            }
        }
        if (!files.isEmpty() && random.nextInt(4) == 0) {
            Flip.in(disk, files.get(random.nextInt(files.size())), random);
        }
    }

    /** What a process would find now, and whether it is true. */
    private List<Recorded> inspect() throws Exception {
        SimulatedDisk copy = Places.copy(disk);
        List<Recorded> all = new ArrayList<>();
        try (KeyStore keys = KeyStore.open(copy, Places.KEYS, new SplittableRandom(1));
                Log log = FileLog.open(copy, Places.LOG, logOptions)) {
            require(!log.readOnly(), "damage that nobody did: " + log.findings());
            long recordedAt = Long.MIN_VALUE;
            try (BlockCursor cursor = log.read(0)) {
                for (CommitBlock block = cursor.next(); block != null; block = cursor.next()) {
                    require(block.recordedAtMicros() >= recordedAt, "recordedAt fell");
                    recordedAt = block.recordedAtMicros();
                    all.addAll(
                            Batch.read(block, LedgerDecider.CONTRACT.and(Rules.UNDOING))
                                    .commands());
                }
            }
            model.inspect(all, keys);
            Rules<?> rules = sabotage.rules();
            byte[] restored = Folds.state(rules, log, Snapshots.in(copy, Places.SNAPSHOTS));
            byte[] folded = Folds.state(rules, log, Snapshots.NONE);
            require(Arrays.equals(restored, folded), "a snapshot with another state");
        } catch (NoSuchLog e) {
            model.inspect(List.of(), KeyStore.open(copy, Places.KEYS, new SplittableRandom(1)));
            return all;
        }
        LogVerify.Report report = LogVerify.run(copy, Places.LOG, (_, _) -> {});
        require(report.damages().isEmpty(), "the chain does not verify: " + report.damages());
        return all;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new Model.Broken(what);
        }
    }

    private long hashOfLog() throws IOException {
        Trace hash = new Trace();
        for (Path segment : Places.segments(disk)) {
            hash.add(segment.toString());
            hash.add(Arrays.hashCode(disk.bytes(segment)));
        }
        return hash.hash();
    }
}
