package alchemist.server.cli;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.git.Repositories;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Waits until something changes at a place: in a repository, the files that Git does not ignore and
 * what is committed; in another folder, all but what is hidden. For one thread.
 */
final class PlaceWatch implements AutoCloseable {
    /** Linux gives a user some 8,000 to 65,000 of them, and editors want some too. */
    private static final int MOST_FOLDERS = 8_000;

    /** Programs write in bursts: so long must nothing have happened. */
    private static final long QUIET_MS = 100;

    /** What goes on all the time is looked at all the same, after so long. */
    private static final long LONGEST_BURST_MS = 2_000;

    /** So often it is tried to read what is being read already, or cannot be for another reason. */
    private static final int TRIES = 40;

    private static final long WAIT_MS = 250;

    /** Files that say which others are read. */
    private static final Set<String> RULES = Set.of(".gitignore", ".alchemistignore", "exclude");

    private static final String GIT = ".git";

    private final Path place;
    private final WatchService service;
    private final Map<Path, WatchKey> watched = new HashMap<>();

    /** Whether other folders may be there than those that are watched. */
    private boolean moved;

    PlaceWatch(Path place) throws IOException, Failure {
        this.place = place;
        this.service = place.getFileSystem().newWatchService();
        look();
    }

    /** Watches what is there now. */
    void look() throws IOException, Failure {
        moved = false;
        Set<Path> folders = folders();
        if (folders.size() > MOST_FOLDERS) {
            throw new Failure(
                    place
                            + " has "
                            + folders.size()
                            + " folders, and at most "
                            + MOST_FOLDERS
                            + " can be watched; watch a part of it, or open it again when it has"
                            + " changed");
        }
        watched.entrySet()
                .removeIf(
                        entry -> {
                            boolean gone = !folders.contains(entry.getKey());
                            if (gone) {
                                entry.getValue().cancel();
                            }
                            return gone;
                        });
        for (Path folder : folders) {
            if (!watched.containsKey(folder) && Files.isDirectory(folder)) {
                watched.put(folder, watch(folder));
            }
        }
    }

    private WatchKey watch(Path folder) throws IOException, Failure {
        try {
            return folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("limit")) {
                throw new Failure(
                        "the system watches no more folders: raise fs.inotify.max_user_watches, or"
                                + " watch a part of "
                                + place);
            }
            throw e;
        }
    }

    /** Waits until something has changed, and nothing does for a moment. */
    void await() throws InterruptedException {
        boolean changed = false;
        while (!changed) {
            changed = isChange(service.take());
        }
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_BURST_MS);
        WatchKey next = service.poll(QUIET_MS, TimeUnit.MILLISECONDS);
        while (next != null && System.nanoTime() < until) {
            isChange(next);
            next = service.poll(QUIET_MS, TimeUnit.MILLISECONDS);
        }
        if (next != null) {
            isChange(next);
        }
    }

    private boolean isChange(WatchKey key) {
        boolean change = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            String name = String.valueOf(event.context());
            // Git's locks come and go with all that it does, also with looking.
            boolean lock = name.endsWith(".lock") || name.equals("index");
            boolean meant = Files.isDirectory(place) || place.endsWith(name);
            change |= meant && !lock;
            moved |= meant && isMove(event, (Path) key.watchable());
        }
        // A folder that is gone is watched no more.
        moved |= !key.reset();
        return change;
    }

    /** Whether a folder came, or what is said of which are read changed. */
    private static boolean isMove(WatchEvent<?> event, Path folder) {
        if (!(event.context() instanceof Path name)) {
            return true; // so much happened that not all of it is told
        }
        return RULES.contains(name.toString())
                || (StandardWatchEventKinds.ENTRY_CREATE.equals(event.kind())
                        && Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    private Set<Path> folders() throws IOException, Failure {
        Set<Path> folders = new LinkedHashSet<>();
        if (!Files.isDirectory(place)) {
            folders.add(place.getParent());
            return folders;
        }
        folders.add(place);
        try {
            Path workTree = Repositories.workTreeOf(place).orElse(null);
            if (workTree == null) {
                visible(place, folders);
                return folders;
            }
            for (String file : Repositories.listed(place)) {
                Path folder = place.resolve(file).getParent();
                while (folder != null && folder.startsWith(place) && folders.add(folder)) {
                    folder = folder.getParent();
                }
            }
            Path git = workTree.resolve(GIT);
            if (Files.isDirectory(git)) {
                folders.add(git);
                visible(git.resolve("refs"), folders);
            }
            return folders;
        } catch (ReadingFailed e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    private static void visible(Path top, Set<Path> folders) throws IOException {
        if (!Files.isDirectory(top)) {
            return;
        }
        Files.walkFileTree(
                top,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        boolean hidden =
                                !folder.equals(top)
                                        && folder.getFileName().toString().startsWith(".");
                        if (hidden || folders.size() > MOST_FOLDERS) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        folders.add(folder);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    /** Begins to watch several places. */
    static List<PlaceWatch> of(List<Path> places) throws IOException, Failure {
        List<PlaceWatch> watches = new ArrayList<>();
        for (Path place : places) {
            watches.add(new PlaceWatch(place));
        }
        return watches;
    }

    /** Imports what changes, in a thread of its own until the process ends. */
    Thread start(ImportWatch imports) {
        return Thread.ofPlatform()
                .daemon()
                .name("watch " + place.getFileName())
                .start(() -> follow(imports));
    }

    private void follow(ImportWatch imports) {
        try (this) {
            while (true) {
                await();
                if (moved && Files.exists(place)) {
                    look(); // before it is read: so nothing is missed between the two
                }
                if (Files.exists(place)) {
                    read(imports);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | Failure e) {
            System.err.println("alchemist: " + place + " is watched no more: " + e.getMessage());
        }
    }

    /** Imports it; another import of it may have to end first. */
    private void read(ImportWatch imports) throws IOException, Failure, InterruptedException {
        Failure last = null;
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                imports.follow(Target.of(place.toString()));
                return;
            } catch (Failure e) {
                last = e;
                Thread.sleep(WAIT_MS);
            }
        }
        System.err.println(
                "alchemist: "
                        + place
                        + " has changed and was not read: "
                        + (last == null ? "" : last.getMessage())
                        + "; the next change is tried again");
    }
}
