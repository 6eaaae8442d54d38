package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of C#, or a type that stands where one might.
 *
 * @param type its type, if that is read
 * @param written its type as it is written; empty where it is unknown
 * @param file in which that is written
 * @param in where in that
 * @param isType whether it is the type itself
 * @param given what names of types stand for where that is written
 */
record CSharpValue(
        @Nullable CSharpType type,
        String written,
        @Nullable CodeFile file,
        @Nullable Declared in,
        boolean isType,
        Map<String, CSharpValue> given) {
    /** Of which nothing is known. */
    static final CSharpValue UNKNOWN = new CSharpValue(null, "", null, null, false, Map.of());

    boolean isUnknown() {
        return type == null && written.isEmpty();
    }
}
