package alchemist.kernel.value;

/** The ranges of what a value may hold, so that every value has bytes and text that lead back. */
final class Limits {
    /** -999999999-01-01. */
    static final long LEAST_DAY = -365_243_219_162L;

    /** 999999999-12-31. */
    static final long MOST_DAY = 365_241_780_471L;

    private static final long DAY_SECONDS = 86_400;
    private static final long NANOS = 1_000_000_000L;
    private static final int MOST_OFFSET = 18 * 3600;

    private Limits() {}

    static void epochDay(long day) {
        if (day < LEAST_DAY || day > MOST_DAY) {
            throw wrong("a date's year has at most nine digits: day " + day);
        }
    }

    static void localSecond(long second) {
        epochDay(Math.floorDiv(second, DAY_SECONDS));
    }

    static void nanoOfDay(long nano) {
        if (nano < 0 || nano >= DAY_SECONDS * NANOS) {
            throw wrong("a time of day is 0 to 86399999999999 ns: " + nano);
        }
    }

    static void nano(int nano) {
        if (nano < 0 || nano >= NANOS) {
            throw wrong("the part of a second is 0 to 999999999 ns: " + nano);
        }
    }

    static void offset(int seconds) {
        if (seconds < -MOST_OFFSET || seconds > MOST_OFFSET) {
            throw wrong("an offset is at most 18 hours: " + seconds + " s");
        }
    }

    static void zone(String zone) {
        for (int i = 0; i < zone.length(); i++) {
            char c = zone.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (c < '0' || c > '9') && "/_+-.~:".indexOf(c) < 0) {
                throw wrong("no zone is named '" + zone + "'");
            }
        }
    }

    static void point(int srid, double z) {
        if (srid != 4326 && srid != 4979 && srid != 7203 && srid != 9157) {
            throw wrong("a point's srid is 4326, 4979, 7203 or 9157: " + srid);
        }
        if ((srid == 4326 || srid == 7203) && Double.doubleToLongBits(z) != 0) {
            throw wrong("a point of srid " + srid + " has no third coordinate");
        }
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what);
    }
}
