package alchemist.kernel.schema;

import alchemist.kernel.Id;
import alchemist.kernel.Utf8;
import alchemist.kernel.json.JsonNames;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one description of a record, from which its bytes, its JSON and its documentation derive.
 * Names and tags are a file format: added, never edited.
 *
 * <p>Bytes are those of Protocol Buffers: fields in the order of their tags, defaults left out,
 * unknown tags passed over; equal records have equal bytes. A schema is immutable and may be used
 * by any thread.
 *
 * @param <T> the record
 */
public final class Schema<T> {
    private final String name;
    private final byte[] nameBytes;
    private final int version;
    private final String doc;
    private final boolean ignorable;
    private final List<Field<T>> fields;

    /** The same as an array: every record that is stored walks through it. */
    private final Field<T>[] written;

    private final @Nullable Field<T>[] byTag;
    private final JsonNames names;
    private final Function<Slots, T> make;
    private final Slots absent;
    private final long required;
    private final long requiredInBytes;

    /** Those that hold values. */
    private final List<Field<T>> valued;

    /** Those that hold ids. */
    private final Field<T>[] identified;

    Schema(SchemaBuilder<T> builder, Function<Slots, T> make) {
        this.name = builder.name();
        this.nameBytes = Utf8.bytes(name);
        this.version = builder.version();
        this.doc = builder.doc();
        this.ignorable = builder.ignorable();
        this.fields = builder.fields();
        this.written = array(fields);
        this.names = new JsonNames(fieldNames());
        this.make = make;
        int highest = fields.isEmpty() ? 0 : fields.getLast().tag();
        this.byTag = fieldsByTag(fields, highest);
        this.absent = Slots.absent(fields);
        this.required = tags(fields, Field::required);
        this.requiredInBytes = tags(fields, Field::requiredInBytes);
        this.valued = fields.stream().filter(Field::holdsValues).toList();
        this.identified = array(fields.stream().filter(Field::holdsIds).toList());
    }

    /**
     * Begins the schema of a record.
     *
     * @param name stands in stored bytes and in subjects: lower-case letters, digits and hyphens,
     *     behind a context and a point where the record has a context
     * @param version 1 to 255
     * @param doc what the record means, in a sentence
     */
    public static <T> SchemaBuilder<T> record(String name, int version, String doc) {
        StoredName.check(name);
        return new SchemaBuilder<>(name, version, doc);
    }

    /** The stored name, such as {@code graph.node-added}: the context, a point, what happened. */
    public String name() {
        return name;
    }

    /** The stored name in UTF-8; not to be changed. */
    byte[] nameBytes() {
        return nameBytes;
    }

    /** The version that is written now. */
    public int version() {
        return version;
    }

    /** What the record means, in a sentence. */
    public String doc() {
        return doc;
    }

    /** Whether a program that does not know the record may pass over it. */
    public boolean ignorable() {
        return ignorable;
    }

    /** The context: the name up to its point. */
    public String context() {
        int point = name.indexOf('.');
        return point < 0 ? "" : name.substring(0, point);
    }

    /** The name behind its point. */
    public String localName() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** The fields, by rising tag. */
    public List<Field<T>> fields() {
        return fields;
    }

    /** Whether a field holds values, so that {@link #mapValues} may find some. */
    public boolean holdsValues() {
        return !valued.isEmpty();
    }

    /** Whether a field holds ids, so that {@link #eachId} may name some. */
    boolean holdsIds() {
        return identified.length > 0;
    }

    /** Writes the fields of a record. */
    public void encode(T record, Output out) {
        for (Field<T> field : written) {
            field.write(record, out);
        }
    }

    /** The bytes of a record. */
    public byte[] encode(T record) {
        Output out = new Output(128);
        encode(record, out);
        return out.toBytes();
    }

    /**
     * Reads a record up to the end of the input.
     *
     * @throws MalformedBytes when they are none of this schema
     */
    public T decode(Input in) {
        Slots slots = in.borrow(absent);
        try {
            return decode(in, slots);
        } finally {
            in.giveBack();
        }
    }

    private T decode(Input in, Slots slots) {
        while (!in.atEnd()) {
            int key = in.small();
            int tag = key >>> 3;
            if (tag == 0) {
                throw new MalformedBytes("the tag before " + in.position() + " is 0");
            }
            Field<T> field = tag < byTag.length ? byTag[tag] : null;
            if (field == null) {
                in.skipField(key & 7);
            } else {
                field.read(in, key & 7, slots);
                slots.present |= 1L << tag;
            }
        }
        long missing = requiredInBytes & ~slots.present;
        if (missing != 0) {
            throw new MalformedBytes(missing(missing));
        }
        try {
            return make.apply(slots);
        } catch (IllegalArgumentException e) {
            throw new MalformedBytes(
                    "'" + name + "' before " + in.position() + ": " + e.getMessage());
        }
    }

