package alchemist.exchange.code;

import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Outlines files of code, several at once, by as many processes as the machine has use for. They
 * begin with the first file and end when there was nothing to do for a while. Safe for several
 * threads.
 */
public final class Parsers implements AutoCloseable {
    private static final int MOST = 4;

    /** A process that begins takes longer than a file; one that waits takes some 60 MB. */
    private static final int IDLE_SECONDS = 60;

    /** After so many files at once the processes are not kept for the next ones. */
    private static final long MANY_FILES = 2_000;

    private static final Executor LATER =
            CompletableFuture.delayedExecutor(IDLE_SECONDS, TimeUnit.SECONDS);

    private final BlockingQueue<Parser> idle = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);
    private final KnownOutlines known = new KnownOutlines();
    private long uses;
    private boolean retiring;

    /**
     * Parsers whose native libraries are kept in a folder, which is made when it is needed. Nobody
     * else may be able to write there.
     */
    public Parsers(Path libraries) {
        for (int i = 0; i < count; i++) {
            idle.add(new Parser(libraries));
        }
    }

    /** How many files are worth waiting at once: one for each process, and the next. */
    int ahead() {
        return 2 * count;
    }

    /**
     * The outline of a file that was outlined before, or null where it is not kept.
     *
     * @param key of what stands in the file
     * @param texts gives the text that is kept for one that is equal
     */
    @Nullable Outline known(Id key, UnaryOperator<String> texts) {
        byte[] before = known.find(key);
        return before == null ? null : Outline.read(new Input(before), texts);
    }

    /**
     * Outlines a file; fails with {@link Parser.NotParsed} where it cannot be.
     *
     * @param key of what stands in it
     * @param texts gives the text that is kept for one that is equal
     */
    Future<Outline> outline(
            CodeLanguage language, Id key, byte[] source, UnaryOperator<String> texts) {
        Outline before = known(key, texts);
        if (before != null) {
            return CompletableFuture.completedFuture(before);
        }
        return threads.submit(
                () -> {
                    Parser parser = idle.take();
                    try {
                        byte[] outline = parser.outline(language, source);
                        known.keep(key, outline);
                        return Outline.read(new Input(outline), texts);
                    } finally {
                        idle.add(parser);
                        used();
                    }
                });
    }

    /**
     * A reading of a whole place is over that had so many files outlined. After many, what is left
     * of it in the processes is worth more than the time in which they begin again.
     */
    void rest(long files) {
        if (files > MANY_FILES) {
            retireAll();
        }
    }

    /** How many files were outlined by a process so far. */
    synchronized long uses() {
        return uses;
    }

    private synchronized void used() {
        uses++;
        if (!retiring) {
            retiring = true;
            long now = uses;
            LATER.execute(() -> retire(now));
        }
    }

    /** Ends the processes that wait, where nothing was to do since. */
    private synchronized void retire(long usesBefore) {
        if (uses != usesBefore) {
            long now = uses;
            LATER.execute(() -> retire(now));
            return;
        }
        retiring = false;
        retireAll();
    }

    private void retireAll() {
        List<Parser> waiting = new ArrayList<>();
        idle.drainTo(waiting);
        waiting.forEach(Parser::close);
        idle.addAll(waiting);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        idle.forEach(Parser::close);
    }
}
