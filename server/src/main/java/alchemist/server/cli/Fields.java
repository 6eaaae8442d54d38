package alchemist.server.cli;

import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.util.List;
import java.util.regex.Pattern;

/** Reads answers; what is missing is empty. */
final class Fields {
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cntrl}\\x80-\\x9F&&[^\\n\\t]]");

    private Fields() {}

    /** A text, fit to be printed. */
    static String text(Properties fields, String name) {
        return fields.find(name) instanceof Value.Text(String text) ? printable(text) : "";
    }

    /** Without what a terminal takes for a command: names come from what somebody else made. */
    static String printable(String text) {
        return COMMANDS.matcher(text).replaceAll("\uFFFD");
    }

    static long number(Properties fields, String name) {
        return fields.find(name) instanceof Value.Int(long number) ? number : 0;
    }

    static boolean flag(Properties fields, String name) {
        return fields.find(name) instanceof Value.Bool(boolean flag) && flag;
    }

    static Properties object(Properties fields, String name) {
        return fields.find(name) instanceof Value.MapOf(Properties object)
                ? object
                : Properties.NONE;
    }

    static List<String> texts(Properties fields, String name) {
        return fields.find(name) instanceof Value.ListOf(List<Value> values)
                ? values.stream()
                        .map(
                                value ->
                                        value instanceof Value.Text(String text)
                                                ? printable(text)
                                                : "")
                        .toList()
                : List.of();
    }

    static Value.ListOf list(Properties fields, String name) {
        return fields.find(name) instanceof Value.ListOf list ? list : new Value.ListOf(List.of());
    }

    static List<Properties> objects(Properties fields, String name) {
        return fields.find(name) instanceof Value.ListOf(List<Value> values)
                ? values.stream()
                        .map(
                                value ->
                                        value instanceof Value.MapOf(Properties object)
                                                ? object
                                                : Properties.NONE)
                        .toList()
                : List.of();
    }

    /** A value as people read it. */
    static String shown(Properties fields, String name) {
        return switch (fields.find(name)) {
            case null -> "nothing";
            case Value.Text(String text) -> printable(text);
            case Value.Bool(boolean there) -> there ? "yes" : "no";
            case Value.Int(long number) -> Long.toString(number);
            case Value value -> {
                JsonWriter json = new JsonWriter();
                ValueJson.write(value, json);
                yield printable(json.toString());
            }
        };
    }

    /** An answer as the API gave it. */
    static String json(Properties answer) {
        JsonWriter json = new JsonWriter();
        ValueJson.writeProperties(answer, json);
        return json.toString();
    }
}
