package alchemist.gateway.http;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a request may say beside its body: its name, its meaning, its form, and how it is read.
 *
 * @param <T> what it is read as
 */
public final class Parameter<T> {
    /** Where it stands. */
    public enum Place {
        PATH("path"),
        QUERY("query"),
        HEADER("header");

        private final String text;

        Place(String text) {
            this.text = text;
        }

        /** As OpenAPI says it. */
        public String text() {
            return text;
        }
    }

    private final String name;
    private final Place place;
    private final String doc;
    private final Function<String, T> read;
    private final Consumer<JsonWriter> form;
    private final @Nullable T absent;
    private final boolean required;

    private Parameter(
            String name,
            Place place,
            String doc,
            Function<String, T> read,
            Consumer<JsonWriter> form,
            @Nullable T absent,
            boolean required) {
        this.name = name;
        this.place = place;
        this.doc = doc;
        this.read = read;
        this.form = form;
        this.absent = absent;
        this.required = required;
    }

    /**
     * A parameter of a form of its own, in the query.
     *
     * @param form writes the members of its JSON Schema
     * @param read throws IllegalArgumentException, with what is expected, for other texts
     */
    public static <T> Parameter<T> of(
            String name, String doc, Consumer<JsonWriter> form, Function<String, T> read) {
        return new Parameter<>(name, Place.QUERY, doc, read, form, null, false);
    }

    /** A text; in the query, empty where absent. */
    public static Parameter<String> text(String name, String doc) {
        return of(name, doc, json -> json.field("type", "string"), Function.identity()).orElse("");
    }

    /** A whole number. */
    public static Parameter<Long> number(String name, String doc, long least, long most) {
        return of(
                name,
                doc,
                json ->
                        json.field("type", "integer")
                                .field("minimum", least)
                                .field("maximum", most),
                text -> number(text, least, most));
    }

    /** An id. */
    public static Parameter<Id> id(String name, String doc) {
        return of(
                name,
                doc,
                json -> json.field("type", "string").field("pattern", ID_PATTERN),
                Id::parse);
    }

    /** What an id looks like. */
    public static final String ID_PATTERN = "^[0-7][0-9a-hjkmnp-tv-z]{25}$";

    /** true or false; false where absent. */
    public static Parameter<Boolean> flag(String name, String doc) {
        return of(name, doc, json -> json.field("type", "boolean"), Parameter::flag).orElse(false);
    }

    /** One of a few texts. */
    public static Parameter<String> choice(String name, String doc, List<String> choices) {
        return of(
                name,
                doc,
                json -> {
                    json.field("type", "string").name("enum").array();
                    choices.forEach(json::text);
                    json.endArray();
                },
                text -> {
                    if (!choices.contains(text)) {
                        throw new IllegalArgumentException(
                                "'" + text + "' is none of " + String.join(", ", choices));
                    }
                    return text;
                });
    }

    /** The same with what counts where it is absent. */
    public Parameter<T> orElse(T value) {
        return new Parameter<>(name, place, doc, read, form, value, false);
    }

    /** The same in the path, where it is always there. */
    public Parameter<T> inPath() {
        return new Parameter<>(name, Place.PATH, doc, read, form, null, true);
    }

    /** The same as a header. */
    public Parameter<T> inHeader() {
        return new Parameter<>(name, Place.HEADER, doc, read, form, absent, required);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Where it stands. */
    public Place place() {
        return place;
    }

    /** What it means. */
    public String doc() {
        return doc;
    }

    /** Whether it must be there. */
    public boolean required() {
        return required;
    }

    /** What counts where it is absent, or null. */
    public @Nullable T absent() {
        return absent;
    }

    /** Writes its JSON Schema. */
    public void schema(JsonWriter json) {
        json.object();
        form.accept(json);
        switch (absent) {
            // What means that there is no bound is no number that anybody would send.
            case Long number when number != Long.MIN_VALUE && number != Long.MAX_VALUE ->
                    json.field("default", number);
            case Boolean flag -> json.field("default", flag);
            case String text when !text.isEmpty() -> json.field("default", text);
            case null, default -> {}
        }
        json.endObject();
    }

    /** Reads it. */
    T read(String text) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.parameter(name, String.valueOf(e.getMessage()));
        }
    }

    private static long number(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        String range =
                most == Long.MAX_VALUE ? least + " or more" : "from " + least + " to " + most;
        throw new IllegalArgumentException("a whole number " + range + ", not '" + text + "'");
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false, not '" + text + "'");
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
