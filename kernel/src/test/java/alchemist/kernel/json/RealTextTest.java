package alchemist.kernel.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK is the oracle. */
final class RealTextTest {
    private static final double[] EDGES = {
        0.0,
        -0.0,
        1,
        -1,
        0.1,
        1e-3,
        9.999e-4,
        1e7,
        9999999.999999998,
        1e21,
        1e22,
        1e23,
        2e23,
        8.41e21,
        4.9e-324,
        9.9e-324,
        1.5e-323,
        2.2250738585072014e-308,
        2.225073858507201e-308,
        1.7976931348623157e308,
        9007199254740991.0,
        9007199254740992.0,
        1.0E16,
        123456789012345680.0,
        2e-3,
        Math.PI,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    @Test
    void edgesAreWrittenAsTheJdkWritesThem() {
        for (double number : EDGES) {
            assertEquals(Double.toString(number), RealText.of(number));
        }
    }

    @Test
    void everyPowerOfTwoAndItsNeighboursAreWrittenAndRead() {
        for (int exponent = -1074; exponent < 1024; exponent++) {
            double power = Math.scalb(1.0, exponent);
            check(power);
            check(Math.nextUp(power));
            check(Math.nextDown(power));
        }
    }

    @Test
    void everyPowerOfTenAndItsNeighboursAreWrittenAndRead() {
        for (int exponent = -324; exponent <= 308; exponent++) {
            double power = Double.parseDouble("1e" + exponent);
            check(power);
            check(Math.nextUp(power));
            check(Math.nextDown(power));
            for (int digit = 2; digit < 10; digit++) {
                check(Double.parseDouble(digit + "e" + exponent));
            }
        }
    }

    @Test
    void doublesOfAnyBitsAreWrittenAndRead() {
        SplittableRandom random = new SplittableRandom(7);
        int rounds = Boolean.getBoolean("alchemist.long") ? 20_000_000 : 200_000;
        for (int i = 0; i < rounds; i++) {
            check(Double.longBitsToDouble(random.nextLong()));
            check(random.nextInt(1_000_000) / 1000.0);
            check(random.nextDouble());
        }
    }

    @Property
    void doublesAreWrittenAndRead(@ForAll double number) {
        check(number);
    }

    /** Between two doubles lies one that is as near to both: the even one is nearest. */
    @Test
    void halvesBetweenDoublesAreReadAsTheJdkReadsThem() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 2_000; i++) {
            double number = i < 20 ? i * Double.MIN_VALUE : Math.abs(finite(random.nextLong()));
            if (number == Double.MAX_VALUE) {
                continue;
            }
            BigDecimal half =
                    new BigDecimal(number)
                            .add(new BigDecimal(Math.nextUp(number)))
                            .divide(BigDecimal.TWO);
            String digits = half.toString();
            checkParse(digits);
            checkParse(half.toPlainString());
            if (digits.indexOf('E') < 0) {
                checkParse(digits + (digits.indexOf('.') < 0 ? ".0" : "") + "0".repeat(900) + "1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "00012",
                "1",
                "1.0",
                "123456789012345",
                "1234567890123456",
                "9007199254740993",
                "9007199254740992.99999999999999999999999999",
                "9007199254740993.00000000000000000000000001",
                "0.000001",
                "1e22",
                "1e23",
                "123456789012345e22",
                "123456789012345e-22",
                "1e-22",
                "1e-23",
                "1E+5",
                "1e308",
                "1.7976931348623158e308",
                "1.7976931348623159e308",
                "1e309",
                "1e310",
                "-1e400",
                "4.9e-324",
                "2.4703282292062327e-324",
                "2.4703282292062328e-324",
                "2e-324",
                "1e-324",
                "1e-400",
                "2.2250738585072011e-308",
                "2.2250738585072012e-308",
                "0e999999999999",
                "1e999999999999",
                "1e-999999999999",
                "-1e-999999999999999999999999",
                "0.0000000000000000000000000000000000000000000000000000000000001e61",
                "6631236871469758276785396630275672.8895e-29",
            })
    void numbersAreReadAsTheJdkReadsThem(String text) {
        checkParse(text);
    }

    @Test
    void aNumberOfManyDigitsIsRead() {
        String digits = "123456789".repeat(500);
        checkParse(digits.substring(0, 300));
        checkParse(digits + "e-4400");
        checkParse("0." + "0".repeat(3000) + digits + "e3010");
        checkParse("1" + "0".repeat(3000) + "e-3000");
        checkParse("1" + "0".repeat(3000) + "1e-3000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                ".5",
                "5.",
                "1.e5",
                "e5",
                "1e",
                "1e+",
                "1e-",
                "--1",
                "1-",
                "1.2.3",
                "1e5.5",
                "1f",
                "0x1p3",
                "NaN",
                "Infinity",
                " 1",
                "1 ",
                "1e5x",
                "١"
            })
    void whatIsNoNumberIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> RealText.parse(text));
    }

    private static double finite(long bits) {
        double number = Double.longBitsToDouble(bits);
        return Double.isFinite(number) ? number : bits & 0xffff;
    }

    private static void check(double number) {
        String text = RealText.of(number);
        if (!text.equals(Double.toString(number))) {
            assertEquals(Double.toString(number), text);
        }
        if (Double.isFinite(number)
                && Double.doubleToLongBits(RealText.parse(text))
                        != Double.doubleToLongBits(number)) {
            assertEquals(number, RealText.parse(text), "of " + text);
        }
    }

    private static void checkParse(String text) {
        assertEquals(Double.parseDouble(text), RealText.parse(text), () -> "of " + text);
    }
}
