package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Library;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which package of Composer the namespaces come from that code of PHP uses: a lock file says which
 * names the types of each begin with; without one most packages are called like what is in them.
 */
final class PhpNamespaces {
    private static final ImportedNames IMPORTED =
            new ImportedNames(
                    ".php",
                    Pattern.compile(
                            "(?m)^use\\s+(?:(?:function|const)\\s+)?+\\\\?([A-Za-z_]\\w*+(?:\\\\\\w++(?=\\\\))*+)\\\\(?:\\w++\\s*+(?:as\\s++\\w++\\s*+)?;|\\{)"),
                    Pattern.compile("(?m)^[ \\t]*namespace\\s+([\\w\\\\]+)"),
                    Library.OF_PHP);

    /** Names of namespaces that those of packages leave out. */
    private static final Set<String> LEFT_OUT = Set.of("component", "bundle", "bridge");

    private final Blueprint blueprint;
    private final List<Module> modules;
    private final List<Lock> locks;

    PhpNamespaces(Blueprint blueprint, List<Module> modules, List<Lock> locks) {
        this.blueprint = blueprint;
        this.modules = modules;
        this.locks = locks;
    }

    /** A package, and a file that names it. */
    private record Provider(Library library, SourceFile file) {}

    void add() {
        Map<String, Provider> packages = new TreeMap<>();
        Map<String, List<Provider>> told = new HashMap<>();
        for (Module module : modules) {
            for (Dependency one : module.dependencies) {
                if (module.ecosystem == Ecosystem.COMPOSER) {
                    packages.putIfAbsent(
                            one.name().toLowerCase(Locale.ROOT), provider(one.name(), module.file));
                }
            }
        }
        for (Lock lock : locks) {
            lock.namespaces.forEach(
                    (namespace, name) -> {
                        if (!name.isEmpty()) {
                            told.computeIfAbsent(namespace, _ -> new ArrayList<>(1))
                                    .add(provider(name, lock.file));
                        }
                    });
        }
        if (packages.isEmpty() && told.isEmpty()) {
            return;
        }
        for (String namespace : IMPORTED.in(blueprint)) {
            Provider exact = told(namespace, told);
            Provider from = exact == null ? called(namespace, packages) : exact;
            if (from != null) {
                Id provider = blueprint.library(from.library, from.file);
                Id provided = blueprint.library(Library.phpNamespace(namespace), from.file);
                Facts facts = Facts.none().text("resolved", exact == null ? "by name" : "exact");
                blueprint.edge("provides", provider, provided, facts, from.file);
            }
        }
    }

    private static Provider provider(String name, SourceFile file) {
        return new Provider(Ecosystem.COMPOSER.library(name), file);
    }

    /** The only one whose types begin with most of a namespace, as lock files say. */
    private static @Nullable Provider told(String namespace, Map<String, List<Provider>> told) {
        for (String up = namespace; !up.isEmpty(); up = above(up)) {
            List<Provider> those = told.getOrDefault(up, List.of());
            if (!those.isEmpty()) {
                Library first = those.getFirst().library;
                return those.stream().allMatch(one -> one.library.equals(first))
                        ? those.getFirst()
                        : null;
            }
        }
        return null;
    }

    /**
     * The one that is called like a namespace, or like what it begins with, or the only one of
     * whoever it begins with; null where in doubt.
     */
    private static @Nullable Provider called(String namespace, Map<String, Provider> packages) {
        for (String up = namespace; !up.isEmpty(); up = above(up)) {
            String plain = plain(up);
            for (Map.Entry<String, Provider> one : packages.entrySet()) {
                int slash = one.getKey().indexOf('/');
                String vendor = words(one.getKey().substring(0, Math.max(0, slash)));
                String name = words(one.getKey().substring(slash + 1));
                boolean isItself = name.equals(vendor) && plain.equals(vendor);
                if (isItself || plain.equals(vendor + name)) {
                    return one.getValue();
                }
            }
        }
        int first = namespace.indexOf('\\');
        String root = plain(first < 0 ? namespace : namespace.substring(0, first)) + "/";
        List<Provider> ofVendor = new ArrayList<>();
        packages.forEach(
                (name, one) -> {
                    if (name.startsWith(root)) {
                        ofVendor.add(one);
                    }
                });
        return ofVendor.size() == 1 ? ofVendor.getFirst() : null;
    }

    private static String above(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('\\')));
    }

    private static String words(String name) {
        return name.replaceAll("[-._]", "");
    }

    private static String plain(String namespace) {
        StringBuilder plain = new StringBuilder();
        for (String one : namespace.toLowerCase(Locale.ROOT).split("\\\\", -1)) {
            plain.append(LEFT_OUT.contains(one) ? "" : words(one));
        }
        return plain.toString();
    }
}
