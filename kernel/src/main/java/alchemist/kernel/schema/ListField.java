package alchemist.kernel.schema;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A field that repeats: each element has its own key in the bytes. */
final class ListField<T, V> extends Field<T> {
    private final Format<V> format;
    private final Function<T, List<V>> accessor;
    private final @Nullable Schema<?> nested;

    ListField(
            int tag,
            String name,
            String doc,
            FieldType type,
            Format<V> format,
            Function<T, List<V>> accessor,
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
        List<V> values = accessor.apply(record);
        for (int i = 0; i < values.size(); i++) {
            out.key(tag(), Wire.LENGTH);
            format.write(values.get(i), out);
        }
    }

    @Override
    void read(Input in, int wireType, Slots slots) {
        expect(wireType, Wire.LENGTH);
        list(slots).add(format.read(in));
    }

    @Override
    void toJson(T record, JsonWriter json) {
        List<V> values = accessor.apply(record);
        if (values.isEmpty() && !required()) {
            return;
        }
        json.name(name()).array();
        for (V value : values) {
            format.toJson(value, json);
        }
        json.endArray();
    }

    @Override
    void fromJson(JsonReader json, Slots slots) {
        List<V> values = list(slots);
        json.array();
        while (json.hasNext()) {
            values.add(format.fromJson(json));
        }
    }

    @Override
    void load(T record, Slots slots) {
        slots.refs[tag()] = accessor.apply(record);
    }

    @Override
    boolean requiredInBytes() {
        return false; // an empty list takes no bytes
    }

    @Override
    boolean holdsValues() {
        return format.holdsValues();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // formats return what they leave alone
    @Nullable Object mapped(T record, UnaryOperator<Value> change) {
        List<V> values = accessor.apply(record);
        List<V> mapped = null;
        for (int i = 0; i < values.size(); i++) {
            V value = values.get(i);
            V changed = format.map(value, change);
            if (changed != value) {
                mapped = mapped == null ? new ArrayList<>(values) : mapped;
                mapped.set(i, changed);
            }
        }
        return mapped;
    }

    @Override
    boolean holdsIds() {
        return format.holdsIds();
    }

    @Override
    void eachId(T record, Consumer<Id> each) {
        for (V value : accessor.apply(record)) {
            format.eachId(value, each);
        }
    }

    @SuppressWarnings("unchecked") // this field alone writes the slot
    private List<V> list(Slots slots) {
        if (slots.refs[tag()] instanceof ArrayList<?> list) {
            return (List<V>) list;
        }
        List<V> list = new ArrayList<>(4);
        slots.refs[tag()] = list;
        return list;
    }
}
