package alchemist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EnvelopesTest {
    private static final Id CLIENT = new Id(0x0102030405060708L, 0x090a0b0c0d0e0f10L);
    private static final Id ACTOR = new Id(0x1112131415161718L, 0x191a1b1c1d1e1f20L);
    private static final CommandEnvelope FULL =
            CommandEnvelope.of(CLIENT, ACTOR)
                    .withSequence(7)
                    .withCause(300)
                    .withCorrelation(new Id(0, 1))
                    .withBasedOn(299)
                    .withEffectiveAt(-1);

    /** Bytes of version 1, for ever. */
    @Test
    void bytesAreGolden() {
        assertBytes(
                "0a100102030405060708090a0b0c0d0e0f10"
                        + "1007"
                        + "1a101112131415161718191a1b1c1d1e1f20"
                        + "20ac02"
                        + "2a1000000000000000000000000000000001"
                        + "38ab02"
                        + "4001",
                FULL);
        assertBytes(
                "0a100102030405060708090a0b0c0d0e0f10" + "1a101112131415161718191a1b1c1d1e1f20",
                CommandEnvelope.of(CLIENT, ACTOR));
    }

    @Test
    void jsonLeavesDefaultsOut() {
        JsonWriter json = new JsonWriter();
        CommandEnvelope.SCHEMA.toJson(CommandEnvelope.of(Id.NONE, ACTOR).withEffectiveAt(0), json);
        assertEquals(
                "{\"actor\":\"0h248h858nlqcjjmhs6mfhx7s0\",\"effectiveAt\":\"1970-01-01T00:00:00Z\"}"
                        .replace("0h248h858nlqcjjmhs6mfhx7s0", ACTOR.toString()),
                json.toString());
        assertEquals(
                CommandEnvelope.of(Id.NONE, ACTOR).withEffectiveAt(0),
                CommandEnvelope.SCHEMA.fromJson(JsonReader.of(json.toString())));
    }

    @Test
    void anEventHappenedWhenItsCommandSaysElseWhenItWasRecorded() {
        Redo command = new Redo(3);
        var said = new Submission(FULL.withEffectiveAt(5), command);
        var silent = new Submission(CommandEnvelope.of(CLIENT, ACTOR), command);
        var event = alchemist.kernel.schema.Samples.event();
        assertEquals(5, new Envelope(1, 9, 1, 1, 1, said, event).effectiveAt());
        assertEquals(9, new Envelope(1, 9, 1, 1, 1, silent, event).effectiveAt());
    }

    @Test
    void aDecisionsLastPositionIsThatOfItsLastEvent() {
        assertEquals(12, new Decided<>(new Undo(3), 10, List.of("a", "b", "c")).lastPosition());
    }

    @Test
    void undoAndRedoAreStored() {
        assertEquals(new Undo(300), Undo.SCHEMA.decode(HexFormat.of().parseHex("08ac02")));
        assertEquals(new Redo(0), Redo.SCHEMA.decode(new byte[0]));
        assertEquals("workspace.undo", new Undo(1).schema().name());
        assertEquals("workspace.redo", new Redo(1).schema().name());
    }

    @Test
    void decisionsAreBuiltByName() {
        assertEquals(new Decision.Accepted<>(List.of("a")), Decision.accept("a"));
        assertEquals(
                new Decision.Accepted<>(List.of("a", "b")), Decision.accept(List.of("a", "b")));
        assertEquals(new Decision.Accepted<>(List.of()), Decision.unchanged());
        assertEquals(new Decision.Rejected<>("no", "because"), Decision.reject("no", "because"));
    }

    private static void assertBytes(String hex, CommandEnvelope envelope) {
        assertEquals(hex, HexFormat.of().formatHex(CommandEnvelope.SCHEMA.encode(envelope)));
        assertEquals(envelope, CommandEnvelope.SCHEMA.decode(HexFormat.of().parseHex(hex)));
    }
}
