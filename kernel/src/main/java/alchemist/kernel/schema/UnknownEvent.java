package alchemist.kernel.schema;

import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Utf8;
import java.util.Arrays;

/**
 * An event that a newer program wrote: kept as it is, passed on, and skipped where it says that
 * this is safe.
 */
public final class UnknownEvent implements Event {
    private final boolean ignorable;
    private final int version;
    private final byte[] name;
    private final byte[] fields;
    private final Schema<UnknownEvent> schema;

    private UnknownEvent(
            boolean ignorable, int version, byte[] name, String shownName, byte[] fields) {
        this.ignorable = ignorable;
        this.version = version;
        this.name = name;
        this.fields = fields;
        SchemaBuilder<UnknownEvent> builder =
                new SchemaBuilder<UnknownEvent>(
                                shownName, Math.max(1, version), "unknown to this program")
                        .bytes(1, "fields", "as stored", UnknownEvent::fields);
        this.schema = (ignorable ? builder.mayBeIgnored() : builder).make(_ -> this);
    }

    static UnknownEvent read(Input in, boolean ignorable, int version, int nameAt, int nameLength) {
        String shownName = Utf8.read(in.bytes(), nameAt, nameLength);
        if (shownName == null) {
            throw new MalformedBytes("the name of the event at " + nameAt + " is not UTF-8");
        }
        byte[] name = Arrays.copyOfRange(in.bytes(), nameAt, nameAt + nameLength);
        byte[] fields =
                Arrays.copyOfRange(in.bytes(), in.position(), in.position() + in.remaining());
        in.skip(in.remaining());
        return new UnknownEvent(ignorable, version, name, shownName, fields);
    }

    /** Whether this program may pass over it. */
    public boolean ignorable() {
        return ignorable;
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
    public Schema<UnknownEvent> schema() {
        return schema;
    }

    @Override
    public Id entity() {
        return Id.NONE;
    }

    @Override
    public String toString() {
        return "UnknownEvent[" + schema + ", " + fields.length + " bytes]";
    }
}
