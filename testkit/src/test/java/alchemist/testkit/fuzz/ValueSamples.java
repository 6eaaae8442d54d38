package alchemist.testkit.fuzz;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;

/** A value of every kind. */
final class ValueSamples {
    private static final Id ANN = Id.of("person", "ann");

    private ValueSamples() {}

    static List<Value> all() {
        return List.of(
                Value.NULL,
                Value.flag(true),
                Value.integer(-1_234_567),
                new Value.Real(2.5),
                new Value.Real(Double.NaN),
                Value.text("a leaf 🌿 of paper"),
                new Value.Date(20_000),
                new Value.LocalTime(86_399_999_999_999L),
                new Value.Time(1, -3_600),
                new Value.LocalDateTime(1_700_000_000L, 5),
                new Value.DateTime(1_700_000_000L, 5, 7_200, "Europe/Stockholm"),
                new Value.Duration(14, -3, 5, 999_999_999),
                new Value.Point(4979, 12.5, 56, 100),
                new Value.Sealed(ANN, 1, new byte[] {1, 2, 3}),
                new Value.Erased(ANN),
                new Value.ListOf(
                        List.of(Value.integer(1), new Value.ListOf(List.of(Value.flag(true))))),
                new Value.MapOf(
                        Properties.of(
                                "a", Value.text("x"), "b", new Value.MapOf(Properties.NONE))));
    }
}
