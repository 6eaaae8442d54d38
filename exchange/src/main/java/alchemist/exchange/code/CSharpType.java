package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type of C# with all its parts. */
final class CSharpType {
    final String namespace;
    final String project;
    final @Nullable CSharpType outer;

    /** The first of them stands for all. */
    final List<Declared> parts = new ArrayList<>(1);

    /** Its methods, by name, and its constructors by its own. */
    final Map<String, List<Declared>> methods = new LinkedHashMap<>();

    final Map<String, CSharpType> nested = new HashMap<>();

    /** What it extends and implements that is read, once that is known. */
    @Nullable List<CSharpType> supertypes;

    /** Itself and all that it inherits from, once that is known. */
    @Nullable List<CSharpType> line;

    /** Whether it also extends or implements what others wrote. */
    boolean open;

    CSharpType(String namespace, String project, @Nullable CSharpType outer) {
        this.namespace = namespace;
        this.project = project;
        this.outer = outer;
    }

    Declared main() {
        return parts.getFirst();
    }

    List<Declared> methods(String name) {
        return methods.getOrDefault(name, List.of());
    }
}
