package alchemist.kernel.schema;

import alchemist.kernel.Command;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that have every kind of field. */
public final class Samples {
    private Samples() {}

    enum Colour {
        RED,
        GREEN
    }

    record Part(String name, long number) {
        static final Schema<Part> SCHEMA =
                Schema.<Part>record("part", 1, "A part")
                        .text(1, "name", "of the part", Part::name)
                        .required()
                        .integer(2, "number", "of the part", Part::number)
                        .make(s -> new Part(s.text(1), s.integer(2)));

        /** Refuses what no part may be. */
        Part {
            if (name.equals("forbidden")) {
                throw new IllegalArgumentException("no part is forbidden");
            }
        }
    }

    /** Every kind of field, each optional. */
    record Everything(
            Id id,
            String text,
            long count,
            int small,
            long integer,
            long time,
            boolean flag,
            double real,
            byte[] bytes,
            Value value,
            Properties properties,
            List<Id> ids,
            List<String> texts,
            @Nullable Part part,
            List<Part> parts,
            Colour colour)
            implements Event {

        static final Schema<Everything> SCHEMA =
                Schema.<Everything>record("sample.everything", 2, "Every kind of field")
                        .id(1, "id", "an id", Everything::id)
                        .text(2, "text", "a text", Everything::text)
                        .count(3, "count", "a count", Everything::count)
                        .count(4, "small", "a small count", Everything::small)
                        .integer(5, "integer", "an integer", Everything::integer)
                        .time(6, "time", "a time", Everything::time, Long.MIN_VALUE)
                        .flag(7, "flag", "a flag", Everything::flag)
                        .real(8, "real", "a real", Everything::real)
                        .bytes(9, "bytes", "some bytes", Everything::bytes)
                        .value(10, "value", "a value", Everything::value)
                        .properties(11, "properties", "some properties", Everything::properties)
                        .ids(12, "ids", "some ids", Everything::ids)
                        .texts(13, "texts", "some texts", Everything::texts)
                        .record(14, "part", "a part", Part.SCHEMA, Everything::part)
                        .records(15, "parts", "some parts", Part.SCHEMA, Everything::parts)
                        .choice(
                                20,
                                "colour",
                                "a choice",
                                List.of(Colour.RED, Colour.GREEN),
                                Colour::name,
                                Everything::colour)
                        .since(2)
                        .mayBeIgnored()
                        .make(
                                s ->
                                        new Everything(
                                                s.id(1),
                                                s.text(2),
                                                s.count(3),
                                                s.small(4),
                                                s.integer(5),
                                                s.time(6),
                                                s.flag(7),
                                                s.real(8),
                                                s.bytes(9),
                                                s.value(10),
                                                s.properties(11),
                                                s.list(12),
                                                s.list(13),
                                                s.record(14, Part.SCHEMA),
                                                s.list(15),
                                                s.choice(20, Colour.class)));

        @Override
        public Schema<Everything> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return id;
        }
    }

    /** A command with a field that must be there. */
    record Rename(Id node, String name, List<String> aliases) implements Command {
        static final Schema<Rename> SCHEMA =
                Schema.<Rename>record("sample.rename", 3, "Renames a node")
                        .id(1, "node", "which", Rename::node)
                        .required()
                        .text(2, "name", "the new name", Rename::name)
                        .required()
                        .texts(3, "aliases", "other names", Rename::aliases)
                        .required()
                        .make(s -> new Rename(s.id(1), s.text(2), s.list(3)));

        @Override
        public Schema<Rename> schema() {
            return SCHEMA;
        }
    }

    static final Id ID = new Id(0x0001020304050607L, 0x08090a0b0c0d0e0fL);

    static Everything nothing() {
        return new Everything(
                Id.NONE,
                "",
                0,
                0,
                0,
                Long.MIN_VALUE,
                false,
                0,
                new byte[0],
                Value.NULL,
                Properties.NONE,
                List.of(),
                List.of(),
                null,
                List.of(),
                Colour.RED);
    }

    static Everything full() {
        return new Everything(
                ID,
                "Grüße",
                300,
                5,
                -3,
                1_769_851_800_250_000L,
                true,
                -0.5,
                new byte[] {1, (byte) 0xff},
                Value.text("x"),
                Properties.of("a", Value.integer(1), "b", Value.flag(true)),
                List.of(ID, Id.NONE),
                List.of("p", ""),
                new Part("wheel", 4),
                List.of(new Part("", 0), new Part("spoke", -1)),
                Colour.GREEN);
    }

    /** Some event. */
    public static Event event() {
        return nothing();
    }
}
