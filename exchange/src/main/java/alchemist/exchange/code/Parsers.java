package alchemist.exchange.code;

import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** Outlines several files at once, by as many processes as the machine has use for. */
final class Parsers implements AutoCloseable {
    private static final int MOST = 4;

    private final BlockingQueue<Parser> idle = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);

    private final KnownOutlines known;

    Parsers(KnownOutlines known) {
        this.known = known;
        for (int i = 0; i < count; i++) {
            idle.add(new Parser());
        }
    }

    /** How many files are worth waiting at once: one for each process, and the next. */
    int ahead() {
        return 2 * count;
    }

    /** Outlines a file; fails with {@link Parser.NotParsed} where it cannot be. */
    Future<Outline> outline(CodeLanguage language, byte[] source) {
        Id key = KnownOutlines.key(language, source);
        byte[] before = known.find(key);
        if (before != null) {
            return CompletableFuture.completedFuture(Outline.read(new Input(before)));
        }
        return threads.submit(
                () -> {
                    Parser parser = idle.take();
                    try {
                        byte[] outline = parser.outline(language, source);
                        known.keep(key, outline);
                        return Outline.read(new Input(outline));
                    } finally {
                        idle.add(parser);
                    }
                });
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        idle.forEach(Parser::close);
    }
}
