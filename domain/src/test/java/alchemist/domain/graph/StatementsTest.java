package alchemist.domain.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import alchemist.domain.graph.Things.Kind;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private static final int FIELD = 5;
    private static final long FAR = 1L << 40 | 7;

    /** One of each form, and the ends of what fits into a cell. */
    private static final List<Value> VALUES =
            List.of(
                    Value.NULL,
                    Value.flag(false),
                    Value.flag(true),
                    Value.integer(0),
                    Value.integer(Integer.MAX_VALUE),
                    Value.integer(Integer.MAX_VALUE + 1L),
                    Value.integer(Integer.MIN_VALUE),
                    Value.integer(Integer.MIN_VALUE - 1L),
                    new Value.Date(0),
                    new Value.Date(20_000),
                    new Value.Date(300_000_000_000L),
                    Value.text(""),
                    Value.text("a text"),
                    new Value.Real(0.5),
                    new Value.ListOf(List.of(Value.integer(1), Value.text("b"))));

    private final Things things = new Things();
    private final Statements statements = new Statements(things);
    private final int thing = things.add(new Id(1, 1), Kind.NODE);

    @Test
    void keepsEveryValueAndWhenItWasStated() {
        for (int i = 0; i < VALUES.size(); i++) {
            statements.add(thing, FIELD, i, VALUES.get(i), FAR + i, i);
        }
        for (int i = 0; i < VALUES.size(); i++) {
            int slot = statements.find(thing, FIELD, i);
            assertEquals(VALUES.get(i), statements.value(slot));
            assertEquals(FAR + i, statements.since(slot));
            assertEquals(i, statements.importOrdinal(slot));
        }
    }

    @Test
    void comparesAsValuesDo() {
        for (Value stated : VALUES) {
            statements.add(thing, FIELD, 0, stated, 1, 0);
            int slot = statements.find(thing, FIELD, 0);
            for (Value other : VALUES) {
                assertEquals(stated.equals(other), statements.states(slot, other), stated + "");
            }
            statements.drop(thing, slot);
        }
    }

    @Test
    void replacesAnyValueByAny() {
        statements.add(thing, FIELD, 0, Value.NULL, 1, 0);
        int slot = statements.find(thing, FIELD, 0);
        long position = 1;
        for (Value from : VALUES) {
            for (Value to : VALUES) {
                statements.replace(thing, slot, from, ++position, 0);
                statements.replace(thing, slot, to, ++position, 0);
                assertEquals(to, statements.value(slot));
                assertEquals(position, statements.since(slot));
                assertEquals(to.equals(Value.flag(true)), statements.isYes(slot));
            }
        }
    }

    @Test
    void usesADroppedSlotAgainForAnotherThing() {
        statements.add(thing, FIELD, 0, Value.text("first"), FAR, 3);
        statements.drop(thing, statements.find(thing, FIELD, 0));
        int other = things.add(new Id(1, 2), Kind.NODE);
        statements.add(other, FIELD, 0, Value.integer(4), 2, 0);
        statements.add(other, FIELD, 1, Value.text("second"), 3, 0);

        assertEquals(Statements.NONE, statements.first(thing));
        assertEquals(Value.integer(4), statements.value(statements.find(other, FIELD, 0)));
        assertEquals(Value.text("second"), statements.value(statements.find(other, FIELD, 1)));
    }

    @Test
    void readsWhatItSaved() {
        for (int i = 0; i < VALUES.size(); i++) {
            statements.add(thing, FIELD, i, VALUES.get(i), FAR + i, i);
        }
        Output out = new Output(16);
        things.save(out);
        statements.save(out);
        Input in = new Input(out.toBytes());
        Things again = Things.load(in);
        Statements read = Statements.load(again, FIELD + 1, VALUES.size(), in);
        for (int i = 0; i < VALUES.size(); i++) {
            assertEquals(VALUES.get(i), read.value(read.find(thing, FIELD, i)));
        }
        Output twice = new Output(16);
        again.save(twice);
        read.save(twice);
        assertArrayEquals(out.toBytes(), twice.toBytes());
    }

    @Test
    void refusesASlotThatIsFreeAndInAListToo() {
        statements.add(thing, FIELD, 0, Value.integer(4), 1, 0);
        int other = things.add(new Id(1, 2), Kind.NODE);
        statements.add(other, FIELD, 0, Value.integer(5), 2, 0);
        int slot = statements.first(other);
        statements.drop(other, slot);
        things.statement(other, slot);
        Output out = new Output(16);
        statements.save(out);
        Input in = new Input(out.toBytes());
        assertThrows(MalformedBytes.class, () -> Statements.load(things, FIELD + 1, 1, in));
    }

    @Test
    void refusesAFieldOrASourceThatIsNotThere() {
        statements.add(thing, FIELD, 3, Value.integer(4), 1, 0);
        Output out = new Output(16);
        statements.save(out);
        byte[] bytes = out.toBytes();
        assertThrows(
                MalformedBytes.class, () -> Statements.load(things, FIELD, 4, new Input(bytes)));
        assertThrows(
                MalformedBytes.class,
                () -> Statements.load(things, FIELD + 1, 3, new Input(bytes)));
    }

    @Test
    void knowsWhetherOneAloneStatesThatAThingIsThere() {
        statements.add(thing, Fields.EXISTENCE, 0, GraphState.YES, 1, 0);
        assertEquals(Things.Existence.YES, things.existence(thing));
        statements.add(thing, Fields.EXISTENCE, 1, GraphState.NO, 2, 0);
        assertEquals(Things.Existence.BY_SEVERAL, things.existence(thing));
        statements.drop(thing, statements.find(thing, Fields.EXISTENCE, 0));
        assertEquals(Things.Existence.NO, things.existence(thing));
        assertFalse(statements.isYes(statements.first(thing)));
    }
}
