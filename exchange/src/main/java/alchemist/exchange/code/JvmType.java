package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import org.jspecify.annotations.Nullable;

/**
 * A type as a declaration or a call of Java or Kotlin has it.
 *
 * @param name its last name as Java has it, without arguments, with a pair of brackets for each
 *     dimension; {@code ?} where it is unknown
 * @param own what declares it, where that is read; of an array its elements' type
 * @param bound what stands for any type is at least of this type; null where it stands for itself
 */
record JvmType(String name, @Nullable Declared own, @Nullable JvmType bound) {
    /** Of which nothing is known. */
    static final JvmType UNKNOWN = new JvmType("?", null, null);

    /** What holds anything. */
    static final JvmType ANY = new JvmType("Object", null, null);

    /** A function written right there. */
    static final JvmType FUNCTION = new JvmType("=>", null, null);

    /** Nothing. */
    static final JvmType NULL = new JvmType("null", null, null);

    boolean isUnknown() {
        return name.equals("?");
    }

    boolean isArray() {
        return name.endsWith("[]");
    }

    boolean isFunction() {
        return name.equals("=>");
    }

    /** Whether it may be any type that fits a bound. */
    boolean isVariable() {
        return bound != null;
    }

    /** That of one of an array. */
    JvmType element() {
        return isArray() ? new JvmType(name.substring(0, name.length() - 2), own, bound) : UNKNOWN;
    }

    /** Whether it is the same, as far as names tell. */
    boolean isSame(JvmType other) {
        return name.equals(other.name) && own == other.own && isVariable() == other.isVariable();
    }
}
