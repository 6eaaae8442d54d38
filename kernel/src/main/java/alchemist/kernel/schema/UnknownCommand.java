package alchemist.kernel.schema;

import alchemist.kernel.Command;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A stored command that a newer program wrote: kept as it is, shown, never decided here. */
public final class UnknownCommand implements Command {
    private final int flags;
    private final int version;
    private final byte[] name;
    private final byte[] fields;
    private final Schema<UnknownCommand> schema;

    private UnknownCommand(int flags, int version, byte[] name, byte[] fields) {
        this.flags = flags;
        this.version = version;
        this.name = name;
        this.fields = fields;
        this.schema =
                Schema.<UnknownCommand>record(
                                new String(name, StandardCharsets.UTF_8),
                                Math.max(1, version),
                                "unknown to this program")
                        .bytes(1, "fields", "as stored", UnknownCommand::fields)
                        .make(_ -> this);
    }

    static UnknownCommand read(Input in, int flags, int version, int nameAt, int nameLength) {
        byte[] name = Arrays.copyOfRange(in.bytes(), nameAt, nameAt + nameLength);
        byte[] fields =
                Arrays.copyOfRange(in.bytes(), in.position(), in.position() + in.remaining());
        in.skip(in.remaining());
        return new UnknownCommand(flags, version, name, fields);
    }

    int flags() {
        return flags;
    }

    int version() {
        return version;
    }

    byte[] nameBytes() {
        return name;
    }

    byte[] fields() {
        return fields;
    }

    @Override
    public Schema<UnknownCommand> schema() {
        return schema;
    }

    @Override
    public String toString() {
        return "UnknownCommand[" + schema + ", " + fields.length + " bytes]";
    }
}
