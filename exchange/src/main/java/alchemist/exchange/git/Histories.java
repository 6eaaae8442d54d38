package alchemist.exchange.git;

import alchemist.exchange.ReadingCancelled;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Which file is which in repositories, found out before it is asked for: their whole histories are
 * gone through, while what asks is still being set up. Safe for several threads.
 */
public final class Histories {
    /** So many are gone through, or wait to be asked for, at once. */
    private static final int MOST = 8;

    private final Map<Path, FutureTask<Found>> begun = new HashMap<>();

    /** None yet. */
    public Histories() {}

    /**
     * What was found out.
     *
     * @param head at which it holds
     * @param nowMicros when it was begun: commits of the future count as of then
     */
    private record Found(String head, long nowMicros, RepositoryFiles files) {
        boolean holds(Repository repository, long later) {
            return head.equals(repository.head())
                    && (later == nowMicros || files.lastSince() < nowMicros);
        }
    }

    /**
     * Begins with the repository in whose work tree a path is, if it is in one.
     *
     * @param nowMicros µs since 1970
     */
    public synchronized void begin(Path path, long nowMicros) {
        Path workTree = Repository.workTreeOf(path);
        if (workTree == null || begun.containsKey(workTree) || begun.size() == MOST) {
            return;
        }
        FutureTask<Found> task =
                new FutureTask<>(
                        () -> {
                            Repository repository = Repository.open(workTree);
                            return new Found(
                                    repository.head(),
                                    nowMicros,
                                    HistoryOfFiles.read(repository, nowMicros));
                        });
        begun.put(workTree, task);
        Thread.ofVirtual().name("git-ahead").start(task);
    }

    /** The files of a repository, where that was begun and is still so; else null. */
    @Nullable RepositoryFiles take(Path workTree, Repository repository, long nowMicros) {
        FutureTask<Found> task = remove(workTree);
        if (task == null) {
            return null;
        }
        try {
            Found found = task.get();
            return found.holds(repository, nowMicros) ? found.files() : null;
        } catch (ExecutionException e) {
            return null; // what is wrong shows again, and is told then
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadingCancelled();
        }
    }

    private synchronized @Nullable FutureTask<Found> remove(Path workTree) {
        return begun.remove(workTree);
    }
}
