package alchemist.exchange.dbt;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** States projects, and the packages that they name. */
final class Packages {
    private static final int MAX_BYTES = 1 << 20;

    private final Blueprint blueprint;
    private final List<Project> projects;

    Packages(Blueprint blueprint, List<Project> projects) {
        this.blueprint = blueprint;
        this.projects = projects;
    }

    void add() {
        for (Project project : projects) {
            blueprint.declare(
                    project.file,
                    "Module",
                    project.name(),
                    project.id,
                    Facts.at(project.settings.at("name").line())
                            .text("ecosystem", "dbt")
                            .text("identifier", project.name())
                            .text("version", project.settings.text("version")));
        }
        for (Project project : projects) {
            Map<String, String> locked = new HashMap<>();
            read(project, "package-lock.yml", (file, one) -> lock(file, one, locked));
            read(project, "packages.yml", (file, one) -> add(project, file, one, locked));
            read(project, "dependencies.yml", (file, one) -> add(project, file, one, locked));
        }
    }

    private interface Entry {
        void read(SourceFile file, Tree entry);
    }

    private void read(Project project, String name, Entry entry) {
        String path = Root.resolvedIn(project.folder(), name);
        SourceFile file = blueprint.open(path, MAX_BYTES, project.file);
        if (file == null) {
            return;
        }
        try {
            for (Tree document : file.documents()) {
                document.each("packages").forEach(one -> entry.read(file.emptied(), one));
                document.each("projects").forEach(one -> entry.read(file.emptied(), one));
            }
        } catch (Malformed e) {
            file.warn(e.line(), e.what());
        }
    }

    private void lock(SourceFile file, Tree one, Map<String, String> locked) {
        String name = name(one);
        String version = version(one);
        if (!name.isEmpty() && !version.isEmpty()) {
            locked.put(name, version);
            blueprint.edge(
                    "locks",
                    blueprint.file(file),
                    blueprint.library(library(name), file),
                    Facts.at(one.line()).texts("versions", List.of(version)),
                    file);
        }
    }

    private void add(Project project, SourceFile file, Tree one, Map<String, String> locked) {
        String local = one.text("local");
        if (!local.isEmpty()) {
            String folder = Root.resolved(project.folder(), local);
            for (Project other : projects) {
                if (other != project && other.folder().equals(folder)) {
                    project.packages.add(other);
                    blueprint.edge("depends on", project.id, other.id, Facts.at(one.line()), file);
                }
            }
            return;
        }
        project.hasPackages = true;
        String name = name(one);
        if (!name.isEmpty()) {
            blueprint.edge(
                    "depends on",
                    project.id,
                    blueprint.library(library(name), file),
                    Facts.at(one.line())
                            .text("requires", version(one))
                            .text("locked", locked.getOrDefault(name, "")),
                    file);
        }
    }

    /** What a package is called where one finds it: on dbt's hub, or as an address of Git. */
    private static String name(Tree one) {
        for (String key : List.of("package", "git", "name")) {
            String name = one.text(key);
            if (!name.isEmpty()) {
                // An address may hold a password, which stands before the host.
                return name.contains("{{")
                        ? ""
                        : name.replaceFirst("^[a-z+]+://(?:[^/@]*@)?", "")
                                .replaceFirst("\\.git$", "");
            }
        }
        return "";
    }

    private static String version(Tree one) {
        Tree version = one.at("version");
        String revision = one.text("revision");
        return version.isList()
                ? String.join(",", version.items().stream().map(Tree::text).toList())
                : version.text().isEmpty() ? revision : version.text();
    }

    private static Library library(String name) {
        return new Library("dbt", name, name);
    }
}
