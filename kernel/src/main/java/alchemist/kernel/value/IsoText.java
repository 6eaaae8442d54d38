package alchemist.kernel.value;

/** Reads ISO 8601 text piece by piece. */
final class IsoText {
    private static final long NANOS = 1_000_000_000L;
    private static final long DAY_SECONDS = 86_400;
    private final String text;
    private int at;

    IsoText(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    void expect(char c) {
        if (atEnd() || text.charAt(at) != c) {
            throw wrong("'" + c + "' is expected");
        }
        at++;
    }

    void end() {
        if (!atEnd()) {
            throw wrong("nothing more is expected");
        }
    }

    /** Days since 1970. */
    long date() {
        boolean signed = !atEnd() && (peek() == '+' || peek() == '-');
        boolean negative = signed && peek() == '-';
        if (signed) {
            at++;
        }
        int start = at;
        long size = digits(1, 9);
        if (at - start < 4 || (!signed && at - start > 4)) {
            throw wrong("a year of four digits is expected");
        }
        long year = negative ? -size : size;
        expect('-');
        long month = digits(2, 2);
        expect('-');
        long day = digits(2, 2);
        if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            throw wrong("there is no such day");
        }
        return epochDay(year, month, day);
    }

    /** Nanoseconds of the day. */
    long timeOfDay() {
        long hour = digits(2, 2);
        expect(':');
        long minute = digits(2, 2);
        long second = 0;
        long nano = 0;
        if (!atEnd() && peek() == ':') {
            at++;
            second = digits(2, 2);
            nano = fraction();
        }
        if (hour > 23 || minute > 59 || second > 59) {
            throw wrong("there is no such time of day");
        }
        return ((hour * 60 + minute) * 60 + second) * NANOS + nano;
    }

    /** A date and time without zone. */
    Value.LocalDateTime localDateTime() {
        long day = date();
        expect('T');
        long nano = timeOfDay();
        return new Value.LocalDateTime(day * DAY_SECONDS + nano / NANOS, (int) (nano % NANOS));
    }

    /** A date and time with an offset, and the name of a zone in brackets where it has one. */
    Value.DateTime dateTime() {
        Value.LocalDateTime local = localDateTime();
        int offset = offset();
        return new Value.DateTime(local.epochSecond() - offset, local.nano(), offset, zone());
    }

    /** Seconds east of UTC. */
    int offset() {
        char sign = atEnd() ? ' ' : peek();
        if (sign == 'Z' || sign == 'z') {
            at++;
            return 0;
        }
        if (sign != '+' && sign != '-') {
            throw wrong("an offset such as Z or +02:00 is expected");
        }
        at++;
        long hour = digits(2, 2);
        if (!atEnd() && peek() == ':') {
            at++;
        }
        long minute = digits(2, 2);
        long second = 0;
        if (!atEnd() && peek() == ':') {
            at++;
            second = digits(2, 2);
        }
        long size = (hour * 60 + minute) * 60 + second;
        if (minute > 59 || second > 59 || size > 18 * 3600) {
            throw wrong("there is no such offset; the largest is 18:00");
        }
        return (int) (sign == '-' ? -size : size);
    }

    /** The name in brackets, or nothing. */
    private String zone() {
        if (atEnd()) {
            return "";
        }
        expect('[');
        int close = text.indexOf(']', at);
        if (close < 0) {
            throw wrong("']' is expected");
        }
        String zone = text.substring(at, close);
        at = close + 1;
        return zone;
    }

    /** A duration, such as {@code P1Y2M3W4DT5H6M7.5S}; each part may be negative. */
    Value.Duration duration() {
        expect('P');
        long months = 0;
        long days = 0;
        long seconds = 0;
        long nanos = 0;
        boolean time = false;
        boolean open = true;
        while (!atEnd()) {
            if (!time && peek() == 'T') {
                time = true;
                open = true;
                at++;
                continue;
            }
            open = false;
            boolean negative = peek() == '-';
            long number = signed();
            long part = fraction();
            char unit = atEnd() ? ' ' : text.charAt(at++);
            if (part != 0 && unit != 'S') {
                throw wrong("only seconds may have a fraction");
            }
            if (!time && (unit == 'Y' || unit == 'M')) {
                months = plus(months, number, unit == 'Y' ? 12 : 1);
            } else if (!time && (unit == 'W' || unit == 'D')) {
                days = plus(days, number, unit == 'W' ? 7 : 1);
            } else if (time && (unit == 'H' || unit == 'M' || unit == 'S')) {
                seconds = plus(seconds, number, unit == 'H' ? 3600 : unit == 'M' ? 60 : 1);
                nanos += negative ? -part : part;
            } else {
                throw wrong("a unit of a duration is expected");
            }
        }
        if (open) {
            throw wrong("a number is expected");
        }
        seconds = plus(seconds, Math.floorDiv(nanos, NANOS), 1);
        return new Value.Duration(months, days, seconds, (int) Math.floorMod(nanos, NANOS));
    }

    private long plus(long sum, long number, long factor) {
        try {
            return Math.addExact(sum, Math.multiplyExact(number, factor));
        } catch (ArithmeticException e) {
            throw wrong("a part of a duration has at most 64 bits");
        }
    }

    /** A whole number of 64 bits. */
    private long signed() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int first = at;
        digits(1, 19);
        try {
            return Long.parseLong(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = first;
            throw wrong("a part of a duration has at most 64 bits");
        }
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("'" + text + "': " + what + " at " + at);
    }

    private char peek() {
        return text.charAt(at);
    }

    private long fraction() {
        if (atEnd() || (peek() != '.' && peek() != ',')) {
            return 0;
        }
        at++;
        int start = at;
        long value = digits(1, 9);
        for (int i = at - start; i < 9; i++) {
            value *= 10;
        }
        return value;
    }

    private long digits(int least, int most) {
        long value = 0;
        int count = 0;
        while (count < most && !atEnd() && peek() >= '0' && peek() <= '9') {
            value = value * 10 + (text.charAt(at++) - '0');
            count++;
        }
        if (count < least) {
            throw wrong("a digit is expected");
        }
        return value;
    }

    private static long daysOf(long year, long month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static long epochDay(long year, long month, long day) {
        long y = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(y, 400L);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }
}
