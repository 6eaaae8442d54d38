package alchemist.kernel.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** java.time is the oracle. */
final class IsoTimeTest {
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .appendValue(ChronoField.HOUR_OF_DAY, 2)
                    .appendLiteral(':')
                    .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
                    .appendLiteral(':')
                    .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .toFormatter();
    private static final DateTimeFormatter DATE_TIME =
            new DateTimeFormatterBuilder()
                    .appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
                    .appendPattern("-MM-dd")
                    .appendLiteral('T')
                    .append(TIME)
                    .toFormatter();
    private static final DateTimeFormatter OFFSET =
            new DateTimeFormatterBuilder().appendOffset("+HH:MM:ss", "Z").toFormatter();

    @Property(tries = 5_000)
    void datesAreThoseOfJavaTime(@ForAll("days") long day) {
        checkDate(day);
    }

    @Test
    void everyDayOfManyYearsIsThatOfJavaTime() {
        for (int year :
                new int[] {
                    -999_999_999, -400, -1, 0, 1, 1582, 1900, 2000, 9999, 10_000, 999_999_999
                }) {
            long first = LocalDate.of(year, 1, 1).toEpochDay();
            for (int i = 0; i < LocalDate.of(year, 1, 1).lengthOfYear(); i++) {
                checkDate(first + i);
            }
        }
        for (long day = -800_000; day < 800_000; day += 13) {
            checkDate(day);
        }
    }

    private static void checkDate(long day) {
        String text = IsoTime.date(day);
        assertEquals(LocalDate.ofEpochDay(day).toString(), text);
        IsoText iso = new IsoText(text);
        assertEquals(day, iso.date());
        iso.end();
    }

    @Property
    void timesOfDayAreThoseOfJavaTime(
            @ForAll("nanosOfDay") long nano, @ForAll("offsets") int offset) {
        LocalTime time = LocalTime.ofNanoOfDay(nano);
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(offset);
        assertEquals(TIME.format(time), IsoTime.timeOfDay(nano));
        assertEquals(TIME.format(time) + OFFSET.format(zone), IsoTime.time(nano, offset));
        assertEquals(OffsetTime.of(time, zone), OffsetTime.parse(IsoTime.time(nano, offset)));
        IsoText iso = new IsoText(IsoTime.time(nano, offset));
        assertEquals(nano, iso.timeOfDay());
        assertEquals(offset, iso.offset());
        iso.end();
    }

    @Property
    void localDateTimesAreThoseOfJavaTime(@ForAll("localDateTimes") Value.LocalDateTime value) {
        LocalDateTime java =
                LocalDateTime.ofEpochSecond(value.epochSecond(), value.nano(), ZoneOffset.UTC);
        String text = IsoTime.localDateTime(value.epochSecond(), value.nano());
        assertEquals(DATE_TIME.format(java), text);
        assertEquals(value, new IsoText(text).localDateTime());
    }

    @Property
    void dateTimesAreThoseOfJavaTime(@ForAll("dateTimes") Value.DateTime value) {
        OffsetDateTime java =
                Instant.ofEpochSecond(value.epochSecond(), value.nano())
                        .atOffset(ZoneOffset.ofTotalSeconds(value.offsetSeconds()));
        String text =
                IsoTime.dateTime(
                        value.epochSecond(), value.nano(), value.offsetSeconds(), value.zone());
        String zone = value.zone().isEmpty() ? "" : "[" + value.zone() + "]";
        assertEquals(DATE_TIME.format(java) + OFFSET.format(java.getOffset()) + zone, text);
        assertEquals(value, new IsoText(text).dateTime());
    }

    @Property
    void instantsAreThoseOfJavaTime(@ForAll long micros) {
        checkInstant(micros);
    }

    @Test
    void theFirstAndTheLastInstantComeBack() {
        checkInstant(Long.MIN_VALUE);
        checkInstant(Long.MIN_VALUE + 1);
        checkInstant(Long.MAX_VALUE);
        checkInstant(0);
        checkInstant(-1);
        assertEquals("-290308-12-21T19:59:05.224192Z", IsoTime.instant(Long.MIN_VALUE));
        assertEquals("+294247-01-10T04:00:54.775807Z", IsoTime.instant(Long.MAX_VALUE));
    }

