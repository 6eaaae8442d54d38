package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.Placeholders;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code pom.xml}. What one leaves to those above it is looked for among those that are read; what
 * none of them says stays as it is written.
 */
final class MavenFiles {
    /** What Maven calls plugins whose group is not written. */
    private static final String PLUGINS = "org.apache.maven.plugins";

    /** So many poms may stand above one, and so often may a property name another. */
    private static final int MAX_STEPS = 16;

    private static final Placeholders PLACEHOLDERS =
            new Placeholders(Pattern.compile("\\$\\{([^${}]+)\\}"));

    private final List<Pom> poms = new ArrayList<>();
    private final Map<String, Pom> byName = new HashMap<>();

    /** One file, as it is written. */
    private record Pom(SourceFile file, Tree project) {
        String group() {
            String own = project.text("groupId");
            return own.isEmpty() ? project.at("parent").text("groupId") : own;
        }

        String version() {
            String own = project.text("version");
            return own.isEmpty() ? project.at("parent").text("version") : own;
        }

        String name() {
            return group() + ":" + project.text("artifactId");
        }
    }

    void read(SourceFile file) throws Malformed {
        Tree project = file.xml("project of Maven").at("project");
        if (project.text("artifactId").isEmpty()) {
            throw new Malformed(1, "is no project of Maven: <artifactId> is missing");
        }
        Pom pom = new Pom(file.emptied(), project);
        poms.add(pom);
        byName.putIfAbsent(pom.name(), pom);
    }

    /** The modules, when all have been read. */
    List<Module> modules() {
        List<Module> modules = new ArrayList<>();
        for (Pom pom : poms) {
            modules.add(module(pom));
        }
        return modules;
    }

    private Module module(Pom pom) {
        Tree project = pom.project;
        Module module =
                new Module(
                        pom.file,
                        Ecosystem.MAVEN,
                        filled(pom.group(), pom) + ":" + project.text("artifactId"));
        module.line = project.at("artifactId").line();
        module.version = filled(pom.version(), pom);
        String packaging = project.text("packaging");
        module.packaging = packaging.isEmpty() ? "jar" : packaging;
        Tree parent = project.at("parent");
        if (parent.isMap()) {
            module.parent = parent.text("groupId") + ":" + parent.text("artifactId");
            module.parentVersion = parent.text("version");
            module.parentLine = parent.line();
        }
        addFrom(project, "", pom, module);
        for (Tree profile : project.at("profiles").each("profile")) {
            addFrom(profile, profile.text("id"), pom, module);
        }
        return module;
    }

    private void addFrom(Tree part, String profile, Pom pom, Module module) {
        for (Tree one : part.at("modules").each("module")) {
            String path = Root.resolved(module.folder(), one.text());
            if (path != null) {
                module.members.add(path.endsWith(".xml") ? Root.parent(path) : path);
            }
        }
        for (Tree one : part.at("dependencies").each("dependency")) {
            String name = name(one, "", pom);
            Tree managed = managed(name, pom);
            String version = one.has("version") ? one.text("version") : managed.text("version");
            String scope = one.has("scope") ? one.text("scope") : managed.text("scope");
            boolean optional = one.text("optional").equals("true");
            String said =
                    scope.equals("compile") || scope.isEmpty()
                            ? optional ? "optional" : profile.isEmpty() ? "" : "profile " + profile
                            : scope;
            add(name, version, said, one, pom, module);
        }
        for (Tree one : part.at("dependencyManagement", "dependencies").each("dependency")) {
            if (one.text("scope").equals("import")) {
                add(name(one, "", pom), one.text("version"), "import", one, pom, module);
            }
        }
        for (Tree one : part.at("build", "plugins").each("plugin")) {
            String name = name(one, PLUGINS, pom);
            String version = one.has("version") ? one.text("version") : managedPlugin(name, pom);
            add(name, version, "plugin", one, pom, module);
        }
    }

    private void add(
            String name, String version, String scope, Tree where, Pom pom, Module module) {
        module.dependencies.add(
                new Dependency(
                        name, filled(version, pom), scope, Dependency.ELSEWHERE, where.line()));
    }

    private String name(Tree one, String group, Pom pom) {
        String own = one.text("groupId").isEmpty() ? group : one.text("groupId");
        return filled(own, pom) + ":" + filled(one.text("artifactId"), pom);
    }

    private Tree managed(String name, Pom pom) {
        @Nullable Pom at = pom;
        for (int i = 0; at != null && i < MAX_STEPS; i++) {
            for (Tree one :
                    at.project.at("dependencyManagement", "dependencies").each("dependency")) {
                if (name(one, "", at).equals(name)) {
                    return one;
                }
            }
            at = above(at);
        }
        return Tree.ABSENT;
    }

    private String managedPlugin(String name, Pom pom) {
        @Nullable Pom at = pom;
        for (int i = 0; at != null && i < MAX_STEPS; i++) {
            for (Tree one : at.project.at("build", "pluginManagement", "plugins").each("plugin")) {
                if (name(one, PLUGINS, at).equals(name)) {
                    return one.text("version");
                }
            }
            at = above(at);
        }
        return "";
    }

    private @Nullable Pom above(Pom pom) {
        Tree parent = pom.project.at("parent");
        Pom above = byName.get(parent.text("groupId") + ":" + parent.text("artifactId"));
        return above != null && above.name().equals(pom.name()) ? null : above;
    }

    /** A text with what its placeholders stand for, as far as that is known. */
    private String filled(String text, Pom pom) {
        return PLACEHOLDERS.resolved(text, MAX_STEPS, found -> property(found.group(1), pom));
    }

    private @Nullable String property(String name, Pom pom) {
        switch (name) {
            case "project.version", "pom.version", "version" -> {
                return pom.version();
            }
            case "project.groupId", "pom.groupId", "groupId" -> {
                return pom.group();
            }
            case "project.artifactId", "pom.artifactId", "artifactId" -> {
                return pom.project.text("artifactId");
            }
            case "project.parent.version" -> {
                return pom.project.at("parent").text("version");
            }
            case "project.parent.groupId" -> {
                return pom.project.at("parent").text("groupId");
            }
            default -> {}
        }
        @Nullable Pom at = pom;
        for (int i = 0; at != null && i < MAX_STEPS; i++) {
            if (at.project.at("properties").has(name)) {
                return at.project.at("properties").text(name);
            }
            at = above(at);
        }
        return null;
    }
}
