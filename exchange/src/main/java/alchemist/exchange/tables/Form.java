package alchemist.exchange.tables;

import alchemist.kernel.value.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the texts of a column can be, in the order in which it is tried; a text is always one. */
enum Form {
    BOOLEAN("boolean") {
        @Override
        @Nullable Value read(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes" -> Value.flag(true);
                case "false", "no" -> Value.flag(false);
                default -> null;
            };
        }
    },
    /** Only of columns that are called like a flag. */
    LETTER("boolean") {
        @Override
        @Nullable Value read(String text) {
            return switch (text) {
                case "t", "T", "y", "Y" -> Value.flag(true);
                case "f", "F", "n", "N" -> Value.flag(false);
                default -> null;
            };
        }
    },
    INTEGER("integer") {
        @Override
        @Nullable Value read(String text) {
            return isPlainNumber(text, '\0') ? Value.integer(Long.parseLong(text)) : null;
        }
    },
    FLOAT("float") {
        @Override
        @Nullable Value read(String text) {
            if (isPlainNumber(text, '.') || EXPONENT.matcher(text).matches()) {
                double number = Double.parseDouble(text);
                return Double.isFinite(number) ? new Value.Real(number) : null;
            }
            return null;
        }
    },
    DECIMAL_COMMA("float with decimal comma") {
        @Override
        @Nullable Value read(String text) {
            return isPlainNumber(text, ',')
                    ? new Value.Real(Double.parseDouble(text.replace(',', '.')))
                    : null;
        }
    },
    DATE("date") {
        @Override
        @Nullable Value read(String text) {
            Matcher m = YEAR_FIRST.matcher(text);
            return m.matches() ? date(number(m, 1), number(m, 3), number(m, 4)) : null;
        }
    },
    DAY_FIRST("date, day first") {
        @Override
        @Nullable Value read(String text) {
            Matcher m = YEAR_LAST.matcher(text);
            return m.matches() ? date(year(m, 4), number(m, 3), number(m, 1)) : null;
        }
    },
    MONTH_FIRST("date, month first") {
        @Override
        @Nullable Value read(String text) {
            Matcher m = YEAR_LAST.matcher(text);
            return m.matches() ? date(year(m, 4), number(m, 1), number(m, 3)) : null;
        }
    },
    LOCAL_DATETIME("datetime without zone") {
        @Override
        @Nullable Value read(String text) {
            return Instants.read(text, false);
        }
    },
    DATETIME("datetime with zone") {
        @Override
        @Nullable Value read(String text) {
            return Instants.read(text, true);
        }
    },
    TEXT("text") {
        @Override
        @Nullable Value read(String text) {
            return new Value.Text(text);
        }
    };

    /** Longer ones are numbers of something, to be kept digit by digit. */
    private static final int MAX_DIGITS = 15;

    private static final Pattern EXPONENT =
            Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,17})?[eE][+-]?\\d{1,3}");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})");

    private final String told;

    Form(String told) {
        this.told = told;
    }

    /** How people are told. */
    String told() {
        return told;
    }

    /** The value of a text, or null where it is none of this form. */
    abstract @Nullable Value read(String text);

    /** Digits without leading zeros, few enough to be a number, with one mark among them. */
    private static boolean isPlainNumber(String text, char mark) {
        int at = text.startsWith("-") ? 1 : 0;
        int first = at;
        int whole = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
            whole++;
        }
        if (whole == 0 || whole > MAX_DIGITS || (whole > 1 && text.charAt(first) == '0')) {
            return false;
        }
        if (at == text.length()) {
            return true;
        }
        if (mark == '\0' || text.charAt(at) != mark) {
            return false;
        }
        int fraction = 0;
        for (at++; at < text.length() && isDigit(text.charAt(at)); at++) {
            fraction++;
        }
        return at == text.length() && fraction > 0 && fraction <= 30;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /** Of two digits: 70 to 99 are of the last century, as POSIX has it. */
    private static int year(Matcher m, int group) {
        int year = number(m, group);
        return m.group(group).length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static @Nullable Value date(int year, int month, int day) {
        try {
            return new Value.Date(LocalDate.of(year, month, day).toEpochDay());
        } catch (DateTimeException e) {
            return null; // no such day: then it is no date
        }
    }
}
