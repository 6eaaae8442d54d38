package alchemist.kernel.json;

import java.math.BigInteger;

/**
 * Floating-point numbers as decimal text, and back: to the last bit what the JVM makes of them,
 * also in WebAssembly, whose own conversions round differently.
 */
public final class RealText {
    /** The double halfway between two has fewer digits; what comes behind only breaks the tie. */
    private static final int MAX_DIGITS = 800;

    /** Numbers below this are doubles exactly, whatever their digits. */
    private static final int EXACT_DIGITS = 15;

    /** The powers of ten that are doubles exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22
    };

    private static final int SIGNIFICANT_BITS = 53;
    private static final int LEAST_EXPONENT = -1074;
    private static final long INFINITY_BITS = 0x7ffL << 52;

    /** Beyond it, more makes no difference, unless a text has as many digits. */
    private static final long EXPONENT_LIMIT = 1L << 40;

    private RealText() {}

    /**
     * The number as {@link Double#toString(double)} writes it: the fewest digits that lead back to
     * it, always with a point; NaN, Infinity and -Infinity by name.
     */
    public static String of(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        StringBuilder text = new StringBuilder(24);
        if (Double.doubleToLongBits(number) < 0) {
            text.append('-');
        }
        if (Double.isInfinite(number)) {
            return text.append("Infinity").toString();
        }
        ShortestDecimal.of(Math.abs(number)).append(text);
        return text.toString();
    }

    /**
     * The double nearest to a decimal number such as {@code -12.5e-3}; of two that are as near, the
     * even one; an infinity where it is too large.
     *
     * @throws IllegalArgumentException when the text is no number as JSON writes them
     */
    public static double parse(String text) {
        int at = 0;
        boolean negative = !text.isEmpty() && text.charAt(0) == '-';
        if (negative) {
            at++;
        }
        StringBuilder digits = new StringBuilder(20);
        boolean more = false;
        boolean any = false;
        boolean fraction = false;
        long exponent = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && any && !fraction) {
                fraction = true;
                any = false;
                continue;
            }
            if (c < '0' || c > '9') {
                break;
            }
            any = true;
            if (digits.length() == MAX_DIGITS) {
                more |= c != '0';
                exponent += fraction ? 0 : 1;
                continue;
            }
            if (c != '0' || !digits.isEmpty()) {
                digits.append(c);
            }
            exponent -= fraction ? 1 : 0;
        }
        if (!any) {
            throw noNumber(text);
        }
        if (at < text.length()) {
            exponent += exponent(text, at);
        }
        if (more) {
            digits.append('1');
            exponent--;
        }
        // Not by the minus sign: in WebAssembly, TeaVM makes 0.0 of -(0.0).
        long bits = Double.doubleToLongBits(nearest(digits.toString(), exponent));
        return Double.longBitsToDouble(negative ? bits | Long.MIN_VALUE : bits);
    }

    private static long exponent(String text, int from) {
        int at = from;
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            throw noNumber(text);
        }
        at++;
        boolean negative = at < text.length() && text.charAt(at) == '-';
        if (negative || (at < text.length() && text.charAt(at) == '+')) {
            at++;
        }
        if (at == text.length()) {
            throw noNumber(text);
        }
        long exponent = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < '0' || c > '9') {
                throw noNumber(text);
            }
            exponent = Math.min(exponent * 10 + (c - '0'), EXPONENT_LIMIT);
        }
        return negative ? -exponent : exponent;
    }

    private static double nearest(String digits, long exponent) {
        long top = digits.length() + exponent; // the number is below 10^top
        if (digits.isEmpty() || top < -323) {
            return 0;
        }
        if (top > 309) {
            return Double.POSITIVE_INFINITY;
        }
        if (digits.length() <= EXACT_DIGITS && Math.abs(exponent) < POWERS.length) {
            // One operation on exact numbers is rounded once.
            double number = Long.parseLong(digits);
            return exponent < 0
                    ? number / POWERS[(int) -exponent]
                    : number * POWERS[(int) exponent];
        }
        BigInteger number = new BigInteger(digits);
        BigInteger power = BigInteger.TEN.pow((int) Math.abs(exponent));
        return exponent < 0
                ? quotient(number, power)
                : quotient(number.multiply(power), BigInteger.ONE);
    }

    /** The double nearest to a quotient. */
    private static double quotient(BigInteger dividend, BigInteger divisor) {
        // At least two bits more than a double has, of which the last stands for all that follow.
        int scale =
                Math.max(
                        dividend.bitLength() - divisor.bitLength() - SIGNIFICANT_BITS - 2,
                        LEAST_EXPONENT - 2);
        BigInteger[] parts =
                dividend.shiftLeft(Math.max(-scale, 0))
                        .divideAndRemainder(divisor.shiftLeft(Math.max(scale, 0)));
        long bits = parts[0].longValue() | (parts[1].signum() == 0 ? 0 : 1);
        int length = 64 - Long.numberOfLeadingZeros(bits);
        int exponent = Math.max(scale + length - SIGNIFICANT_BITS, LEAST_EXPONENT);
        int cut = exponent - scale;
        long rest = bits & ((1L << cut) - 1);
        long half = 1L << (cut - 1);
        long significant = bits >>> cut;
        if (rest > half || (rest == half && (significant & 1) != 0)) {
            significant++;
        }
        // The leading bit, where there is one, counts as one more of the exponent.
        long result = ((long) (exponent - LEAST_EXPONENT) << (SIGNIFICANT_BITS - 1)) + significant;
        return Double.longBitsToDouble(Math.min(result, INFINITY_BITS));
    }

    private static NumberFormatException noNumber(String text) {
        return new NumberFormatException("'" + text + "' is no number");
    }
}
