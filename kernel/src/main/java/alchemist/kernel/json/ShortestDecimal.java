package alchemist.kernel.json;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The decimal {@code digits × 10^exponent} with the fewest digits, but at least two, that lies
 * nearer to a double than to any other; of several such, the nearest to it.
 *
 * <p>A double is {@code c × 2^q}. What rounds to it lies between its neighbours' midpoints. With
 * 10^k the greatest power of ten that is no wider than that interval, one or two multiples of 10^k,
 * and at most one of 10^(k+1), lie inside. They are found by comparing four times the double and
 * its two bounds, each divided by 10^k, for which 126 bits of 10^-k are enough when the quotient is
 * rounded to odd.
 *
 * @see <a href="https://drive.google.com/file/d/1IEeATSVnEE6TkrHlCYNY2GjaraBjOT4f">Raffaello
 *     Giulietti: The Schubfach way to render doubles</a>
 */
record ShortestDecimal(long digits, int exponent) {
    private static final int MANTISSA_BITS = 52;
    private static final long HIDDEN_BIT = 1L << MANTISSA_BITS;
    private static final int LEAST_Q = -1074;
    private static final int LEAST_K = -324;
    private static final int MOST_K = 292;
    private static final int POWER_BITS = 126;
    private static final long LOW_63 = Long.MAX_VALUE;
    private static final long LOW_32 = 0xFFFFFFFFL;

    /** Filled as needed; entries are immutable, so that a race does no harm. */
    private static final @Nullable Power[] POWERS = new Power[MOST_K - LEAST_K + 1];

    /** 10^-k, scaled by a power of two to 126 bits and rounded up: high × 2^63 + low. */
    private record Power(long high, long low) {}

    /** The decimal of a finite double that is not negative. */
    static ShortestDecimal of(double number) {
        long bits = Double.doubleToLongBits(number);
        int biased = (int) (bits >>> MANTISSA_BITS);
        long fraction = bits & (HIDDEN_BIT - 1);
        if (biased != 0) {
            int q = LEAST_Q - 1 + biased;
            long c = HIDDEN_BIT | fraction;
            // A whole number that is its own shortest form: no other double is within a half.
            boolean whole = q <= 0 && q >= -MANTISSA_BITS && (c & ((1L << -q) - 1)) == 0;
            return whole ? new ShortestDecimal(c >> -q, 0) : of(q, c, 0);
        }
        if (fraction == 0) {
            return new ShortestDecimal(0, 0);
        }
        // Of the two least doubles, one digit would do; two are wanted.
        return fraction < 3 ? of(LEAST_Q, 10 * fraction, -1) : of(LEAST_Q, fraction, 0);
    }

    private static ShortestDecimal of(int q, long c, int shift) {
        int odd = (int) (c & 1); // the bounds themselves round to an even double
        boolean even = c != HIDDEN_BIT || q == LEAST_Q; // neighbours at both sides are as far away
        int k = even ? floorLog10OfPower2(q) : floorLog10OfThreeQuartersPower2(q);
        int h = q + floorLog2OfPower10(-k) + 2;
        Power power = power(k);
        long value = quotient(power, (4 * c) << h);
        long least = quotient(power, (4 * c - (even ? 2 : 1)) << h) + odd;
        long most = quotient(power, (4 * c + 2) << h) - odd;

        long below = value >> 2;
        if (below >= 100) {
            long tensBelow = below / 10 * 10;
            boolean belowIsIn = least <= tensBelow << 2;
            boolean aboveIsIn = (tensBelow + 10) << 2 <= most;
            if (belowIsIn != aboveIsIn) {
                return new ShortestDecimal(belowIsIn ? tensBelow : tensBelow + 10, k + shift);
            }
        }
        boolean belowIsIn = least <= below << 2;
        boolean aboveIsIn = (below + 1) << 2 <= most;
        long toMiddle = value - (2 * below + 1) * 2;
        boolean down =
                belowIsIn == aboveIsIn
                        ? toMiddle < 0 || (toMiddle == 0 && (below & 1) == 0)
                        : belowIsIn;
        return new ShortestDecimal(down ? below : below + 1, k + shift);
    }

    /** Writes it as {@link Double#toString(double)} does. */
    void append(StringBuilder text) {
        long significant = digits;
        int scale = exponent;
        while (significant != 0 && significant % 10 == 0) {
            significant /= 10;
            scale++;
        }
        String plain = Long.toString(significant);
        int point = plain.length() + (significant == 0 ? 0 : scale);
        if (point < -2 || point > 7) {
            text.append(plain.charAt(0)).append('.');
            text.append(plain.length() > 1 ? plain.substring(1) : "0");
            text.append('E').append(point - 1);
        } else if (point <= 0) {
            text.append("0.");
            zeros(-point, text);
            text.append(plain);
        } else if (point < plain.length()) {
            text.append(plain.substring(0, point)).append('.').append(plain.substring(point));
        } else {
            text.append(plain);
            zeros(point - plain.length(), text);
            text.append(".0");
        }
    }

    private static void zeros(int count, StringBuilder text) {
        for (int i = 0; i < count; i++) {
            text.append('0');
        }
    }

    /** factor × power / 2^127, rounded to odd: the last bit is set where anything was cut off. */
    private static long quotient(Power power, long factor) {
        long low = multiplyHigh(power.low, factor);
        long middle = ((power.high * factor) >>> 1) + low;
        long high = multiplyHigh(power.high, factor) + (middle >>> 63);
        return (middle & LOW_63) == 0 ? high : high | 1;
    }

    /** The upper 64 bits of the product of two numbers that are not negative. */
    private static long multiplyHigh(long a, long b) {
        long aLow = a & LOW_32;
        long aHigh = a >>> 32;
        long bLow = b & LOW_32;
        long bHigh = b >>> 32;
        long cross = aHigh * bLow + ((aLow * bLow) >>> 32);
        long other = aLow * bHigh + (cross & LOW_32);
        return aHigh * bHigh + (cross >>> 32) + (other >>> 32);
    }

    private static Power power(int k) {
        Power known = POWERS[k - LEAST_K];
        if (known == null) {
            known = computed(k);
            POWERS[k - LEAST_K] = known;
        }
        return known;
    }

    private static Power computed(int k) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(k));
        BigInteger scaled =
                k > 0
                        ? BigInteger.ONE.shiftLeft(POWER_BITS - 1 + power.bitLength()).divide(power)
                        : power.shiftLeft(POWER_BITS).shiftRight(power.bitLength());
        BigInteger up = scaled.add(BigInteger.ONE);
        return new Power(up.shiftRight(63).longValue(), up.longValue() & LOW_63);
    }

    /** ⌊log10(2^e)⌋, with log10(2) to 41 bits. */
    private static int floorLog10OfPower2(int e) {
        return (int) ((e * 661_971_961_083L) >> 41);
    }

    /** ⌊log10(¾ × 2^e)⌋, with log10(¾) and log10(2) to 41 bits. */
    private static int floorLog10OfThreeQuartersPower2(int e) {
        return (int) ((e * 661_971_961_083L - 274_743_187_321L) >> 41);
    }

    /** ⌊log2(10^e)⌋, with log2(10) to 38 bits. */
    private static int floorLog2OfPower10(int e) {
        return (int) ((e * 913_124_641_741L) >> 38);
    }
}
