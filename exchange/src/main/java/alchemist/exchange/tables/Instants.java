package alchemist.exchange.tables;

import alchemist.kernel.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates with times: of texts, and of what else tables hold. */
public final class Instants {
    private static final Pattern TEXT =
            Pattern.compile(
                    "(\\d{4})-(\\d{2})-(\\d{2})[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
                            + " ?(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?");

    private Instants() {}

    /** What a text says, or null where it says none, or says a zone and is not to, or the other. */
    static @Nullable Value read(String text, boolean zoned) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches() || (m.group(8) != null) != zoned) {
            return null;
        }
        try {
            int second = m.group(6) == null ? 0 : Integer.parseInt(m.group(6));
            LocalDateTime local =
                    LocalDateTime.of(
                            Integer.parseInt(m.group(1)),
                            Integer.parseInt(m.group(2)),
                            Integer.parseInt(m.group(3)),
                            Integer.parseInt(m.group(4)),
                            Integer.parseInt(m.group(5)),
                            second,
                            nano(m.group(7)));
            return zoned ? at(local, ZoneOffset.of(offset(m.group(8)))) : local(local);
        } catch (DateTimeException e) {
            return null; // no such time
        }
    }

    /** A time without zone. */
    public static Value local(LocalDateTime time) {
        Instant instant = time.toInstant(ZoneOffset.UTC);
        return new Value.LocalDateTime(instant.getEpochSecond(), instant.getNano());
    }

    /** A time in a zone. */
    public static Value at(LocalDateTime time, ZoneOffset zone) {
        Instant instant = time.toInstant(zone);
        return new Value.DateTime(
                instant.getEpochSecond(), instant.getNano(), zone.getTotalSeconds(), "");
    }

    /** When a value is, µs since 1970; null where it is no time. Without a zone it is in UTC. */
    static @Nullable Long micros(Value value) {
        return switch (value) {
            case Value.Date(long day) -> Math.multiplyExact(day, 86_400_000_000L);
            case Value.LocalDateTime(long second, int nano) -> micros(second, nano);
            case Value.DateTime(long second, int nano, int _, String _) -> micros(second, nano);
            default -> null;
        };
    }

    private static long micros(long second, int nano) {
        return Math.addExact(Math.multiplyExact(second, 1_000_000), nano / 1000);
    }

    private static int nano(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
    }

    private static String offset(String zone) {
        return zone.startsWith("U") ? "Z" : zone;
    }
}
