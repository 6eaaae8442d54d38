package alchemist.kernel.schema;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Value;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One tagged field of a record: its description, and how it goes to and from each form.
 *
 * @param <T> the record
 */
public abstract class Field<T> {
    private final int tag;
    private final String name;
    private final String doc;
    private final FieldType type;
    private boolean required;
    private int since = 1;

    Field(int tag, String name, String doc, FieldType type) {
        if (tag < 1 || tag > 60) {
            throw new IllegalArgumentException(
                    "the tag of '" + name + "' is " + tag + ", not 1 to 60");
        }
        this.tag = tag;
        this.name = name;
        this.doc = doc;
        this.type = type;
    }

    /** The number that stands for the field in stored bytes, for ever. */
    public int tag() {
        return tag;
    }

    /** The field's name in JSON. */
    public String name() {
        return name;
    }

    /** What it means, with its unit. */
    public String doc() {
        return doc;
    }

    /** What it holds. */
    public FieldType type() {
        return type;
    }

    /** Whether a record without it is refused. */
    public boolean required() {
        return required;
    }

    /** The version of the record that brought it. */
    public int since() {
        return since;
    }

    /** For records and lists of records: their schema; for others null. */
    public @Nullable Schema<?> nested() {
        return null;
    }

    void require() {
        required = true;
    }

    void since(int version) {
        since = version;
    }

    /** Writes key and content, or nothing where the content is the default. */
    abstract void write(T record, Output out);

    /** Reads the content after its key. */
    abstract void read(Input in, int wireType, Slots slots);

    /** Writes name and content, or nothing where the content is the default. */
    abstract void toJson(T record, JsonWriter json);

    /** Reads the content after its name. */
    abstract void fromJson(JsonReader json, Slots slots);

    /** Takes the content from a record. */
    abstract void load(T record, Slots slots);

    /** Puts the default where there is no content. */
    void absent(Slots slots) {}

    /** Whether the content stands among the numbers of the slots, not among the objects. */
    boolean isNumber() {
        return false;
    }

    /** Whether bytes without the field are refused: not for what an older version lacks. */
    boolean requiredInBytes() {
        return required && since == 1;
    }

    /** The content with the values inside replaced, or null where none differs. */
    @Nullable Object mapped(T record, UnaryOperator<Value> change) {
        return null;
    }

    /** Whether values are inside. */
    boolean holdsValues() {
        return false;
    }

    /** Whether ids are inside. */
    boolean holdsIds() {
        return false;
    }

    /** Names the ids inside; by default there are none. */
    void eachId(T record, Consumer<Id> each) {}

    final void expect(int wireType, int expected) {
        if (wireType != expected) {
            throw new MalformedBytes(
                    "the field '" + name + "' has wire type " + wireType + ", not " + expected);
        }
    }
}