    /** Reads a record from its bytes. */
    public T decode(byte[] bytes) {
        return decode(new Input(bytes));
    }

    /** Writes a record as a JSON object. */
    public void toJson(T record, JsonWriter json) {
        json.object();
        fieldsToJson(record, json);
        json.endObject();
    }

    /** Writes the fields of a record into a JSON object that is open. */
    public void fieldsToJson(T record, JsonWriter json) {
        for (Field<T> field : fields) {
            field.toJson(record, json);
        }
    }

    /**
     * Reads a record from a JSON object.
     *
     * @throws alchemist.kernel.json.MalformedJson when a name is unknown or stands twice, a field
     *     is missing or of another type
     */
    public T fromJson(JsonReader json) {
        return fromJson(json, "", () -> Id.NONE);
    }

    /**
     * Reads a record from a JSON object, where one id may be missing.
     *
     * @param optional the name of its field; empty for none
     * @param given the id that it has then
     */
    public T fromJson(JsonReader json, String optional, Supplier<Id> given) {
        Slots slots = absent.copy();
        long seen = 0;
        json.object();
        int likely = 0;
        for (int index = json.nextName(names, likely);
                index != JsonReader.NO_MORE;
                index = json.nextName(names, likely)) {
            if (index == JsonReader.ANOTHER) {
                throw json.error(
                        "'"
                                + name
                                + "' has no field '"
                                + json.another()
                                + "', only "
                                + fieldNames());
            }
            likely = index + 1;
            Field<T> field = written[index];
            long bit = 1L << field.tag();
            if ((seen & bit) != 0) {
                throw json.error("the field '" + field.name() + "' stands twice");
            }
            seen |= bit;
            if (json.peek() == JsonReader.Kind.NULL && field.type() != FieldType.VALUE) {
                json.nothing();
            } else {
                field.fromJson(json, slots);
                slots.present |= bit;
            }
        }
        long missing = required & ~slots.present;
        if (missing != 0 && !optional.isEmpty()) {
            missing = give(optional, given, seen, missing, slots);
        }
        if (missing != 0) {
            throw json.error(missing(missing));
        }
        try {
            return make.apply(slots);
        } catch (IllegalArgumentException e) {
            throw json.error(String.valueOf(e.getMessage()));
        }
    }

    /** Gives a missing id, where it did not stand there as null; what is missing then. */
    private long give(String optional, Supplier<Id> given, long seen, long missing, Slots slots) {
        Field<T> field = written[names.indexOf(optional)];
        long bit = 1L << field.tag();
        if ((missing & bit & ~seen) != 0) {
            slots.refs[field.tag()] = given.get();
            return missing & ~bit;
        }
        return missing;
    }

    /**
     * A record with every value inside, also in lists and maps, replaced by what the function makes
     * of it (see {@link Value#mapLeaves}); the same object where nothing differs.
     */
    public T mapValues(T record, UnaryOperator<Value> change) {
        Slots slots = null;
        for (Field<T> field : valued) {
            Object changed = field.mapped(record, change);
            if (changed != null) {
                slots = slots == null ? loaded(record) : slots;
                slots.refs[field.tag()] = changed;
            }
        }
        return slots == null ? record : make.apply(slots);
    }

    private Slots loaded(T record) {
        Slots slots = absent.copy();
        for (Field<T> field : fields) {
            field.load(record, slots);
        }
        return slots;
    }

    /** Names every id inside a record, in the order of fields. */
    public void eachId(T record, Consumer<Id> each) {
        for (Field<T> field : identified) {
            field.eachId(record, each);
        }
    }

    @Override
    public String toString() {
        return name + " v" + version;
    }

    private List<String> fieldNames() {
        return fields.stream().map(Field::name).toList();
    }

    private String missing(long tags) {
        Field<T> field = byTag[Long.numberOfTrailingZeros(tags)];
        return "'" + name + "' lacks the field '" + (field == null ? "?" : field.name()) + "'";
    }

    private static <T> long tags(List<Field<T>> fields, Predicate<Field<T>> which) {
        long tags = 0;
        for (Field<T> field : fields) {
            tags |= which.test(field) ? 1L << field.tag() : 0;
        }
        return tags;
    }

    @SuppressWarnings("unchecked") // an array of one generic type, filled here
    private static <T> Field<T>[] array(List<Field<T>> fields) {
        return fields.toArray((Field<T>[]) new Field<?>[0]);
    }

    @SuppressWarnings("unchecked") // an array of one generic type, filled here
    private static <T> @Nullable Field<T>[] fieldsByTag(List<Field<T>> fields, int highest) {
        @Nullable Field<T>[] byTag = (Field<T>[]) new Field<?>[highest + 1];
        for (Field<T> field : fields) {
            byTag[field.tag()] = field;
        }
        return byTag;
    }
}
