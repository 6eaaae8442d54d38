package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.Lock.Locked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code Cargo.toml} and {@code Cargo.lock}. */
final class CargoFiles {
    private static final List<Map.Entry<String, String>> SCOPES =
            List.of(
                    Map.entry("dependencies", ""),
                    Map.entry("dev-dependencies", "dev"),
                    Map.entry("build-dependencies", "build"));

    /** What the workspaces say that their members may refer to, by their folder. */
    private final Map<String, Tree> workspaces = new HashMap<>();

    Module manifest(SourceFile file) throws Malformed {
        Tree toml = file.toml();
        Tree own = toml.at("package");
        Module module = new Module(file, Ecosystem.CARGO, own.text("name"));
        module.version = own.text("version");
        module.real = own.isMap();
        module.isPrivate = own.text("publish").equals("false");
        module.line = Math.max(1, own.line());
        Tree workspace = toml.at("workspace");
        if (workspace.isMap()) {
            workspaces.put(file.folder(), workspace);
        }
        for (Tree member : workspace.each("members")) {
            String folder = Root.resolved(file.folder(), member.text());
            if (folder != null) {
                module.members.add(folder);
            }
        }
        add(toml, module);
        toml.at("target").entries().values().forEach(target -> add(target, module));
        return module;
    }

    private static void add(Tree toml, Module module) {
        for (Map.Entry<String, String> scope : SCOPES) {
            toml.at(scope.getKey())
                    .entries()
                    .forEach(
                            (name, said) ->
                                    module.dependencies.add(
                                            dependency(
                                                    module.folder(),
                                                    name,
                                                    said,
                                                    scope.getValue())));
        }
    }

    private static Dependency dependency(String folder, String name, Tree said, String scope) {
        String local = said.text("path");
        @Nullable String there = local.isEmpty() ? null : Root.resolved(folder, local);
        String requires = said.isMap() ? said.text("version") : said.text();
        return new Dependency(
                said.text("package").isEmpty() ? name : said.text("package"),
                said.text("workspace").equals("true") ? INHERITED : requires,
                scope.isEmpty() && said.text("optional").equals("true") ? "optional" : scope,
                there == null ? Dependency.ELSEWHERE : there,
                said.line());
    }

    private static final String INHERITED = "\0workspace";

    /** Puts in what members leave to their workspace, when all manifests have been read. */
    void complete(Module module) {
        for (int i = 0; i < module.dependencies.size(); i++) {
            Dependency one = module.dependencies.get(i);
            if (!one.requires().equals(INHERITED)) {
                continue;
            }
            String above = workspaceOf(module.folder());
            Tree workspace = workspaces.getOrDefault(above, Tree.ABSENT);
            Tree said = workspace.at("dependencies").at(one.name());
            Dependency full = dependency(above, one.name(), said, one.scope());
            module.dependencies.set(
                    i,
                    new Dependency(
                            full.name(),
                            full.requires().equals(INHERITED) ? "" : full.requires(),
                            one.scope(),
                            full.folder(),
                            one.line()));
        }
        if (module.real && module.version.isEmpty()) {
            module.version =
                    workspaces
                            .getOrDefault(workspaceOf(module.folder()), Tree.ABSENT)
                            .at("package")
                            .text("version");
        }
    }

    private String workspaceOf(String folder) {
        String up = folder;
        while (!workspaces.containsKey(up) && !up.isEmpty()) {
            up = Root.parent(up);
        }
        return up;
    }

    static Lock lock(SourceFile file) throws Malformed {
        Lock lock = new Lock(file, Ecosystem.CARGO);
        for (Tree one : file.toml().each("package")) {
            Locked locked = new Locked(one.text("name"), one.text("version"), one.line());
            for (Tree needed : one.each("dependencies")) {
                String[] parts = needed.text().split(" ", -1);
                locked.requires().put(parts[0], parts.length > 1 ? parts[1] : "");
            }
            if (!one.text("source").isEmpty()) { // else a module of the project itself
                lock.add(locked);
            }
        }
        return lock;
    }
}
