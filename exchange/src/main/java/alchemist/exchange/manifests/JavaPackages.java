package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Library;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which artifact of Maven the packages come from that code imports. Code names packages and
 * manifests name artifacts, and only jars say which is in which: so it is told from their names,
 * where these leave no doubt.
 */
final class JavaPackages {
    private static final ImportedNames IMPORTED =
            new ImportedNames(
                    ".java",
                    Pattern.compile(
                            "(?m)^import\\s+(?:static\\s+)?([a-z_][\\w]*(?:\\.[a-z_]\\w*)*)\\."),
                    Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;"),
                    Pattern.compile("(?:java|javax|jdk)(?:\\..*)?"));

    private final Blueprint blueprint;
    private final List<Module> modules;

    JavaPackages(Blueprint blueprint, List<Module> modules) {
        this.blueprint = blueprint;
        this.modules = modules;
    }

    private record Artifact(String group, String name, SourceFile file) {}

    void add() {
        Map<String, List<Artifact>> byGroup = new TreeMap<>();
        for (Module module : modules) {
            for (Dependency one : module.dependencies) {
                add(one, module, byGroup);
            }
        }
        if (byGroup.isEmpty()) {
            return;
        }
        for (String name : IMPORTED.in(blueprint)) {
            Artifact artifact = artifact(name, byGroup);
            if (artifact != null) {
                Id from =
                        blueprint.library(
                                Library.maven(artifact.group, artifact.name), artifact.file);
                Id to = blueprint.library(Library.javaPackage(name), artifact.file);
                Facts facts = Facts.none().text("resolved", "by name");
                blueprint.edge("provides", from, to, facts, artifact.file);
            }
        }
    }

    private static void add(Dependency one, Module module, Map<String, List<Artifact>> byGroup) {
        int colon = one.name().indexOf(':');
        if (colon <= 0 || one.scope().equals("plugin") || one.scope().equals("import")) {
            return;
        }
        String group = one.name().substring(0, colon);
        String name = one.name().substring(colon + 1);
        List<Artifact> known = byGroup.computeIfAbsent(group, _ -> new ArrayList<>(1));
        if (known.stream().noneMatch(artifact -> artifact.name.equals(name))) {
            known.add(new Artifact(group, name, module.file));
        }
    }

    /** The one artifact of the longest group that a package begins with; null where in doubt. */
    private static @Nullable Artifact artifact(String name, Map<String, List<Artifact>> byGroup) {
        for (String group = name; !group.isEmpty(); group = above(group)) {
            List<Artifact> artifacts = byGroup.get(group);
            if (artifacts != null) {
                return artifacts.size() == 1 ? artifacts.getFirst() : best(name, artifacts);
            }
        }
        return null;
    }

    private static String above(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** Of several of one group the one of whose name most is in the package's. */
    private static @Nullable Artifact best(String name, List<Artifact> artifacts) {
        Set<String> parts = Set.copyOf(new HashSet<>(List.of(name.split("\\.", -1))));
        Artifact best = null;
        int most = 0;
        boolean several = false;
        for (Artifact one : artifacts) {
            int same = 0;
            for (String part : one.name.split("[-._]", -1)) {
                same += parts.contains(part) ? 1 : 0;
            }
            several = same == most ? several || best != null : same < most && several;
            if (same > most) {
                best = one;
                most = same;
            }
        }
        return several ? null : best;
    }
}
