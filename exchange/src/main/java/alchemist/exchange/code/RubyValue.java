package alchemist.exchange.code;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a value of Ruby.
 *
 * @param type of which it is, or which it is; null where that is not read
 * @param isType whether it is the type itself
 * @param known whether anything is known of it: without a type it is one of others
 * @param exact whether it can be nothing else
 */
record RubyValue(@Nullable RubyType type, boolean isType, boolean known, boolean exact) {
    static final RubyValue UNKNOWN = new RubyValue(null, false, false, false);

    /** What others wrote, or a text or a number. */
    static final RubyValue FOREIGN = new RubyValue(null, false, true, true);

    static RubyValue of(@Nullable RubyType type, boolean isType) {
        return type == null ? FOREIGN : new RubyValue(type, isType, true, true);
    }

    /** What may be this, or another. */
    RubyValue or(RubyValue other) {
        if (type != null && other.type == type && other.isType == isType) {
            return exact ? other : this;
        }
        if (type != null && other.type != null) {
            return FOREIGN; // nothing is called of either
        }
        RubyValue told = type != null ? this : other;
        return told.type != null ? told.perhaps() : known ? this : other;
    }

    /** The same, of which it is not certain. */
    RubyValue perhaps() {
        return exact ? new RubyValue(type, isType, known, false) : this;
    }
}
