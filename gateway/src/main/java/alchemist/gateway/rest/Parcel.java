package alchemist.gateway.rest;

import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Why;
import alchemist.engine.workspace.Answers;
import alchemist.engine.workspace.Workspace;
import alchemist.gateway.http.Pieces;
import alchemist.gateway.http.Problem.Kind;
import alchemist.gateway.rest.CommandForm.Read;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.schema.MalformedBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Commands that are submitted together, each with its place in the results; what is no command
 * keeps its place and says why. Filled and written by one thread; answered by the workspace's.
 */
final class Parcel {
    /** How many are submitted together at most. */
    static final int COMMANDS = 1024;

    /** How many bytes of a body are enough for one parcel. */
    private static final int BYTES = 1 << 20;

    /** How long it is tried again while too much is waiting. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** What is to be known of a place beside the answer to its command. */
    private sealed interface Note {
        /** A new thing was given an id. */
        record Given(Id id, String field) implements Note {}

        /** There is no command. */
        record None(Kind kind, String reason) implements Note {}
    }

    /** One for each place; null for the usual command. */
    private final List<@Nullable Note> notes = new ArrayList<>();

    private final List<Submission> submissions = new ArrayList<>();
    private long bytes;
    private Waiting waiting = new Waiting(0);

    /** Reads a piece into the next place. */
    void add(CommandForm form, Pieces pieces, Sender sender) {
        try {
            read(form, pieces.bytes(), pieces.offset(), pieces.length(), sender);
        } catch (MalformedJson | MalformedBytes e) {
            refuse(Kind.MALFORMED_BODY, pieces.telling(String.valueOf(e.getMessage())));
        }
    }

    /** Reads a part of a body into the next place. */
    void add(CommandForm form, byte[] from, int offset, int length, Sender sender) {
        try {
            read(form, from, offset, length, sender);
        } catch (MalformedJson | MalformedBytes e) {
            refuse(Kind.MALFORMED_BODY, String.valueOf(e.getMessage()));
        }
    }

    private void read(CommandForm form, byte[] from, int offset, int length, Sender sender) {
        bytes += length;
        Read read = form.read(from, offset, length, sender);
        submissions.add(read.submission());
        notes.add(read.given().isNone() ? null : given(read));
    }

    private static Note given(Read read) {
        String type = read.submission().command().schema().name();
        return new Note.Given(read.given(), CommandReader.NEW_THINGS.getOrDefault(type, ""));
    }

    /** Puts what is no command into the next place. */
    void refuse(Kind kind, String reason) {
        notes.add(new Note.None(kind, reason));
    }

    boolean isFull() {
        return notes.size() >= COMMANDS || bytes >= BYTES;
    }

    /** Submits what was added; while too much is waiting, again and again for a while. */
    void submit(Workspace workspace) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        do {
            waiting = new Waiting(submissions.size());
            workspace.submitAll(submissions, waiting);
        } while (waiting.isBusy() && pause(deadline));
    }

    private static boolean pause(long deadline) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(2);
        return System.nanoTime() < deadline;
    }

    /** Whether all are answered. */
    boolean isDone() {
        return waiting.isDone();
    }

    /** Writes the results in their order, once all are there. */
    void write(ResultForm results) throws Exception {
        waiting.await();
        int index = 0;
        for (int place = 0; place < notes.size(); place++) {
            switch (notes.get(place)) {
                case null -> results.write(waiting.answer(index++), Id.NONE, "");
                case Note.Given(Id id, String field) ->
                        results.write(waiting.answer(index++), id, field);
                case Note.None(Kind kind, String reason) -> results.refuse(kind, reason);
            }
        }
    }

    /** The answers, as they come. Each is written once, before the count that publishes it. */
    private static final class Waiting implements Answers {
        private final @Nullable Answer[] answers;
        private final AtomicInteger left;
        private final CountDownLatch done;

        Waiting(int count) {
            answers = new Answer[count];
            left = new AtomicInteger(count);
            done = new CountDownLatch(count == 0 ? 0 : 1);
        }

        @Override
        public void answer(int index, Answer answer) {
            answers[index] = answer;
            if (left.decrementAndGet() == 0) {
                done.countDown();
            }
        }

        boolean isDone() {
            return left.get() == 0;
        }

        void await() throws InterruptedException {
            done.await();
        }

        Answer answer(int index) {
            return Objects.requireNonNull(answers[index]);
        }

        /** Whether all were refused at once, because too much is waiting. */
        boolean isBusy() {
            return isDone()
                    && answers.length > 0
                    && answers[0] instanceof Refused(Why why, String _)
                    && why == Why.BUSY;
        }
    }
}
