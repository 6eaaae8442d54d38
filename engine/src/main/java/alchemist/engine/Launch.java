package alchemist.engine;

import alchemist.engine.content.ContentStore;
import alchemist.engine.keys.KeyStore;
import alchemist.engine.keys.PersonalSealer;
import alchemist.engine.reactor.ReactorRunner;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.thread.Threads;
import alchemist.engine.view.ViewOptions;
import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Workspace;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.kernel.Reactor;
import alchemist.kernel.View;
import alchemist.log.Disk;
import alchemist.log.Log;
import alchemist.log.LogException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Starts all that runs on a workspace; when a part cannot start, stops those that have. */
final class Launch {
    private final Disk disk;
    private final String name;
    private final Path home;
    private final Path keyDirectory;
    private final Log log;
    private final ContentStore contents;
    private final List<ViewRunner<?>> views = new ArrayList<>();
    private final Map<String, ReactorRunner> reactors = new TreeMap<>();
    private @Nullable KeyStore keys;
    private @Nullable Workspace workspace;

    Launch(Disk disk, String name, Path home, Path keyDirectory, Log log, ContentStore contents) {
        this.disk = disk;
        this.name = name;
        this.home = home;
        this.keyDirectory = keyDirectory;
        this.log = log;
        this.contents = contents;
    }

    OpenWorkspace run(
            Wiring<?> wiring, WorkspaceOptions options, RandomGenerator random, Instant asked)
            throws LogException, IOException {
        boolean complete = false;
        try {
            OpenWorkspace running = start(wiring, options, random, asked);
            complete = true;
            return running;
        } finally {
            if (!complete) {
                stop();
            }
        }
    }

    private <S> OpenWorkspace start(
            Wiring<S> wiring, WorkspaceOptions options, RandomGenerator random, Instant asked)
            throws LogException, IOException {
        Instant logRead = options.clock().instant();
        KeyStore opened = openKeys(random, options.threads());
        keys = opened;
        Snapshots snapshots = Snapshots.in(disk, home.resolve("snapshots"));
        PersonalSealer sealer = new PersonalSealer(opened);
        Workspace running =
                Workspace.openToRead(name, log, wiring.rules(), snapshots, sealer, options);
        workspace = running;
        Snapshots checkpoints = Snapshots.in(disk, home.resolve("views"));
        Surroundings surroundings = new Surroundings(name, opened, contents);
        for (Supplier<? extends View> view : wiring.views().apply(surroundings)) {
            views.add(ViewRunner.start(view, running.commits(), checkpoints, ViewOptions.DEFAULTS));
        }
        Opening opening = new Opening(asked, logRead, options.clock().instant());
        // Only now: who reads shall not share the processors with what only commands wait for.
        running.decide();
        if (running.problem() == null) {
            Path positions = home.resolve("reactors");
            for (Reactor reactor : wiring.reactors()) {
                reactors.put(
                        reactor.name(), ReactorRunner.start(reactor, running, disk, positions, 0));
            }
        }
        return new OpenWorkspace(
                log.origin().workspace(), running, opened, views, reactors, opening);
    }

    private KeyStore openKeys(RandomGenerator random, Threads threads) throws IOException {
        boolean missing =
                log.position() > log.origin().parentPosition()
                        && !KeyStore.exists(disk, keyDirectory);
        KeyStore opened = KeyStore.open(disk, keyDirectory, random, threads);
        if (missing) {
            opened.begunAnew();
        }
        return opened;
    }

    private void stop() throws LogException, IOException {
        try (KeyStore _ = keys) {
            for (ReactorRunner reactor : reactors.values()) {
                reactor.close();
            }
            views.forEach(ViewRunner::close);
            if (workspace == null) {
                log.close();
            } else {
                workspace.close();
            }
        }
    }
}
