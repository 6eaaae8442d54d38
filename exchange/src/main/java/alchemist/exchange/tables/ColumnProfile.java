package alchemist.exchange.tables;

import alchemist.kernel.value.Value;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all cells of a column have in common, found out in one pass. */
final class ColumnProfile {
    /** How many cells of less important columns are remembered, in all columns of a source. */
    static final class Budget {
        private long left = 8_000_000;

        boolean take() {
            return left-- > 0;
        }
    }

    private static final int TEXTS = 1;
    private static final int INTEGERS = 1 << 1;
    private static final int FLOATS = 1 << 2;
    private static final int BOOLEANS = 1 << 3;
    private static final int DATES = 1 << 4;
    private static final int TIMES = 1 << 5;
    private static final int OTHERS = 1 << 6;
    private static final int ZONED = 1 << 7;
    private static final long DAY_SECONDS = 86_400;

    /** Longer texts are no keys. */
    private static final int MAX_KEY = 200;

    /** How many different texts of a column are remembered that may refer to other tables. */
    private static final int MAX_WORDS = 8192;

    private static final Pattern FLAG =
            Pattern.compile("(?i)(is|has|can|may|allow|enable|use)[_ A-Z].*|.*(ed|flag|active)$");

    private final String name;
    private final boolean important;
    private final boolean wanted;
    private final Budget budget;
    private final EnumSet<Form> forms;
    private int kinds;
    private long filled;
    private boolean sureComma;
    private boolean dotted = true;
    private boolean atMidnight = true;
    private boolean keyLike = true;
    private boolean words = true;
    private boolean unique = true;
    private @Nullable Hashes distinct = new Hashes();

    /**
     * A profile of no cells yet.
     *
     * @param important whether it may be a key by its name or place
     * @param wanted whether its values are wanted though they come several times
     */
    ColumnProfile(String name, boolean typed, boolean important, boolean wanted, Budget budget) {
        this.name = name;
        this.important = important;
        this.wanted = wanted;
        this.budget = budget;
        // A text among typed cells can be a time, which many of these formats lack.
        this.forms =
                typed
                        ? EnumSet.of(Form.DATE, Form.LOCAL_DATETIME, Form.DATETIME, Form.TEXT)
                        : EnumSet.allOf(Form.class);
        if (!FLAG.matcher(name).matches()) {
            forms.remove(Form.LETTER);
        }
    }

    String name() {
        return name;
    }

    void take(Value cell) {
        if (Cells.isEmpty(cell)) {
            return;
        }
        filled++;
        kind(cell);
        Hashes known = distinct;
        if (known != null) {
            if (!important && !wanted && !budget.take()) {
                forget();
                return;
            }
            if (!known.add(Hashes.of(Cells.key(cell)))) {
                unique = false;
            }
            if (!wanted && !(keyLike && (unique || (isOfWords() && known.size() <= MAX_WORDS)))) {
                forget();
            }
        }
    }

    private void forget() {
        distinct = null;
        unique = false;
    }

    private void kind(Value cell) {
        switch (cell) {
            case Value.Text(String text) -> {
                kinds |= TEXTS;
                keyLike &= text.length() <= MAX_KEY;
                words &= text.length() > 1 && text.codePoints().anyMatch(Character::isLetter);
                text(text.strip());
            }
            case Value.Int _ -> kinds |= INTEGERS;
            case Value.Real(double number) -> {
                kinds |= FLOATS;
                keyLike &= number == Math.rint(number);
            }
            case Value.Bool _ -> {
                kinds |= BOOLEANS;
                keyLike = false;
            }
            case Value.Date _ -> kinds |= DATES;
            case Value.LocalDateTime(long second, int nano) -> {
                kinds |= TIMES;
                atMidnight &= nano == 0 && second % DAY_SECONDS == 0;
            }
            case Value.DateTime _ -> kinds |= ZONED;
            default -> {
                kinds |= OTHERS;
                keyLike = false;
            }
        }
    }

    private void text(String text) {
        if (forms.size() > 1) {
            forms.removeIf(form -> form.read(text) == null);
        }
        if (can(Form.DECIMAL_COMMA)) {
            int comma = text.indexOf(',');
            sureComma |= comma >= 0 && text.length() - comma != 4;
        }
        dotted &= text.indexOf('.') >= 0;
    }

    private boolean can(Form form) {
        return forms.contains(form);
    }

    /** How many cells are not empty. */
    long filled() {
        return filled;
    }

    /** Whether no value comes twice. */
    boolean isUnique() {
        return unique && filled > 0;
    }

    /** Whether it can tell rows apart. */
    boolean isKey(long rows) {
        return isUnique() && filled == rows && keyLike && !isFraction();
    }

    /** Whether it holds texts with letters alone, which stand in two tables hardly by chance. */
    boolean isOfWords() {
        return kinds == TEXTS && words && form(false) == Form.TEXT;
    }

    private boolean isFraction() {
        Form form = form(false);
        return form == Form.FLOAT || form == Form.DECIMAL_COMMA || form == Form.BOOLEAN;
    }

    /** Its values, where they are known. */
    @Nullable Hashes distinct() {
        return distinct;
    }

    /** Whether its numbers have a decimal comma. */
    boolean hasDecimalComma() {
        return kinds == TEXTS && form(false) == Form.DECIMAL_COMMA;
    }

    /** Whether it could be dates with the day first as well as with the month first. */
    boolean isAmbiguous() {
        return kinds == TEXTS && can(Form.DAY_FIRST) && can(Form.MONTH_FIRST) && !dotted;
    }

    /**
     * What its texts are.
     *
     * @param dayFirst whether dates that can be read in two ways have their day first
     */
    Form form(boolean dayFirst) {
        if (kinds != TEXTS) {
            return Form.TEXT; // among cells of other kinds, or empty
        }
        for (Form form : forms) {
            boolean fits =
                    switch (form) {
                        case DECIMAL_COMMA -> sureComma;
                        case DAY_FIRST -> !can(Form.MONTH_FIRST) || dotted || dayFirst;
                        case MONTH_FIRST -> !can(Form.DAY_FIRST);
                        default -> true;
                    };
            if (fits) {
                return form;
            }
        }
        return Form.TEXT;
    }

    /** Whether whole numbers stand among others. */
    boolean isOfFloats() {
        return kinds == (INTEGERS | FLOATS);
    }

    /** Whether its times are dates. */
    boolean isOfDates() {
        return (kinds & TIMES) != 0 && (kinds & ~(TIMES | DATES)) == 0 && atMidnight;
    }

    /** Its type, for people, where its texts are this. */
    String told(Form form) {
        if (isOfDates()) {
            return "date";
        }
        return switch (kinds) {
            case 0 -> "empty";
            case TEXTS -> form.told();
            case INTEGERS -> "integer";
            case FLOATS, INTEGERS | FLOATS -> "float";
            case BOOLEANS -> "boolean";
            case DATES -> "date";
            case TIMES -> "datetime without zone";
            case ZONED -> "datetime with zone";
            case OTHERS -> "lists, maps or times of day";
            default -> "of several types";
        };
    }
}