    private static void checkInstant(long micros) {
        String text = IsoTime.instant(micros);
        Instant java = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        assertEquals(DATE_TIME.format(java.atOffset(ZoneOffset.UTC)) + "Z", text);
        assertEquals(micros, IsoTime.parseInstant(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01, 0",
        "1970-01-02, 86400000000",
        "1970-01-01T00:00Z, 0",
        "1970-01-01T00:00z, 0",
        "1970-01-01T02:00:00+02:00, 0",
        "1970-01-01T02:00:00+0200, 0",
        "'1970-01-01T00:00:00,25Z', 250000",
        "1970-01-01T00:00:00.123456789Z, 123456",
        "1969-12-31T23:59:59.999999999Z, -1",
        "-0001-01-01T00:00Z, -62198755200000000",
        "+10000-01-01T00:00Z, 253402300800000000",
    })
    void instantsAreReadInEveryCommonForm(String text, long micros) {
        assertEquals(micros, IsoTime.parseInstant(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                "1970",
                "70-01-01",
                "10000-01-01",
                "1970-1-1",
                "1970-13-01",
                "1970-00-01",
                "1970-01-00",
                "1970-01-32",
                "1970-02-29",
                "1900-02-29",
                "1970-04-31",
                "1970-06-31",
                "1970-09-31",
                "1970-11-31",
                "1970-01-01T",
                "1970-01-01T00",
                "1970-01-01T00:00",
                "1970-01-01T24:00Z",
                "1970-01-01T00:60Z",
                "1970-01-01T00:00:60Z",
                "1970-01-01T00:00:00.Z",
                "1970-01-01T00:00:00.1234567890Z",
                "1970-01-01T00:00+18:01",
                "1970-01-01T00:00+1:00",
                "1970-01-01T00:00+01:60",
                "1970-01-01T00:00+01:00:60",
                "1970-01-01T00:00+",
                "1970-01-01T00:00 Z",
                "1970-01-01 00:00Z",
                "1970-01-01T00:00ZZ",
                "now",
                "+294248-01-01",
                "-290309-01-01",
                "+586600-01-01",
                "-582600-01-01",
                "+294247-01-10T04:00:54.775808Z",
                "-290308-12-21T19:59:05.224191Z",
                "+1000000000-01-01T00:00Z",
                "१९७०-०१-०१"
            })
    void whatIsNoInstantIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> IsoTime.parseInstant(text));
    }

    @Property
    void durationsComeBack(@ForAll("durations") Value.Duration duration) {
        IsoText iso = new IsoText(IsoTime.duration(duration));
        assertEquals(duration, iso.duration());
        iso.end();
    }

    @Property
    void secondsOfDurationsAreThoseOfJavaTime(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        String text = IsoTime.duration(new Value.Duration(0, 0, seconds, nanos));
        assertEquals(Duration.ofSeconds(seconds, nanos), Duration.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "P1M2DT3.5S, 1, 2, 3, 500000000",
        "P1Y2M3W4DT5H6M7.5S, 14, 25, 18367, 500000000",
        "PT0S, 0, 0, 0, 0",
        "PT-0.5S, 0, 0, -1, 500000000",
        "P-1Y1M, -11, 0, 0, 0",
        "'PT1,5S', 0, 0, 1, 500000000",
        "PT-9223372036854775808S, 0, 0, -9223372036854775808, 0",
    })
    void durationsAreReadPartByPart(String text, long months, long days, long seconds, int nanos) {
        assertEquals(
                new Value.Duration(months, days, seconds, nanos), new IsoText(text).duration());
    }

    @Test
    void theEmptyDurationIsNoSeconds() {
        assertEquals("PT0S", IsoTime.duration(new Value.Duration(0, 0, 0, 0)));
        assertEquals("P1M", IsoTime.duration(new Value.Duration(1, 0, 0, 0)));
        assertEquals("P-2D", IsoTime.duration(new Value.Duration(0, -2, 0, 0)));
        assertEquals("PT-0.5S", IsoTime.duration(new Value.Duration(0, 0, -1, 500_000_000)));
        assertEquals("PT-1.5S", IsoTime.duration(new Value.Duration(0, 0, -2, 500_000_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "1D",
                "P1",
                "PD",
                "P1DT",
                "P1S",
                "P1H",
                "PT1D",
                "PT1Y",
                "P1.5D",
                "PT1.5M",
                "P--1D",
                "P-D",
                "P1X",
                "PT1S1",
                "P9223372036854775808D",
                "P99999999999999999999D",
                "P9223372036854775807Y",
                "P9223372036854775807M1M",
                "PT-9223372036854775808.5S",
                "PT1TS"
            })
    void whatIsNoDurationIsRefused(String text) {
        assertThrows(
                IllegalArgumentException.class,
                () -> {
                    IsoText iso = new IsoText(text);
                    iso.duration();
                    iso.end();
                });
    }

    @Provide
    Arbitrary<Long> days() {
        return Values.days();
    }

    @Provide
    Arbitrary<Long> nanosOfDay() {
        return Values.nanosOfDay();
    }

    @Provide
    Arbitrary<Integer> offsets() {
        return Values.offsets();
    }

    @Provide
    Arbitrary<Value.LocalDateTime> localDateTimes() {
        return Values.localDateTimes();
    }

    @Provide
    Arbitrary<Value.DateTime> dateTimes() {
        return Values.dateTimes();
    }

    @Provide
    Arbitrary<Value.Duration> durations() {
        return Values.durations();
    }
}
