package alchemist.walls;

import static alchemist.walls.PortableJdk.UNPORTABLE_CODE;
import static alchemist.walls.PortableJdk.UNPORTABLE_TYPES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules run in the browser too, and must decide the same there. */
final class PortabilityTest {
    private static final ArchRule TYPES =
            noClasses()
                    .should()
                    .dependOnClassesThat(UNPORTABLE_TYPES)
                    .because("the browser has no such type, or orders it differently");

    private static final ArchRule CODE =
            noClasses()
                    .should()
                    .accessTargetWhere(UNPORTABLE_CODE)
                    .because("the browser has no such method, or answers differently");

    private static final ArchRule JOINED =
            noClasses()
                    .should(Concatenation.OF_FRACTIONS)
                    .because("the browser writes a number with a fraction otherwise");

    private static final ArchRule CAUGHT =
            noClasses()
                    .should(Traps.CAUGHT)
                    .because("the browser ends the module there, and nothing is thrown");

    private static JavaClasses portable() {
        return Module.CLASSES.that(resideInAnyPackage(Module.PORTABLE));
    }

    @Test
    void kernelDomainAndLayoutNameOnlyTypesThatTheBrowserHas() {
        TYPES.check(portable());
    }

    @Test
    void kernelDomainAndLayoutCallOnlyWhatTheBrowserHas() {
        CODE.allowEmptyShould(true).check(portable());
    }

