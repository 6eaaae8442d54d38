package alchemist.gateway.rest;

import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Why;
import alchemist.engine.workspace.Workspace;
import alchemist.gateway.http.Problem.Kind;
import alchemist.gateway.rest.CommandReader.Defaults;
import alchemist.gateway.rest.CommandReader.Read;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.json.MalformedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Commands that are submitted together, each with its place in the results; what is no command
 * keeps its place and says why. Filled and written by one thread; answered by the workspace's.
 */
final class Parcel {
    /** How many are submitted together at most. */
    static final int COMMANDS = 1024;

    /** How long it is tried again while too much is waiting. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** One place: a command by its index, or why there is none. */
    private record Entry(int index, Id given, String field, Kind kind, String reason) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Submission> submissions = new ArrayList<>();
    private AtomicReferenceArray<@Nullable Answer> answers = new AtomicReferenceArray<>(0);
    private CountDownLatch left = new CountDownLatch(0);

    /** Reads a command into the next place. */
    void add(CommandReader reader, byte[] bytes, int offset, int length, Defaults defaults) {
        Entry entry;
        try {
            Read read = reader.read(bytes, offset, length, defaults);
            String type = read.given().isNone() ? "" : read.submission().command().schema().name();
            String field = CommandReader.NEW_THINGS.getOrDefault(type, "");
            entry = new Entry(submissions.size(), read.given(), field, Kind.MALFORMED_BODY, "");
            submissions.add(read.submission());
        } catch (MalformedJson e) {
            entry = none(Kind.MALFORMED_BODY, String.valueOf(e.getMessage()));
        }
        entries.add(entry);
    }

    /** Puts what is no command into the next place. */
    void refuse(Kind kind, String reason) {
        entries.add(none(kind, reason));
    }

    private static Entry none(Kind kind, String reason) {
        return new Entry(-1, Id.NONE, "", kind, reason);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean isFull() {
        return entries.size() >= COMMANDS;
    }

    /** Submits what was added; while too much is waiting, again and again for a while. */
    void submit(Workspace workspace) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        int count = submissions.size();
        do {
            AtomicReferenceArray<@Nullable Answer> now = new AtomicReferenceArray<>(count);
            CountDownLatch latch = new CountDownLatch(count);
            answers = now;
            left = latch;
            workspace.submitAll(
                    submissions,
                    (index, answer) -> {
                        now.set(index, answer);
                        latch.countDown();
                    });
        } while (isBusy() && pause(deadline));
    }

    /** Whether all were refused at once, because too much is waiting. */
    private boolean isBusy() {
        return left.getCount() == 0
                && answers.length() > 0
                && answers.get(0) instanceof Refused(Why why, String _)
                && why == Why.BUSY;
    }

    private static boolean pause(long deadline) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(2);
        return System.nanoTime() < deadline;
    }

    /** Whether all are answered. */
    boolean isDone() {
        return left.getCount() == 0;
    }

    /** Writes the results in their order, once all are there. */
    void write(Results results, boolean asLines, JsonWriter json) throws Exception {
        left.await();
        for (Entry entry : entries) {
            Answer answer = entry.index < 0 ? null : answers.get(entry.index);
            if (answer == null) {
                Results.refused(entry.kind, entry.reason, json);
            } else {
                results.write(answer, entry.given, entry.field, json);
            }
            if (asLines) {
                json.line();
            }
        }
    }

    /** The answer to the only one, once it is there. */
    Answer only() throws InterruptedException {
        left.await();
        return java.util.Objects.requireNonNull(answers.get(0));
    }
}
