package alchemist.gateway.rest;

import alchemist.graph.Opener;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.util.List;
import java.util.stream.Collectors;

/** Values as people read them: what is personal opened, what is erased said to be so. */
record Shown(Opener opener) {
    /** The text of a value; other than texts, as JSON. */
    String text(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Personal(var _, String text) -> text;
            case Value.Sealed sealed -> opener.open(sealed).orElse("(erased)");
            case Value.Erased _ -> "(erased)";
            case Value.ListOf(List<Value> parts) when parts.stream().anyMatch(Shown::isPersonal) ->
                    parts.stream().map(this::text).collect(Collectors.joining());
            default -> {
                JsonWriter json = new JsonWriter();
                ValueJson.write(value, json);
                yield json.toString();
            }
        };
    }

    private static boolean isPersonal(Value value) {
        return value instanceof Value.Personal
                || value instanceof Value.Sealed
                || value instanceof Value.Erased;
    }
}
