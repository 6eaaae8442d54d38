package alchemist.kernel.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one thread writes in short, and another at length: what is short is written at once, and
 * whoever has something long sees to it that it can be written later as it is now. So what is saved
 * is of one moment, and nobody waits for it. {@link #close} it when it is written, or will not be.
 */
public final class Deferred implements AutoCloseable {
    private final List<Consumer<Output>> parts = new ArrayList<>();
    private volatile boolean closed;

    private Deferred() {}

    /** What this writes, as it would be now. */
    public static Deferred of(Consumer<Output> content) {
        Deferred deferred = new Deferred();
        Output out = new Output(deferred);
        content.accept(out);
        deferred.keep(out);
        return deferred;
    }

    /** Writes all of it. */
    public void writeTo(Output out) {
        for (Consumer<Output> part : parts) {
            part.accept(out);
        }
    }

    /** Whether it is over: what is long need not stay as it was any more. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        parts.clear();
    }

    void add(Output before, Consumer<Output> part) {
        if (before.isNested()) {
            throw new IllegalStateException("a part whose length is not known cannot be left");
        }
        keep(before);
        parts.add(part);
    }

    private void keep(Output out) {
        byte[] written = out.toBytes();
        out.clear();
        parts.add(to -> to.raw(written, 0, written.length));
    }
}
