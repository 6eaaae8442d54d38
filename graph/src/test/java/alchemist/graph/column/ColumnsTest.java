package alchemist.graph.column;

import static org.junit.jupiter.api.Assertions.assertThrows;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class ColumnsTest {
    private static Input bytes(Consumer<Output> what) {
        Output out = new Output(16);
        what.accept(out);
        return new Input(out.toBytes());
    }

    @Test
    void makesNoRoomForMoreThanIsThere() {
        Input table =
                bytes(
                        out -> {
                            out.varint(0);
                            out.varint(1 << 30);
                        });
        assertThrows(MalformedBytes.class, () -> new IdTable().load(table));
        Input heap =
                bytes(
                        out -> {
                            out.varint(1);
                            out.varint(Integer.MAX_VALUE);
                            out.varint(0);
                        });
        assertThrows(MalformedBytes.class, () -> new ValueHeap().load(heap));
        Input chunks =
                bytes(
                        out -> {
                            out.varint(2);
                            out.varint(1 << 16);
                            out.varint(0);
                        });
        assertThrows(MalformedBytes.class, () -> new ValueHeap().load(chunks));
    }

    @Test
    void refusesATableInWhichOneWouldLookForEver() {
        Input full =
                bytes(
                        out -> {
                            out.varint(1);
                            out.extend(16);
                            out.varint(1);
                            out.extend(4);
                        });
        assertThrows(MalformedBytes.class, () -> new IdTable().load(full));
    }
}
