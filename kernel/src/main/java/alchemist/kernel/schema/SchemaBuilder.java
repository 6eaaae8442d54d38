package alchemist.kernel.schema;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Describes a record field by field, by rising tag.
 *
 * @param <T> the record
 */
public final class SchemaBuilder<T> {
    private final String name;
    private final int version;
    private final String doc;
    private final List<Field<T>> fields = new ArrayList<>();
    private boolean ignorable;

    SchemaBuilder(String name, int version, String doc) {
        if (version < 1 || version > 255) {
            throw new IllegalArgumentException(
                    "the version of '" + name + "' is " + version + ", not 1 to 255");
        }
        this.name = name;
        this.version = version;
        this.doc = doc;
    }

    /** An id; NONE is left out. */
    public SchemaBuilder<T> id(int tag, String field, String meaning, Function<T, Id> accessor) {
        return add(new IdField<>(tag, field, meaning, accessor));
    }

    /** A text; the empty one is left out. */
    public SchemaBuilder<T> text(
            int tag, String field, String meaning, Function<T, String> accessor) {
        return add(
                new ObjectField<>(
                        tag, field, meaning, FieldType.TEXT, Format.TEXT, accessor, null));
    }

    /** A number that is not negative; 0 is left out. */
    public SchemaBuilder<T> count(
            int tag, String field, String meaning, ToLongFunction<T> accessor) {
        return add(new NumberField<>(tag, field, meaning, FieldType.COUNT, accessor, 0));
    }

    /** A signed number; 0 is left out. */
    public SchemaBuilder<T> integer(
            int tag, String field, String meaning, ToLongFunction<T> accessor) {
        return add(new NumberField<>(tag, field, meaning, FieldType.INTEGER, accessor, 0));
    }

    /** A time in µs since 1970; ISO 8601 in JSON; {@code absent} is left out. */
    public SchemaBuilder<T> time(
            int tag, String field, String meaning, ToLongFunction<T> accessor, long absent) {
        return add(new NumberField<>(tag, field, meaning, FieldType.TIME, accessor, absent));
    }

    /** A flag; false is left out. */
    public SchemaBuilder<T> flag(int tag, String field, String meaning, Predicate<T> accessor) {
        ToLongFunction<T> asLong = record -> accessor.test(record) ? 1 : 0;
        return add(new NumberField<>(tag, field, meaning, FieldType.FLAG, asLong, 0));
    }

    /** A floating-point number; 0 is left out. */
    public SchemaBuilder<T> real(
            int tag, String field, String meaning, ToDoubleFunction<T> accessor) {
        ToLongFunction<T> asLong =
                record -> Double.doubleToLongBits(accessor.applyAsDouble(record));
        return add(new NumberField<>(tag, field, meaning, FieldType.REAL, asLong, 0));
    }

    /** Bytes; base64 in JSON; none are left out. */
    public SchemaBuilder<T> bytes(
            int tag, String field, String meaning, Function<T, byte[]> accessor) {
        return add(
                new ObjectField<>(
                        tag, field, meaning, FieldType.BYTES, Format.BYTES, accessor, null));
    }

    /** A value; null is left out. */
    public SchemaBuilder<T> value(
            int tag, String field, String meaning, Function<T, Value> accessor) {
        return add(
                new ObjectField<>(
                        tag, field, meaning, FieldType.VALUE, Format.VALUE, accessor, null));
    }

    /** Properties; none are left out. */
    public SchemaBuilder<T> properties(
            int tag, String field, String meaning, Function<T, Properties> accessor) {
        return add(
                new ObjectField<>(
                        tag,
                        field,
                        meaning,
                        FieldType.PROPERTIES,
                        Format.PROPERTIES,
                        accessor,
                        null));
    }

    /** A list of ids. */
    public SchemaBuilder<T> ids(
            int tag, String field, String meaning, Function<T, List<Id>> accessor) {
        return add(new ListField<>(tag, field, meaning, FieldType.IDS, Format.ID, accessor, null));
    }

    /** A list of texts. */
    public SchemaBuilder<T> texts(
            int tag, String field, String meaning, Function<T, List<String>> accessor) {
        return add(
                new ListField<>(tag, field, meaning, FieldType.TEXTS, Format.TEXT, accessor, null));
    }

    /** A nested record; null is left out. */
    public <R> SchemaBuilder<T> record(
            int tag,
            String field,
            String meaning,
            Schema<R> nested,
            Function<T, ? extends @Nullable R> accessor) {
        return add(
                new ObjectField<>(
                        tag,
                        field,
                        meaning,
                        FieldType.RECORD,
                        Format.record(nested),
                        accessor,
                        nested));
    }

    /** A list of records. */
    public <R> SchemaBuilder<T> records(
            int tag,
            String field,
            String meaning,
            Schema<R> nested,
            Function<T, List<R>> accessor) {
        return add(
                new ListField<>(
                        tag,
                        field,
                        meaning,
                        FieldType.RECORDS,
                        Format.record(nested),
                        accessor,
                        nested));
    }

    /**
     * One of a closed set of at most 256, stored by its place in the list (append, never reorder),
     * named in JSON; required. Bytes of a version that lacked the field have the first.
     */
    public <R> SchemaBuilder<T> choice(
            int tag,
            String field,
            String meaning,
            List<R> choices,
            Function<R, String> choiceName,
            Function<T, R> accessor) {
        if (choices.isEmpty() || choices.size() > 256) {
            throw new IllegalArgumentException("'" + field + "' has not 1 to 256 choices");
        }
        Format<R> format = Format.choice(List.copyOf(choices), choiceName);
        add(new ObjectField<>(tag, field, meaning, FieldType.CHOICE, format, accessor, null));
        return required();
    }

    /**
     * The field described last must be there: in JSON, and in bytes of every version that has it. A
     * required list may be empty.
     */
    public SchemaBuilder<T> required() {
        fields.getLast().require();
        return this;
    }

    /** The field described last came with this version of the record. */
    public SchemaBuilder<T> since(int recordVersion) {
        if (recordVersion < 1 || recordVersion > version) {
            throw new IllegalArgumentException(
                    "version " + recordVersion + " of '" + name + "' is not 1 to " + version);
        }
        fields.getLast().since(recordVersion);
        return this;
    }

    /** A program that does not know the record may pass over it. */
    public SchemaBuilder<T> mayBeIgnored() {
        ignorable = true;
        return this;
    }

    /** Ends the description with the record's constructor. */
    public Schema<T> make(Function<Slots, T> constructor) {
        return new Schema<>(this, constructor);
    }

    String name() {
        return name;
    }

    int version() {
        return version;
    }

    String doc() {
        return doc;
    }

    boolean ignorable() {
        return ignorable;
    }

    List<Field<T>> fields() {
        return List.copyOf(fields);
    }

    private SchemaBuilder<T> add(Field<T> field) {
        if (!fields.isEmpty() && fields.getLast().tag() >= field.tag()) {
            throw new IllegalArgumentException(
                    "tags of '" + name + "' must rise, '" + field.name() + "' has " + field.tag());
        }
        for (Field<T> other : fields) {
            if (other.name().equals(field.name())) {
                throw new IllegalArgumentException(
                        "two fields of '" + name + "' are named '" + field.name() + "'");
            }
        }
        fields.add(field);
        return this;
    }
}
