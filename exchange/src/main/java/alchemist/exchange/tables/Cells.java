package alchemist.exchange.tables;

import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** What cells hold, whatever file they are in. */
final class Cells {
    private static final double EXACT = 1L << 53;

    private Cells() {}

    /** Whether nothing stands in a cell. */
    static boolean isEmpty(Value cell) {
        return cell.isNull() || (cell instanceof Value.Text(String text) && text.isBlank());
    }

    /** By what a cell is known and compared: 7, 7.0 and "7" are the same key. */
    static String key(Value cell) {
        return switch (cell) {
            case Value.Text(String text) -> text.strip();
            case Value.Int(long number) -> Long.toString(number);
            case Value.Real(double number)
                    when number == Math.rint(number) && Math.abs(number) < EXACT ->
                    Long.toString((long) number);
            case Value.Real(double number) -> Double.toString(number);
            default -> json(cell);
        };
    }

    /** How a cell is shown as a name. */
    static String shown(Value cell) {
        return switch (cell) {
            case Value.Date(long day) -> LocalDate.ofEpochDay(day).toString();
            case Value.LocalDateTime(long second, int nano) ->
                    LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC).toString();
            case Value.DateTime(long second, int nano, int offset, String _) -> {
                ZoneOffset zone = ZoneOffset.ofTotalSeconds(offset);
                yield LocalDateTime.ofEpochSecond(second, nano, zone).toString() + zone;
            }
            default -> key(cell);
        };
    }

    private static String json(Value cell) {
        JsonWriter json = new JsonWriter();
        ValueJson.write(cell, json);
        return json.toString();
    }
}
