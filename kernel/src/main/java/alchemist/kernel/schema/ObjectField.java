package alchemist.kernel.schema;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Value;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A field of one object. */
final class ObjectField<T, V> extends Field<T> {
    private final Format<V> format;
    private final Function<T, ? extends @Nullable V> accessor;
    private final @Nullable Schema<?> nested;

    ObjectField(
            int tag,
            String name,
            String doc,
            FieldType type,
            Format<V> format,
            Function<T, ? extends @Nullable V> accessor,
            @Nullable Schema<?> nested) {
        super(tag, name, doc, type);
        this.format = format;
        this.accessor = accessor;
        this.nested = nested;
    }

    @Override
    public @Nullable Schema<?> nested() {
        return nested;
    }

    @Override
    void write(T record, Output out) {
        V value = accessor.apply(record);
        if (value == null && required()) {
            throw new IllegalArgumentException("'" + name() + "' is missing");
        }
        if (value != null && (required() || !format.isAbsent(value))) {
            out.key(tag(), Wire.LENGTH);
            format.write(value, out);
        }
    }

    @Override
    void read(Input in, int wireType, Slots slots) {
        expect(wireType, Wire.LENGTH);
        slots.refs[tag()] = format.read(in);
    }

    @Override
    void toJson(T record, JsonWriter json) {
        V value = accessor.apply(record);
        if (value != null && (required() || !format.isAbsent(value))) {
            json.name(name());
            format.toJson(value, json);
        }
    }

    @Override
    void fromJson(JsonReader json, Slots slots) {
        slots.refs[tag()] = format.fromJson(json);
    }

    @Override
    void load(T record, Slots slots) {
        slots.refs[tag()] = accessor.apply(record);
    }

    @Override
    void absent(Slots slots) {
        slots.refs[tag()] = format.absent();
    }

    @Override
    boolean holdsValues() {
        return format.holdsValues();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // formats return what they leave alone
    @Nullable Object mapped(T record, UnaryOperator<Value> change) {
        V value = accessor.apply(record);
        if (value == null) {
            return null;
        }
        V changed = format.map(value, change);
        return changed == value ? null : changed;
    }

    @Override
    boolean holdsIds() {
        return format.holdsIds();
    }

    @Override
    void eachId(T record, Consumer<Id> each) {
        V value = accessor.apply(record);
        if (value != null) {
            format.eachId(value, each);
        }
    }
}
