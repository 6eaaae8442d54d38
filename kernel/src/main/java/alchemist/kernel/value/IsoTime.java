package alchemist.kernel.value;

/**
 * Dates, times and durations as ISO 8601 text and back, on the proleptic Gregorian calendar, by
 * integer arithmetic alone.
 *
 * @see <a href="https://howardhinnant.github.io/date_algorithms.html">chrono-compatible low-level
 *     date algorithms</a>
 */
public final class IsoTime {
    private static final long NANOS = 1_000_000_000L;
    private static final long MICROS = 1_000_000L;
    private static final long DAY_SECONDS = 86_400;

    private IsoTime() {}

    /** An instant of µs since 1970, in UTC, such as {@code 2026-01-31T09:30:00.25Z}. */
    public static String instant(long micros) {
        long second = Math.floorDiv(micros, MICROS);
        return dateTime(second, (int) Math.floorMod(micros, MICROS) * 1000, 0, "");
    }

    /**
     * The µs since 1970 of an ISO 8601 instant with an offset, or of a date alone (its midnight in
     * UTC); parts of a µs are dropped.
     *
     * @throws IllegalArgumentException when the text is neither, or more than 292,000 years away
     */
    public static long parseInstant(String text) {
        IsoText iso = new IsoText(text);
        long second = iso.date() * DAY_SECONDS;
        long micro = 0;
        if (!iso.atEnd()) {
            iso.expect('T');
            long nanoOfDay = iso.timeOfDay();
            second += nanoOfDay / NANOS - iso.offset();
            micro = nanoOfDay % NANOS / 1000;
            iso.end();
        }
        // The least instant lies in a second whose beginning is out of range already.
        if (second < Math.floorDiv(Long.MIN_VALUE, MICROS)
                || second > Math.floorDiv(Long.MAX_VALUE, MICROS)) {
            throw iso.wrong("an instant is at most 292,000 years from 1970");
        }
        long micros = second * MICROS + micro;
        if ((micros < 0) != (second < 0)) {
            throw iso.wrong("an instant is at most 292,000 years from 1970");
        }
        return micros;
    }

    /** A date of the years that {@link Value.Date} has. */
    public static String date(long epochDay) {
        StringBuilder text = new StringBuilder(10);
        appendDate(epochDay, text);
        return text.toString();
    }

    /** A time of day. */
    public static String timeOfDay(long nanoOfDay) {
        StringBuilder text = new StringBuilder(18);
        appendTime(nanoOfDay, text);
        return text.toString();
    }

    /** A time of day with its offset. */
    public static String time(long nanoOfDay, int offsetSeconds) {
        StringBuilder text = new StringBuilder(24);
        appendTime(nanoOfDay, text);
        appendOffset(offsetSeconds, text);
        return text.toString();
    }

    /** A date and time without zone. */
    public static String localDateTime(long epochSecond, int nano) {
        StringBuilder text = new StringBuilder(29);
        appendDateTime(epochSecond, nano, text);
        return text.toString();
    }

    /** A date and time with its offset, and its zone in brackets where it has one. */
    public static String dateTime(long epochSecond, int nano, int offsetSeconds, String zone) {
        StringBuilder text = new StringBuilder(32);
        appendDateTime(epochSecond + offsetSeconds, nano, text);
        appendOffset(offsetSeconds, text);
        if (!zone.isEmpty()) {
            text.append('[').append(zone).append(']');
        }
        return text.toString();
    }

    /** A duration, such as {@code P1M2DT3.5S}. */
    public static String duration(Value.Duration duration) {
        StringBuilder text = new StringBuilder("P");
        if (duration.months() != 0) {
            text.append(duration.months()).append('M');
        }
        if (duration.days() != 0) {
            text.append(duration.days()).append('D');
        }
        if (duration.seconds() != 0 || duration.nanos() != 0 || text.length() == 1) {
            text.append('T');
            appendSeconds(duration.seconds(), duration.nanos(), text);
            text.append('S');
        }
        return text.toString();
    }

    private static void appendSeconds(long seconds, int nanos, StringBuilder text) {
        boolean negative = seconds < 0;
        long whole = negative && nanos > 0 ? seconds + 1 : seconds;
        if (negative && whole == 0) {
            text.append('-');
        }
        text.append(whole);
        appendFraction(negative && nanos > 0 ? NANOS - nanos : nanos, text);
    }

    private static void appendDateTime(long localSecond, int nano, StringBuilder text) {
        appendDate(Math.floorDiv(localSecond, DAY_SECONDS), text);
        text.append('T');
        appendTime(Math.floorMod(localSecond, DAY_SECONDS) * NANOS + nano, text);
    }

    private static void appendDate(long epochDay, StringBuilder text) {
        long z = epochDay + 719_468;
        long era = Math.floorDiv(z, 146_097L);
        long dayOfEra = z - era * 146_097;
        long yearOfEra =
                (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shifted = (5 * dayOfYear + 2) / 153;
        long month = shifted < 10 ? shifted + 3 : shifted - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        if (year > 9999) {
            text.append('+').append(year);
        } else if (year < 0) {
            text.append('-');
            padded(-year, 4, text);
        } else {
            padded(year, 4, text);
        }
        text.append('-');
        padded(month, 2, text);
        text.append('-');
        padded(dayOfYear - (153 * shifted + 2) / 5 + 1, 2, text);
    }

    private static void appendTime(long nanoOfDay, StringBuilder text) {
        long second = nanoOfDay / NANOS;
        padded(second / 3600, 2, text);
        text.append(':');
        padded(second / 60 % 60, 2, text);
        text.append(':');
        padded(second % 60, 2, text);
        appendFraction(nanoOfDay % NANOS, text);
    }

    private static void appendFraction(long nanos, StringBuilder text) {
        if (nanos != 0) {
            text.append('.');
            padded(nanos, 9, text);
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
    }

    private static void appendOffset(int offsetSeconds, StringBuilder text) {
        if (offsetSeconds == 0) {
            text.append('Z');
            return;
        }
        int size = Math.abs(offsetSeconds);
        text.append(offsetSeconds < 0 ? '-' : '+');
        padded(size / 3600, 2, text);
        text.append(':');
        padded(size / 60 % 60, 2, text);
        if (size % 60 != 0) {
            text.append(':');
            padded(size % 60, 2, text);
        }
    }

    private static void padded(long number, int digits, StringBuilder text) {
        String plain = Long.toString(number);
        for (int i = plain.length(); i < digits; i++) {
            text.append('0');
        }
        text.append(plain);
    }
}
