package alchemist.graph.history;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a tag says of the release that it marks.
 *
 * @param line what stands before the version: the same for all releases of one thing, such as of
 *     one package of several. A name without a version is a line of its own
 * @param series the first two numbers of the version, apart by a point; empty without one
 */
record TagName(String line, String series) {
    /** A version of several numbers; else one number alone, and at last whatever digits follow. */
    private static final Pattern[] VERSIONS = {
        Pattern.compile("(?<![\\p{L}\\d])[vVrR]?(\\d+)[._](\\d+|[xX*](?![\\p{L}\\d]))"),
        Pattern.compile("(?<![\\p{L}\\d.])[vVrR]?(\\d+)()"),
        Pattern.compile("(\\d+)(?:[._](\\d+))?")
    };

    /** What ends so names all releases of a series, and is none of them. */
    private static final Pattern SERIES = Pattern.compile(".*[._-][xX*]");

    /** Longer numbers count nothing. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,40}");

    static TagName of(String name) {
        if (!SERIES.matcher(name).matches()) {
            for (Pattern version : VERSIONS) {
                Matcher found = version.matcher(name);
                if (found.find()) {
                    String second = found.group(2);
                    return new TagName(
                            name.substring(0, found.start()),
                            found.group(1) + "." + (second == null ? "" : second));
                }
            }
        }
        return new TagName(name, "");
    }

    /** Whether it marks a release of the same thing. */
    boolean isInLineOf(TagName other) {
        return line.equals(other.line) && series.isEmpty() == other.series.isEmpty();
    }

    /** Whether it marks a release of the same thing, of the same series. */
    boolean isInSeriesOf(TagName other) {
        return !series.isEmpty() && equals(other);
    }

    /** Whether it marks a release of the same thing, of an earlier series. */
    boolean isBefore(TagName other) {
        return !series.isEmpty()
                && isInLineOf(other)
                && Arrays.compare(numbers(), other.numbers()) < 0;
    }

    private BigInteger[] numbers() {
        return Arrays.stream(series.split("\\.", 2))
                .map(
                        part ->
                                NUMBER.matcher(part).matches()
                                        ? new BigInteger(part)
                                        : BigInteger.ZERO)
                .toArray(BigInteger[]::new);
    }
}
