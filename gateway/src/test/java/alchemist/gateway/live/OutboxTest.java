package alchemist.gateway.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Id;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class OutboxTest {
    private static final Id ADA = Id.of("test", "ada");
    private static final Id BOB = Id.of("test", "bob");

    private final Outbox outbox = new Outbox(2);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String next() throws InterruptedException {
        return switch (outbox.next(0)) {
            case Outbox.Next.Frame(byte[] json) -> new String(json, StandardCharsets.UTF_8);
            case Outbox.Next.End(int code, String _) -> "end " + code;
            case Outbox.Next.Nothing _ -> "nothing";
        };
    }

    @Test
    void takesNoMoreAnswersThanItMay() throws InterruptedException {
        assertTrue(outbox.answer(bytes("one")));
        assertTrue(outbox.answer(bytes("two")));
        assertFalse(outbox.answer(bytes("three")));
        assertEquals("one", next());
        assertTrue(outbox.answer(bytes("three")));
    }

    @Test
    void keepsOnlyTheLatestPresenceOfEachClient() throws InterruptedException {
        outbox.presence(ADA, bytes("ada 1"));
        outbox.presence(BOB, bytes("bob 1"));
        outbox.presence(ADA, bytes("ada 2"));
        assertEquals("ada 2", next());
        assertEquals("bob 1", next());
        assertEquals("nothing", next());
    }

    @Test
    void saysThatOneLeftOnlyWhereItWasToldOf() throws InterruptedException {
        outbox.presence(ADA, bytes("ada"));
        outbox.left(ADA);
        assertEquals("nothing", next());
        outbox.presence(ADA, bytes("ada"));
        next();
        outbox.left(ADA);
        assertEquals("{\"left\":{\"client\":\"" + ADA + "\"}}", next());
        outbox.left(ADA);
        assertEquals("nothing", next());
    }

    @Test
    void aSecondFrameWaitsUntilTheFirstIsTaken() throws Exception {
        Outbox.Slot slot = outbox.slot("a", 0, 9);
        assertTrue(slot.put(bytes("first"), 1));
        CompletableFuture<Boolean> second = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                second.complete(slot.put(bytes("second"), 2));
                            } catch (InterruptedException e) {
                                second.completeExceptionally(e);
                            }
                        });
        assertFalse(second.isDone());
        assertEquals(Map.of("a", 0L), outbox.positions());
        assertEquals("first", next());
        assertTrue(second.get(20, TimeUnit.SECONDS));
        assertEquals(Map.of("a", 1L), outbox.positions());
        assertEquals("second", next());
        slot.reached(9);
        assertEquals("{\"reached\":{\"a\":9}}", next());
        assertEquals("nothing", next());
    }

    @Test
    void whatIsClosedSendsNothingMore() throws Exception {
        Outbox.Slot slot = outbox.slot("a", 0, 9);
        slot.put(bytes("first"), 1);
        slot.close();
        assertFalse(slot.put(bytes("second"), 2));
        assertEquals("nothing", next());
        assertEquals(Map.of(), outbox.positions());
    }

    @Test
    void endsAfterTheAnswersAndBeforeTheRest() throws Exception {
        outbox.presence(ADA, bytes("ada"));
        outbox.answer(bytes("error"));
        outbox.end(1008, "why");
        outbox.end(1001, "later");
        assertEquals("error", next());
        assertEquals("end 1008", next());
        assertInstanceOf(Outbox.Next.End.class, outbox.next(0));
    }
}
