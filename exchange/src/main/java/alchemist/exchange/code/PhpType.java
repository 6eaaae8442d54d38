package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class, interface, trait or enumeration of PHP. */
final class PhpType {
    final Declared declared;

    /** Its name with that of its namespace. */
    final String name;

    /** Its own methods, by their names in small letters. */
    final Map<String, Declared> methods = new HashMap<>();

    /** What it takes members of over, extends and implements, once that is asked for. */
    @Nullable Above above;

    /**
     * What stands above a type, as far as that is read.
     *
     * @param open whether something does that is not read
     */
    record Above(
            List<PhpType> traits, List<PhpType> parents, List<PhpType> promised, boolean open) {
        /** All in the order in which members are looked for. */
        List<PhpType> all() {
            List<PhpType> all = new ArrayList<>(traits);
            all.addAll(parents);
            all.addAll(promised);
            return all;
        }
    }

    PhpType(Declared declared, String name) {
        this.declared = declared;
        this.name = name;
    }
}
