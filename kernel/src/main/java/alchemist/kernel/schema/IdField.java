package alchemist.kernel.schema;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A field of one id. Most fields are, and so this goes without the {@link Format} between, which
 * costs two calls that the processor cannot foresee.
 */
final class IdField<T> extends Field<T> {
    private final Function<T, Id> accessor;

    IdField(int tag, String name, String doc, Function<T, Id> accessor) {
        super(tag, name, doc, FieldType.ID);
        this.accessor = accessor;
    }

    @Override
    void write(T record, Output out) {
        Id id = accessor.apply(record);
        if (required() || !id.isNone()) {
            out.idField(tag(), id);
        }
    }

    @Override
    void read(Input in, int wireType, Slots slots) {
        expect(wireType, Wire.LENGTH);
        slots.refs[tag()] = Format.ID.read(in);
    }

    @Override
    void toJson(T record, JsonWriter json) {
        Id id = accessor.apply(record);
        if (required() || !id.isNone()) {
            json.name(name());
            json.id(id);
        }
    }

    @Override
    void fromJson(JsonReader json, Slots slots) {
        slots.refs[tag()] = json.id();
    }

    @Override
    void load(T record, Slots slots) {
        slots.refs[tag()] = accessor.apply(record);
    }

    @Override
    boolean holdsIds() {
        return true;
    }

    @Override
    void eachId(T record, Consumer<Id> each) {
        Id id = accessor.apply(record);
        if (!id.isNone()) {
            each.accept(id);
        }
    }
}
