package alchemist.walls;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A module of the build, and the modules that its own sources may name.
 *
 * <p>Maven hands a module everything that its dependencies depend on; these arrows do not. Every
 * module but {@code layout} may name {@code kernel}, whose types are what the others speak in.
 */
record Module(String name, Set<String> sees) {

    /** The only arrows allowed. A new module joins here. */
    static final List<Module> ALL =
            List.of(
                    module("kernel"),
                    module("layout"),
                    module("domain", "kernel"),
                    module("log", "kernel"),
                    module("logfile", "log", "kernel"),
                    module("testkit", "kernel", "log"),
                    module("engine", "log", "kernel"),
                    module("graph", "domain", "layout", "kernel"),
                    module("exchange", "domain", "engine", "kernel"),
                    module("gateway", "engine", "graph", "exchange", "domain", "kernel"),
                    module("wasm", "kernel", "domain", "layout"),
                    module(
                            "server",
                            "kernel",
                            "domain",
                            "layout",
                            "log",
                            "logfile",
                            "engine",
                            "graph",
                            "exchange",
                            "gateway"));

    /** The modules that also compile to WebAssembly. */
    static final String[] PORTABLE = {
        "alchemist.kernel..", "alchemist.domain..", "alchemist.layout.."
    };

    /** What is shipped, without tests. */
    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(place -> !place.contains("/test-classes/"))
                    .importPackages("alchemist");

    private static Module module(String name, String... sees) {
        return new Module(name, Collections.unmodifiableSet(new TreeSet<>(List.of(sees))));
    }

    /** The module's packages, as ArchUnit writes them. */
    String packages() {
        return "alchemist." + name + "..";
    }

    /** The packages of all modules that this one must not name. */
    String[] hidden() {
        return ALL.stream()
                .filter(other -> !other.equals(this) && !sees.contains(other.name))
                .map(Module::packages)
                .toArray(String[]::new);
    }

    @Override
    public String toString() {
        return name;
    }
}
