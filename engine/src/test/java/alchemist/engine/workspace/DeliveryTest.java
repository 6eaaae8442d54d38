package alchemist.engine.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.thread.Monitor;
import alchemist.engine.thread.Running;
import alchemist.engine.thread.Threads;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DeliveryTest {
    private static final Accepted AGAIN = new Accepted(3, 4, List.of(), true);

    private static Answer delivered(Delivery delivery) throws Exception {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        delivery.deliver(List.of(new Pending((_, given) -> answer.complete(given), 0, AGAIN)));
        return answer.get(1, TimeUnit.MINUTES);
    }

    private static void assertRefusedFor(String why, Answer answer) {
        assertTrue(
                answer instanceof Refused(Why kind, String reason)
                        && kind == Why.FAILED
                        && reason.contains("accepted before, at position 4")
                        && reason.contains(why),
                answer.toString());
    }

    @Test
    void saysWhyWhatWasAcceptedBeforeCannotBeReadAgainWhateverTheReason() throws Exception {
        Past past =
                position -> {
                    throw new StackOverflowError();
                };
        assertRefusedFor("StackOverflowError", delivered(new Delivery(past, Threads.SYSTEM)));
        assertRefusedFor("not there", delivered(new Delivery(_ -> null, Threads.SYSTEM)));
    }

    @Test
    void answersWhereNoThreadCanBeStartedToReadWhatWasAcceptedBefore() throws Exception {
        assertRefusedFor("no room", delivered(new Delivery(_ -> null, new NoMoreThreads())));
    }

    @Test
    void keepsNoAnswerFromOthersWhenOneThrows() {
        List<Answer> given = new ArrayList<>();
        Answer first = new Accepted(1, 1, List.of(), false);
        Answer last = new Accepted(2, 2, List.of(), false);
        List<Throwable> uncaught = new ArrayList<>();
        Thread thread = Thread.currentThread();
        thread.setUncaughtExceptionHandler((_, e) -> uncaught.add(e));
        try {
            new Delivery(_ -> null, Threads.SYSTEM)
                    .deliver(
                            List.of(
                                    new Pending((_, answer) -> given.add(answer), 0, first),
                                    new Pending(
                                            (_, _) -> {
                                                throw new AssertionError("on purpose");
                                            },
                                            0,
                                            first),
                                    new Pending((_, answer) -> given.add(answer), 0, last)));
        } finally {
            thread.setUncaughtExceptionHandler(null);
        }
        assertEquals(List.of(first, last), given);
        assertEquals("on purpose", uncaught.getFirst().getMessage());
    }

    /** A machine that has no room for another thread. */
    private static final class NoMoreThreads implements Threads {
        @Override
        public Monitor monitor() {
            return SYSTEM.monitor();
        }

        @Override
        public Running start(String name, Runnable work) {
            throw new OutOfMemoryError("no room for a thread");
        }

        @Override
        public Running startVirtual(String name, Runnable work) {
            throw new OutOfMemoryError("no room for a thread");
        }

        @Override
        public <T extends @Nullable Object> T join(CompletableFuture<T> future) {
            return SYSTEM.join(future);
        }
    }
}
