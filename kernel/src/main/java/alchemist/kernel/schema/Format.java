package alchemist.kernel.schema;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueCodec;
import alchemist.kernel.value.ValueJson;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How one kind of object stands in bytes (after its key, with its own length) and in JSON. */
interface Format<V> {
    void write(V value, Output out);

    V read(Input in);

    void toJson(V value, JsonWriter json);

    V fromJson(JsonReader json);

    /** Whether the content is the default, which is not written. */
    boolean isAbsent(V value);

    /** What stands where a record's bytes lack the field. */
    default @Nullable V absent() {
        return null;
    }

    /** The same object where no value inside differs. */
    default V map(V value, UnaryOperator<Value> change) {
        return value;
    }

    default boolean holdsValues() {
        return false;
    }

    default boolean holdsIds() {
        return false;
    }

    default void eachId(V value, Consumer<Id> each) {}

    Format<Id> ID =
            new Format<>() {
                @Override
                public void write(Id id, Output out) {
                    out.u8(16);
                    out.id(id);
                }

                @Override
                public Id read(Input in) {
                    if (in.length() != 16) {
                        throw new MalformedBytes(
                                "an id of other than 16 bytes before " + in.position());
                    }
                    return in.id();
                }

                @Override
                public void toJson(Id id, JsonWriter json) {
                    json.id(id);
                }

                @Override
                public Id fromJson(JsonReader json) {
                    return json.id();
                }

                @Override
                public boolean isAbsent(Id id) {
                    return id.isNone();
                }

                @Override
                public boolean holdsIds() {
                    return true;
                }

                @Override
                public void eachId(Id id, Consumer<Id> each) {
                    if (!id.isNone()) {
                        each.accept(id);
                    }
                }
            };

    Format<String> TEXT =
            new Format<>() {
                @Override
                public void write(String text, Output out) {
                    out.text(text);
                }

                @Override
                public String read(Input in) {
                    return in.name();
                }

                @Override
                public void toJson(String text, JsonWriter json) {
                    json.text(text);
                }

                @Override
                public String fromJson(JsonReader json) {
                    return json.text();
                }

                @Override
                public boolean isAbsent(String text) {
                    return text.isEmpty();
                }
            };

    Format<byte[]> BYTES =
            new Format<>() {
                @Override
                public void write(byte[] bytes, Output out) {
                    out.block(bytes);
                }

                @Override
                public byte[] read(Input in) {
                    return in.block();
                }

                @Override
                public void toJson(byte[] bytes, JsonWriter json) {
                    json.base64(bytes);
                }

                @Override
                public byte[] fromJson(JsonReader json) {
                    return json.base64();
                }

                @Override
                public boolean isAbsent(byte[] bytes) {
                    return bytes.length == 0;
                }
            };

    Format<Value> VALUE =
            new Format<>() {
                @Override
                public void write(Value value, Output out) {
                    int mark = out.open();
                    ValueCodec.write(value, out);
                    out.close(mark);
                }

                @Override
                public Value read(Input in) {
                    int end = in.enter(in.length());
                    Value value = ValueCodec.read(in);
                    in.leave(end);
                    return value;
                }

                @Override
                public void toJson(Value value, JsonWriter json) {
                    ValueJson.write(value, json);
                }

                @Override
                public Value fromJson(JsonReader json) {
                    return ValueJson.read(json);
                }

                @Override
                public boolean isAbsent(Value value) {
                    return value.isNull();
                }

                @Override
                public Value map(Value value, UnaryOperator<Value> change) {
                    return value.mapLeaves(change);
                }

                @Override
                public boolean holdsValues() {
                    return true;
                }
            };

    Format<Properties> PROPERTIES =
            new Format<>() {
                @Override
                public void write(Properties properties, Output out) {
                    int mark = out.open();
                    ValueCodec.writeProperties(properties, out);
                    out.close(mark);
                }

                @Override
                public Properties read(Input in) {
                    int end = in.enter(in.length());
                    Properties properties = ValueCodec.readProperties(in);
                    in.leave(end);
                    return properties;
                }

                @Override
                public void toJson(Properties properties, JsonWriter json) {
                    ValueJson.writeProperties(properties, json);
                }

                @Override
                public Properties fromJson(JsonReader json) {
                    return ValueJson.readProperties(json);
                }

                @Override
                public boolean isAbsent(Properties properties) {
                    return properties.isEmpty();
                }

                @Override
                public Properties map(Properties properties, UnaryOperator<Value> change) {
                    return properties.map(value -> value.mapLeaves(change));
                }

                @Override
                public boolean holdsValues() {
                    return true;
                }
            };

    /** Records of another schema. */
    static <R> Format<R> record(Schema<R> schema) {
        return new Format<>() {
            @Override
            public void write(R record, Output out) {
                int mark = out.open();
                schema.encode(record, out);
                out.close(mark);
            }

            @Override
            public R read(Input in) {
                int end = in.enter(in.length());
                R record = schema.decode(in);
                in.leave(end);
                return record;
            }

            @Override
            public void toJson(R record, JsonWriter json) {
                schema.toJson(record, json);
            }

            @Override
            public R fromJson(JsonReader json) {
                return schema.fromJson(json);
            }

            @Override
            public boolean isAbsent(R record) {
                return false;
            }

            @Override
            public R map(R record, UnaryOperator<Value> change) {
                return schema.mapValues(record, change);
            }

            @Override
            public boolean holdsValues() {
                return schema.holdsValues();
            }

            @Override
            public boolean holdsIds() {
                return schema.holdsIds();
            }

            @Override
            public void eachId(R record, Consumer<Id> each) {
                schema.eachId(record, each);
            }
        };
    }

    /** One of a closed set, stored as its place in the list: append to the list, never reorder. */
    static <R> Format<R> choice(List<R> choices, Function<R, String> name) {
        return new Format<>() {
            @Override
            public void write(R value, Output out) {
                int place = choices.indexOf(value);
                if (place < 0) {
                    throw new IllegalArgumentException(value + " is none of " + choices);
                }
                out.u8(1);
                out.u8(place);
            }

            @Override
            public R read(Input in) {
                int end = in.enter(in.length());
                int index = in.u8();
                if (index >= choices.size()) {
                    throw new MalformedBytes(
                            "choice " + index + " before " + in.position() + " is unknown");
                }
                in.leave(end);
                return choices.get(index);
            }

            @Override
            public R absent() {
                return choices.getFirst();
            }

            @Override
            public void toJson(R value, JsonWriter json) {
                json.text(name.apply(value));
            }

            @Override
            public R fromJson(JsonReader json) {
                String text = json.text();
                for (R choice : choices) {
                    if (name.apply(choice).equals(text)) {
                        return choice;
                    }
                }
                throw json.error(
                        "'" + text + "' is none of " + choices.stream().map(name).toList());
            }

            @Override
            public boolean isAbsent(R value) {
                return false;
            }
        };
    }
}
