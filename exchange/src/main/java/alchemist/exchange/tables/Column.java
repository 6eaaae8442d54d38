package alchemist.exchange.tables;

import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the cells of a column.
 *
 * @param name of the property
 * @param form what its texts are
 * @param floats whether whole numbers are among others
 * @param dates whether its times are dates
 * @param whole whether its texts are whole numbers of any length
 * @param list whether a text holds several
 * @param ignored whether it is left out
 * @param told its type, for people
 */
record Column(
        String name,
        Form form,
        boolean floats,
        boolean dates,
        boolean whole,
        boolean list,
        boolean ignored,
        String told) {

    private static final long DAY_SECONDS = 86_400;

    static Column of(ColumnProfile profile, String header, TableOptions options, boolean dayFirst) {
        Form forced = forced(options.types().get(header));
        Form found = Roles.isText(header) ? Form.TEXT : profile.form(dayFirst);
        Form form = forced == null ? found : forced;
        boolean whole = Roles.isWhole(header) && form == Form.TEXT && forced == null;
        String told = whole ? "integer" : forced == null ? profile.told(form) : form.told();
        if (Roles.isList(header)) {
            told = "list of " + told;
        }
        return new Column(
                profile.name(),
                form,
                profile.isOfFloats(),
                profile.isOfDates(),
                whole,
                Roles.isList(header),
                options.ignore().contains(header) || Roles.isIgnored(header),
                told);
    }

    /** The form that people ask for. */
    static @Nullable Form forced(@Nullable String type) {
        return switch (type) {
            case null -> null;
            case "text" -> Form.TEXT;
            case "integer" -> Form.INTEGER;
            case "float" -> Form.FLOAT;
            case "boolean" -> Form.BOOLEAN;
            case "date" -> Form.DATE;
            case "date day-first" -> Form.DAY_FIRST;
            case "date month-first" -> Form.MONTH_FIRST;
            default -> Form.LOCAL_DATETIME;
        };
    }

    /** What a cell states; {@link Value#NULL} where it states nothing. */
    Value value(Value cell) {
        if (ignored || Cells.isEmpty(cell)) {
            return Value.NULL;
        }
        return switch (cell) {
            case Value.Text(String text) -> list ? list(text) : text(text);
            case Value.Int(long number) when floats -> new Value.Real(number);
            case Value.LocalDateTime(long second, int _) when dates ->
                    new Value.Date(Math.floorDiv(second, DAY_SECONDS));
            default -> cell;
        };
    }

    private Value list(String text) {
        List<Value> values = new ArrayList<>();
        for (String one : text.split(";", -1)) {
            values.add(text(one));
        }
        return new Value.ListOf(values);
    }

    private Value text(String text) {
        if (whole) {
            try {
                return Value.integer(Long.parseLong(text.strip()));
            } catch (NumberFormatException e) {
                return new Value.Text(text); // declared, but not so
            }
        }
        if (form == Form.TEXT) {
            return new Value.Text(text);
        }
        String bare = text.strip();
        if (form == Form.FLOAT && bare.indexOf(',') >= 0) {
            return Objects.requireNonNullElseGet(
                    Form.DECIMAL_COMMA.read(bare), () -> new Value.Text(text));
        }
        if (form == Form.LOCAL_DATETIME) {
            Value zoned = Form.DATETIME.read(bare);
            if (zoned != null) {
                return zoned;
            }
        }
        return Objects.requireNonNullElseGet(form.read(bare), () -> new Value.Text(text));
    }
}
