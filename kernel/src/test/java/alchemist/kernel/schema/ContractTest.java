package alchemist.kernel.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Command;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Redo;
import alchemist.kernel.Undo;
import alchemist.kernel.schema.Samples.Everything;
import alchemist.kernel.schema.Samples.Rename;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContractTest {
    private final Contract contract =
            new Contract(List.of(Rename.SCHEMA, Undo.SCHEMA), List.of(Everything.SCHEMA));

    @Test
    void theTypedFormOfAnEventIsGolden() {
        assertEquals(
                "01" // may be ignored
                        + "02" // version
                        + "11" // length of the name
                        + "73616d706c652e65766572797468696e67"
                        + "a2010100",
                hex(Samples.nothing()));
    }

    @Test
    void theTypedFormOfACommandIsGolden() {
        Output out = new Output(16);
        Contract.write(new Undo(5), out);
        assertEquals(
                "00" + "01" + "0e" + "776f726b73706163652e756e646f" + "0805",
                HexFormat.of().formatHex(out.toBytes()));
        assertEquals(new Undo(5), contract.readCommand(new Input(out.toBytes())));
    }

    @Test
    void eventsComeBack() {
        assertEquals(hex(Samples.full()), hex(read(hex(Samples.full()))));
        assertInstanceOf(Everything.class, read(hex(Samples.full())));
    }

    @Test
    void anUnknownEventIsKeptAsItIs() {
        String name =
                HexFormat.of()
                        .formatHex(
                                "graph.node-dreamt"
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (String flags : List.of("00", "01", "fe", "ff")) {
            String stored = flags + "07" + "11" + name + "0a0161" + "ff00";
            Event event = read(stored);
            UnknownEvent unknown = assertInstanceOf(UnknownEvent.class, event);
            assertEquals(flags.matches("01|ff"), unknown.ignorable());
            assertEquals("graph.node-dreamt", unknown.schema().name());
            assertEquals(7, unknown.schema().version());
            assertEquals(flags.matches("01|ff"), unknown.schema().ignorable());
            assertEquals(Id.NONE, unknown.entity());
            assertEquals("UnknownEvent[graph.node-dreamt v7, 5 bytes]", unknown.toString());
            assertEquals(stored, hex(unknown));
        }
    }

    @Test
    void anEventOfANewerVersionIsKeptAsItIs() {
        String stored = hex(Samples.full());
        String newer = stored.substring(0, 2) + "03" + stored.substring(4) + "fa0703616263";
        UnknownEvent unknown = assertInstanceOf(UnknownEvent.class, read(newer));
        assertEquals(newer, hex(unknown));
        // Through its own schema, it is what it was, too.
        assertSame(unknown, unknown.schema().decode(unknown.schema().encode(unknown)));
    }

    @Test
    void anEventOfAnOlderVersionIsRead() {
        String stored = hex(Samples.nothing());
        String older = stored.substring(0, 2) + "01" + stored.substring(4, 40);
        assertEquals(hex(Samples.nothing()), hex(read(older)));
    }

    @Test
    void aStoredCommandOfAnotherProgramIsKeptAsItIs() {
        Output out = new Output(16);
        Contract.write(new Redo(1), out);
        Command command = contract.readStoredCommand(new Input(out.toBytes()));
        assertEquals("UnknownCommand[workspace.redo v1, 2 bytes]", command.toString());
        assertEquals("workspace.redo", command.schema().name());
        Output again = new Output(16);
        Contract.write(command, again);
        assertArrayEquals(out.toBytes(), again.toBytes());
    }

    @Test
    void whatStandsNextIsTold() {
        Output out = new Output(16);
        Contract.write(new Redo(1), out);
        Input in = new Input(out.toBytes());
        assertTrue(Contract.isNext(in, Redo.SCHEMA));
        assertFalse(Contract.isNext(in, Undo.SCHEMA));
        assertFalse(Contract.isNext(in, Rename.SCHEMA));
        assertFalse(Contract.isNext(new Input(out.toBytes(), 0, 16), Redo.SCHEMA));
        assertFalse(Contract.isNext(new Input(new byte[0]), Redo.SCHEMA));
        assertEquals(0, in.position());
    }

    @Test
    void commandsOfOtherProgramsAreRefused() {
        Output out = new Output(16);
        Contract.write(new Redo(1), out);
        assertThrows(MalformedBytes.class, () -> contract.readCommand(new Input(out.toBytes())));
        Output newer = new Output(16);
        Contract.write(new Undo(1), newer);
        newer.bytes()[1] = 2;
        assertThrows(MalformedBytes.class, () -> contract.readCommand(new Input(newer.toBytes())));
    }

    @Test
    void truncatedAndDamagedFormsNeverThrowAnythingElse() {
        byte[] event = HexFormat.of().parseHex(hex(Samples.full()));
        Output out = new Output(16);
        Contract.write(new Rename(Samples.ID, "x", List.of("y")), out);
        byte[] command = out.toBytes();
        for (int length = 0; length < event.length; length++) {
            readOrRefuse(Arrays.copyOf(event, length));
        }
        for (int length = 0; length < command.length; length++) {
            readOrRefuse(Arrays.copyOf(command, length));
        }
        for (int at = 0; at < event.length; at++) {
            for (int damage = 1; damage < 256; damage++) {
                byte[] damaged = event.clone();
                damaged[at] ^= (byte) damage;
                readOrRefuse(damaged);
            }
        }
    }

    private void readOrRefuse(byte[] bytes) {
        try {
            Event event = contract.readEvent(new Input(bytes));
            if (event instanceof UnknownEvent) {
                assertArrayEquals(bytes, HexFormat.of().parseHex(hex(event)));
            }
        } catch (MalformedBytes _) {
            // is what damage may lead to
        }
        try {
            contract.readCommand(new Input(bytes));
        } catch (MalformedBytes _) {
            // is what damage may lead to
        }
    }

    @Test
    void schemasAreFoundByName() {
        assertSame(Rename.SCHEMA, contract.command("sample.rename"));
        assertSame(Everything.SCHEMA, contract.event("sample.everything"));
        assertNull(contract.command("sample.everything"));
        assertNull(contract.event("sample.rename"));
        assertNull(contract.event("é"));
        assertEquals(List.of(Rename.SCHEMA, Undo.SCHEMA), contract.commands());
        assertEquals(List.of(Everything.SCHEMA), contract.events());
    }

    @Test
    void contractsAreJoined() {
        Contract both = contract.and(new Contract(List.of(Redo.SCHEMA), List.of()));
        assertEquals(List.of(Rename.SCHEMA, Undo.SCHEMA, Redo.SCHEMA), both.commands());
        assertSame(Redo.SCHEMA, both.command("workspace.redo"));
        assertSame(Everything.SCHEMA, both.event("sample.everything"));
    }

    @Test
    void aNameStandsForOneRecord() {
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> contract.and(contract));
        assertTrue(String.valueOf(error.getMessage()).contains("two records are named"));
    }

    @Test
    void manyNamesAreTold() {
        List<Schema<? extends Event>> many =
                java.util.stream.IntStream.range(0, 300)
                        .<Schema<? extends Event>>mapToObj(
                                i ->
                                        Schema.<Everything>record(
                                                        "many.event-" + i, 1, "One of many")
                                                .make(_ -> Samples.nothing()))
                        .toList();
        Contract large = new Contract(List.of(), many);
        for (Schema<? extends Event> schema : many) {
            assertSame(schema, large.event(schema.name()));
        }
        assertNull(large.event("many.event-300"));
        assertFalse(large.events().isEmpty());
    }

    private Event read(String hex) {
        return contract.readEvent(new Input(HexFormat.of().parseHex(hex)));
    }

    private static String hex(Event event) {
        Output out = new Output(16);
        Contract.write(event, out);
        return HexFormat.of().formatHex(out.toBytes());
    }
}
