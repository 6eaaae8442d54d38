package alchemist.domain.ontology;

import alchemist.kernel.value.Value;
import java.util.List;

/** The kinds of values that a constraint can name. */
public final class Kinds {
    /** All of them. */
    public static final List<String> ALL =
            List.of(
                    "boolean",
                    "integer",
                    "float",
                    "string",
                    "list",
                    "map",
                    "date",
                    "time",
                    "datetime",
                    "duration",
                    "point");

    private Kinds() {}

    /** Whether a value is of a kind; what is sealed or erased is taken for any. */
    public static boolean isOf(Value value, String kind) {
        String found = of(value);
        return found.equals(kind)
                || (kind.equals("float") && found.equals("integer"))
                || value instanceof Value.Sealed
                || value instanceof Value.Erased;
    }

    /** The kind of a value. */
    public static String of(Value value) {
        return switch (value) {
            case Value.Null _ -> "null";
            case Value.Bool _ -> "boolean";
            case Value.Int _ -> "integer";
            case Value.Real _ -> "float";
            case Value.Text _, Value.Personal _, Value.Sealed _, Value.Erased _ -> "string";
            case Value.ListOf _ -> "list";
            case Value.MapOf _ -> "map";
            case Value.Date _ -> "date";
            case Value.LocalTime _, Value.Time _ -> "time";
            case Value.LocalDateTime _, Value.DateTime _ -> "datetime";
            case Value.Duration _ -> "duration";
            case Value.Point _ -> "point";
        };
    }
}
