package alchemist.exchange.tables.parquet;

import alchemist.exchange.tables.Instants;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What Parquet's values are here. Bytes are left out, and counted. */
final class ParquetValues {
    private static final int MAX_DEPTH = 100;

    private long binary;

    long binary() {
        return binary;
    }

    Value of(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            return Value.NULL;
        }
        return switch (value) {
            case null -> Value.NULL;
            case Integer number -> Value.integer(number);
            case Long number -> Value.integer(number);
            case Float number -> new Value.Real(number);
            case Double number -> new Value.Real(number);
            case Boolean flag -> Value.flag(flag);
            case String text -> text.isBlank() ? Value.NULL : new Value.Text(text);
            case LocalDate date -> new Value.Date(date.toEpochDay());
            case LocalTime time -> new Value.LocalTime(time.toNanoOfDay());
            case LocalDateTime time -> Instants.local(time);
            case Instant time ->
                    Instants.at(LocalDateTime.ofInstant(time, ZoneOffset.UTC), ZoneOffset.UTC);
            case BigDecimal number -> decimal(number);
            case PqList list -> {
                List<Value> values = new ArrayList<>();
                for (Object one : list.values()) {
                    values.add(of(one, depth + 1));
                }
                yield new Value.ListOf(values);
            }
            case PqMap map -> {
                TreeMap<String, Value> values = new TreeMap<>();
                for (PqMap.Entry one : map.getEntries()) {
                    values.put(String.valueOf(one.getKey()), of(one.getValue(), depth + 1));
                }
                yield new Value.MapOf(Properties.of(values));
            }
            case PqStruct struct -> {
                TreeMap<String, Value> values = new TreeMap<>();
                for (int i = 0; i < struct.getFieldCount(); i++) {
                    Object field = struct.isNull(i) ? null : struct.getValue(i);
                    values.put(struct.getFieldName(i), of(field, depth + 1));
                }
                yield new Value.MapOf(Properties.of(values));
            }
            case byte[] _ -> {
                binary++;
                yield Value.NULL;
            }
            default -> new Value.Text(value.toString());
        };
    }

    private static Value decimal(BigDecimal number) {
        try {
            return Value.integer(number.longValueExact());
        } catch (ArithmeticException e) {
            return new Value.Real(number.doubleValue()); // a part of it is behind the point
        }
    }
}
