package alchemist.kernel.value;

import alchemist.kernel.Id;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.LongArbitrary;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Values of every kind, with their edges; jqwik's own edges of all kinds at once are too many. */
final class Values {
    private static final long NANOS_OF_DAY = 86_400_000_000_000L;

    private Values() {}

    /** Any value that can be stored, with lists and maps inside one another. */
    static Arbitrary<Value> any() {
        return any(3);
    }

    static Arbitrary<Properties> properties() {
        return properties(2);
    }

    private static Arbitrary<Value> any(int depth) {
        if (depth == 0) {
            return plain();
        }
        return Arbitraries.frequencyOf(
                Tuple.of(4, plain()),
                Tuple.of(1, any(depth - 1).list().ofMaxSize(3).map(Value.ListOf::new)),
                Tuple.of(1, properties(depth - 1).map(Value.MapOf::new)));
    }

    private static Arbitrary<Properties> properties(int depth) {
        return Arbitraries.maps(keys(), any(depth))
                .ofMaxSize(3)
                .map(entries -> Properties.of(entries));
    }

    private static Arbitrary<Value> plain() {
        return Arbitraries.oneOf(
                List.of(
                        Arbitraries.just(Value.NULL),
                        Arbitraries.of(true, false).map(Value.Bool::new),
                        longs().map(Value.Int::new),
                        Arbitraries.oneOf(Arbitraries.doubles(), edges()).map(Value.Real::new),
                        texts().map(Value.Text::new),
                        days().map(Value.Date::new),
                        nanosOfDay().map(Value.LocalTime::new),
                        Combinators.combine(nanosOfDay(), offsets()).as(Value.Time::new),
                        localDateTimes().map(v -> v),
                        dateTimes().map(v -> v),
                        durations().map(v -> v),
                        points(),
                        Combinators.combine(
                                        ids(),
                                        Arbitraries.integers().greaterOrEqual(0),
                                        Arbitraries.bytes().array(byte[].class).ofMaxSize(40))
                                .as(Value.Sealed::new),
                        ids().map(Value.Erased::new)));
    }

    static LongArbitrary days() {
        return Arbitraries.longs().between(Limits.LEAST_DAY, Limits.MOST_DAY);
    }

    static LongArbitrary nanosOfDay() {
        return Arbitraries.longs().between(0, NANOS_OF_DAY - 1);
    }

    static Arbitrary<Integer> offsets() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-18 * 3600, 18 * 3600),
                Arbitraries.integers().between(-72, 72).map(quarters -> quarters * 900));
    }

    static Arbitrary<Value.LocalDateTime> localDateTimes() {
        return Combinators.combine(days(), Arbitraries.integers().between(0, 86_399), nanos())
                .as((day, second, nano) -> new Value.LocalDateTime(day * 86_400 + second, nano));
    }

    static Arbitrary<Value.DateTime> dateTimes() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(Limits.LEAST_DAY + 1, Limits.MOST_DAY - 1)
                                .map(day -> day * 86_400 + Math.floorMod(day, 86_400L)),
                        nanos(),
                        offsets(),
                        Arbitraries.of("", "Europe/Paris", "Etc/GMT+1", "America/Argentina/Salta"))
                .as(Value.DateTime::new);
    }

    static Arbitrary<Value.Duration> durations() {
        return Combinators.combine(longs(), longs(), longs(), nanos()).as(Value.Duration::new);
    }

    private static Arbitrary<Value> points() {
        return Combinators.combine(
                        Arbitraries.of(4326, 4979, 7203, 9157),
                        Arbitraries.oneOf(Arbitraries.doubles(), edges()),
                        Arbitraries.doubles(),
                        Arbitraries.oneOf(Arbitraries.doubles(), edges()))
                .as(
                        (srid, x, y, z) ->
                                new Value.Point(srid, x, y, srid == 4979 || srid == 9157 ? z : 0));
    }

    private static Arbitrary<Double> edges() {
        return Arbitraries.of(
                0.0,
                -0.0,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY);
    }

    private static Arbitrary<Integer> nanos() {
        return Arbitraries.oneOf(
                Arbitraries.just(0),
                Arbitraries.integers().between(0, 999).map(n -> n * 1_000_000),
                Arbitraries.integers().between(0, 999_999_999));
    }

    private static Arbitrary<Long> longs() {
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.of(0L, 1L, -1L, 63L, -64L, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static Arbitrary<Id> ids() {
        return Combinators.combine(longs(), longs()).as(Id::new);
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.oneOf(
                Arbitraries.of("$date", "$map", "$", "a", "", "!", "$erased", "é"), texts());
    }

    private static Arbitrary<String> texts() {
        StringArbitrary any = Arbitraries.strings().ofMaxLength(12);
        return Arbitraries.oneOf(any.ascii(), Arbitraries.strings().ofMaxLength(12))
                .map(text -> text.replaceAll("\\p{Cs}", "x"));
    }
}