    @Test
    void kernelDomainAndLayoutPutNoFractionsIntoTexts() {
        JOINED.check(portable());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                HashesIteration.class,
                CountsAtomically.class,
                Draws.class,
                EncodesBase64.class,
                CountsDecimals.class
            })
    void aForbiddenTypeIsFound(Class<?> offender) {
        assertBreaks(TYPES, offender);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Reflects.class,
                ReadsTheClock.class,
                SplitsLines.class,
                MultipliesHigh.class,
                RunsParallel.class,
                CollectsToAHashMap.class,
                UppercasesByDefaultLocale.class,
                LooksForBlanks.class,
                LooksForLetters.class,
                ReadsADouble.class,
                ReadsAFloat.class,
                WritesADouble.class,
                WritesAFloat.class,
                WritesADoubleByReference.class,
                TurnsADoubleIntoAText.class,
                AppendsADouble.class,
                InsertsAFloat.class,
                BoxesADouble.class,
                RoundsALargeNumber.class,
                SumsDoubles.class,
                AsksForASine.class,
                AsksForAnExactSine.class,
                HashesARecord.class
            })
    void aForbiddenCallIsFound(Class<?> offender) {
        assertBreaks(CODE, offender);
    }

    @Test
    void kernelDomainAndLayoutCatchNothingThatTrapsInTheBrowser() {
        CAUGHT.check(portable());
    }

    @Test
    void aCaughtTrapIsFound() {
        assertBreaks(CAUGHT, CatchesATrap.class);
    }

    @ParameterizedTest
    @ValueSource(classes = {JoinsADouble.class, JoinsAFloatInALambda.class})
    void aFractionInATextIsFound(Class<?> offender) {
        assertBreaks(JOINED, offender);
    }

    @Test
    void whatIsAllowedIsLeftAlone() {
        var allowed = new ClassFileImporter().importClasses(Allowed.class, Allowed.Pair.class);
        TYPES.check(allowed);
        CODE.check(allowed);
        JOINED.check(allowed);
        CAUGHT.check(allowed);
    }

    private static void assertBreaks(ArchRule rule, Class<?> offender) {
        var classes = new ClassFileImporter().importClasses(offender, HashesARecord.Point.class);
        assertTrue(rule.evaluate(classes).hasViolation(), offender::getSimpleName);
    }

    static final class HashesIteration {
        final Map<String, String> map = new HashMap<>();
    }

    static final class CountsAtomically {
        final AtomicInteger count = new AtomicInteger();
    }

    static final class Draws {
        final SplittableRandom random = new SplittableRandom(1);
    }

    static final class Reflects {
        final int fields = String.class.getDeclaredFields().length;
    }

    static final class ReadsTheClock {
        final long now = System.currentTimeMillis();
    }

    static final class SplitsLines {
        final long lines = "a\nb".lines().count();
    }

    static final class MultipliesHigh {
        final long high = Math.multiplyHigh(3, 4);
    }

    static final class RunsParallel {
        final long sum = Stream.of(1, 2).parallel().count();
    }

    static final class CollectsToAHashMap {
        final Map<String, List<String>> groups =
                Stream.of("a").collect(Collectors.groupingBy(s -> s));
    }

    static final class UppercasesByDefaultLocale {
        final Supplier<String> upper = () -> "ß".toUpperCase(Locale.ROOT);
    }

    static final class EncodesBase64 {
        final String text = Base64.getEncoder().encodeToString(new byte[3]);
    }

    static final class CountsDecimals {
        final int scale = new BigDecimal("1.50").scale();
    }

    static final class LooksForBlanks {
        final boolean blank = "\u001c".isBlank();
    }

    static final class LooksForLetters {
        final boolean letter = Character.isLetter('x');
    }

    static final class ReadsADouble {
        final double number = Double.parseDouble("1.5");
    }

    static final class ReadsAFloat {
        final float number = Float.parseFloat("1.5");
    }

    static final class WritesADouble {
        final Supplier<String> text = () -> Double.toString(Math.sqrt(2));
    }

    static final class WritesAFloat {
        final Supplier<String> text = () -> Float.toHexString((float) Math.sqrt(2));
    }

    static final class WritesADoubleByReference {
        final DoubleFunction<String> text = Double::toString;
    }

    static final class TurnsADoubleIntoAText {
        final String text = String.valueOf(Math.sqrt(2));
    }

    static final class AppendsADouble {
        final StringBuilder text = new StringBuilder().append(Math.sqrt(2));
    }

    static final class InsertsAFloat {
        final StringBuilder text = new StringBuilder().insert(0, (float) Math.sqrt(2));
    }

    static final class BoxesADouble {
        final Object number = Math.sqrt(2);
    }

    static final class RoundsALargeNumber {
        final double number = BigInteger.TEN.doubleValue();
    }

    static final class SumsDoubles {
        final double sum = DoubleStream.of(1e16, 1, 1).sum();
    }

    static final class AsksForASine {
        final double sine = Math.sin(1);
    }

    static final class AsksForAnExactSine {
        final double sine = StrictMath.sin(1);
    }

    static final class JoinsADouble {
        final String text = "about " + Math.sqrt(2);
    }

    static final class JoinsAFloatInALambda {
        final Supplier<String> text = () -> "about " + 1 + (float) Math.sqrt(2);
    }

    static final class CatchesATrap {
        static int first(int[] numbers) {
            try {
                return numbers[0];
            } catch (IndexOutOfBoundsException e) {
                return String.valueOf(e.getMessage()).length();
            }
        }
    }

    static final class HashesARecord {
        record Point(int x, int y) {}

        final int hash = new Point(1, 2).hashCode();
    }

    static final class Allowed {
        record Pair(int a, String b) {
            @Override
            public int hashCode() {
                return 31 * a + b.length();
            }
        }

        final TreeMap<String, Pair> pairs = new TreeMap<>();

        String bits(double d, long l) {
            return "bits " + Double.doubleToLongBits(Math.abs(d)) + l + 'c' + Double.isNaN(d);
        }

        int sum(Object o) {
            pairs.put("x", new Pair(new Pair(1, "y").hashCode(), "y"));
            return switch (o) {
                case Pair(var a, var b) when a > 1 -> a + b.length();
                case String s -> Arrays.hashCode(s.toCharArray());
                default -> pairs.values().stream().mapToInt(Pair::a).sum();
            };
        }
    }
}
