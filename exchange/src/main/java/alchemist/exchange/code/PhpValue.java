package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value of PHP.
 *
 * @param type of which it is, or which it is; null where that is not read
 * @param known whether anything is known of it: without a type it is one of others
 * @param exact whether the code says so, and not but a comment, or what is mostly so
 * @param each what each of several is that it may hold, as it is written; empty where nothing is
 *     said
 * @param file in which that is written, or null
 * @param in within what, or null
 */
record PhpValue(
        @Nullable PhpType type,
        boolean known,
        boolean exact,
        String each,
        @Nullable CodeFile file,
        @Nullable Declared in) {
    static final PhpValue UNKNOWN = new PhpValue(null, false, false, "", null, null);

    /** What others wrote, or a text or a number. */
    static final PhpValue FOREIGN = new PhpValue(null, true, true, "", null, null);

    static PhpValue of(PhpType type, boolean exact) {
        return new PhpValue(type, true, exact, "", null, null);
    }

    /** What may be this, or another. */
    PhpValue or(PhpValue other) {
        if (type != null && other.type == type) {
            return exact ? other : this;
        }
        if (type != null && other.type != null) {
            return FOREIGN; // nothing is called of either
        }
        PhpValue told = type != null ? this : other;
        return told.type != null ? told.perhaps() : known ? this : other;
    }

    /** The same, of which it is not certain. */
    PhpValue perhaps() {
        return exact ? new PhpValue(type, known, false, each, file, in) : this;
    }
}
