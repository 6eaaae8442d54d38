package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class or a module of Ruby, which may be opened in several places. */
final class RubyType {
    /** Its name with those that it stands in. */
    final String name;

    final String project;
    final List<Declared> parts = new ArrayList<>(1);

    /** The methods of what is one of it. */
    final Map<String, Declared> methods = new HashMap<>();

    /** Its own methods. */
    final Map<String, Declared> own = new HashMap<>();

    /** Other names of methods. */
    final Map<String, String> aliases = new HashMap<>();

    /** Whether what is called on it are the methods of what is one of it. */
    boolean extendsItself;

    /** What stands above it, once that is asked for. */
    @Nullable Above above;

    /**
     * What stands above a type, as far as that is read.
     *
     * @param taken modules whose methods what is one of it has
     * @param own modules whose methods it has itself
     * @param open whether something does that is not read
     */
    record Above(List<RubyType> taken, List<RubyType> own, List<RubyType> parents, boolean open) {}

    RubyType(String name, String project) {
        this.name = name;
        this.project = project;
    }

    /** The part that stands for it. */
    Declared main() {
        return parts.getFirst();
    }
}
