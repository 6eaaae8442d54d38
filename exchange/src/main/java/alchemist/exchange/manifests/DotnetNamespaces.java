package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Library;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which package of NuGet the namespaces come from that code of C# uses: most packages are called
 * like what is in them, and only the packages would say for sure.
 */
final class DotnetNamespaces {
    private static final ImportedNames IMPORTED =
            new ImportedNames(
                    ".cs",
                    Pattern.compile(
                            "(?m)^[ \\t\\ufeff]*(?:global\\s+)?using\\s+([A-Z]\\w*(?:\\.\\w+)*)\\s*;"),
                    Pattern.compile("(?m)^[ \\t\\ufeff]*namespace\\s+([\\w.]+)"),
                    Library.OF_DOTNET);

    private final Blueprint blueprint;
    private final Collection<Module> projects;

    DotnetNamespaces(Blueprint blueprint, Collection<Module> projects) {
        this.blueprint = blueprint;
        this.projects = projects;
    }

    /** A package, and a file that names it. */
    private record Provider(Library library, SourceFile file) {}

    void add() {
        Map<String, Provider> packages = new TreeMap<>();
        for (Module project : projects) {
            for (Dependency one : project.dependencies) {
                if (one.folder().equals(Dependency.ELSEWHERE)) {
                    packages.putIfAbsent(
                            one.name().toLowerCase(Locale.ROOT),
                            new Provider(Ecosystem.NUGET.library(one.name()), project.file));
                }
            }
        }
        if (packages.isEmpty()) {
            return;
        }
        for (String namespace : IMPORTED.in(blueprint)) {
            Provider from = from(namespace.toLowerCase(Locale.ROOT), packages);
            if (from != null) {
                Id provider = blueprint.library(from.library, from.file);
                Id provided = blueprint.library(Library.dotnetNamespace(namespace), from.file);
                Facts facts = Facts.none().text("resolved", "by name");
                blueprint.edge("provides", provider, provided, facts, from.file);
            }
        }
    }

    /**
     * The one that is called like a namespace, or like what it begins with; null where in doubt.
     */
    private static @Nullable Provider from(String namespace, Map<String, Provider> packages) {
        for (String up = namespace; !up.isEmpty(); up = above(up)) {
            Provider called = packages.get(up);
            if (called != null) {
                return called;
            }
        }
        List<Provider> inside = new ArrayList<>();
        packages.forEach(
                (name, one) -> {
                    if (name.startsWith(namespace + ".")) {
                        inside.add(one);
                    }
                });
        return inside.size() == 1 ? inside.getFirst() : null;
    }

    private static String above(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
