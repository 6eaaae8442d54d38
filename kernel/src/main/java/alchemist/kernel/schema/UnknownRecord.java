package alchemist.kernel.schema;

import alchemist.kernel.Utf8;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The typed form of a record that this program does not know, or knows in an older version only.
 *
 * @param flags as stored, also those that have no meaning here
 * @param name the stored name
 * @param fields the bytes of all fields
 */
record UnknownRecord(int flags, int version, String name, byte[] fields) {

    /** Reads all that is left behind the name. */
    static UnknownRecord read(Input in, int flags, int version, int nameAt, int nameLength) {
        String name = Utf8.read(in.bytes(), nameAt, nameLength);
        if (name == null) {
            throw new MalformedBytes("the name of the record at " + nameAt + " is not UTF-8");
        }
        int from = in.position();
        in.skip(in.remaining());
        return new UnknownRecord(
                flags, version, name, Arrays.copyOfRange(in.bytes(), from, in.position()));
    }

    /** Writes what was read. */
    void write(Output out) {
        byte[] bytes = Utf8.bytes(name);
        Contract.header(flags, version, bytes, out);
        out.raw(fields, 0, fields.length);
    }

    /** The schema of what holds this: its fields as they are. */
    <T> Schema<T> schema(T holder, Function<T, byte[]> content) {
        SchemaBuilder<T> builder =
                new SchemaBuilder<T>(name, Math.max(1, version), "unknown to this program")
                        .bytes(1, "fields", "as stored", content);
        return (ignorable() ? builder.mayBeIgnored() : builder).make(_ -> holder);
    }

    boolean ignorable() {
        return (flags & Contract.IGNORABLE) != 0;
    }

    @Override
    public String toString() {
        return name + " v" + version + ", " + fields.length + " bytes";
    }
}
