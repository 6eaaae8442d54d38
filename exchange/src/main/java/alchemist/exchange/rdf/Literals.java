package alchemist.exchange.rdf;

import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.TypedText;
import alchemist.kernel.value.Value;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of RDF, and values as RDF. */
final class Literals {
    private static final Set<String> WHOLE =
            Set.of(
                    "integer",
                    "long",
                    "int",
                    "short",
                    "byte",
                    "nonNegativeInteger",
                    "positiveInteger",
                    "nonPositiveInteger",
                    "negativeInteger",
                    "unsignedLong",
                    "unsignedInt",
                    "unsignedShort",
                    "unsignedByte");
    private static final Set<String> TEXTS =
            Set.of("string", "anyURI", "normalizedString", "token", "language", "Name", "NCName");

    /** As a document has it that uses the usual prefix and does not declare it. */
    private static final String UNDECLARED = "xsd:";

    private static final Pattern ZONED = Pattern.compile(".*([zZ]|[+-]\\d\\d:\\d\\d)");
    private static final Pattern DURATION =
            Pattern.compile("P(\\d+Y)?(\\d+M)?(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");

    private Literals() {}

    /** The value of a literal; as a text, with a warning, where it is of no kind that is known. */
    static Value value(Term.Literal literal, FileGraph graph) {
        Value value = typed(literal);
        if (value != null) {
            return value;
        }
        graph.warn(
                "",
                "literals of the type "
                        + literal.datatype()
                        + " such as '"
                        + shown(literal.text())
                        + "' are read as texts");
        return Value.text(literal.text());
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static @Nullable Value typed(Term.Literal literal) {
        String text = literal.text();
        String type = literal.datatype();
        if (type.isEmpty() || !literal.language().isEmpty()) {
            return Value.text(text);
        }
        if (type.startsWith(Vocabulary.OWN_VALUE)) {
            String kind = type.substring(Vocabulary.OWN_VALUE.length());
            return TypedText.isKind(kind) ? TypedText.value(kind, text) : null;
        }
        boolean declared = type.startsWith(Vocabulary.XSD);
        if (!declared && !type.startsWith(UNDECLARED)) {
            return null;
        }
        String kind = type.substring((declared ? Vocabulary.XSD : UNDECLARED).length());
        if (WHOLE.contains(kind)) {
            String digits = text.strip();
            return TypedText.value(
                    TypedText.LONG, digits.startsWith("+") ? digits.substring(1) : digits);
        }
        if (TEXTS.contains(kind)) {
            return Value.text(text);
        }
        boolean zoned = ZONED.matcher(text.strip()).matches();
        return switch (kind) {
            case "boolean" -> TypedText.value(TypedText.BOOLEAN, text);
            case "decimal", "double", "float" -> TypedText.value(TypedText.DOUBLE, text);
            case "date" -> TypedText.value("date", text);
            case "dateTime", "dateTimeStamp" ->
                    TypedText.value(zoned ? "dateTime" : "localDateTime", text);
            case "time" -> TypedText.value(zoned ? "time" : "localTime", text);
            case "duration", "dayTimeDuration", "yearMonthDuration" ->
                    TypedText.value("duration", text);
            default -> null;
        };
    }

    /** A value as a literal without a language. */
    static Term.Literal of(Value value) {
        String text = TypedText.of(value);
        String kind = TypedText.kind(value);
        String type =
                switch (value) {
                    case Value.Bool _ -> "boolean";
                    case Value.Int _ -> "integer";
                    case Value.Real _ -> "double";
                    case Value.Date _ when DATE.matcher(text).matches() -> "date";
                    case Value.LocalDateTime _ when DATE.matcher(text).matches() -> "dateTime";
                    case Value.DateTime(_, _, _, String zone)
                            when zone.isEmpty() && DATE.matcher(text).matches() ->
                            "dateTime";
                    case Value.LocalTime _, Value.Time _ -> "time";
                    case Value.Duration _ when DURATION.matcher(text).matches() -> "duration";
                    default -> kind.equals(TypedText.STRING) ? "string" : "";
                };
        Term.Literal literal = new Term.Literal(text, Vocabulary.XSD + type, "");
        return !type.isEmpty() && TypedText.plain(value).equals(typed(literal))
                ? literal
                : new Term.Literal(text, Vocabulary.OWN_VALUE + kind, "");
    }
}
