package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.Lock.Locked;
import java.util.List;
import java.util.Map;

/** {@code package.json} and {@code package-lock.json}. */
final class NpmFiles {
    private static final String MODULES = "node_modules/";

    /** By field what the dependencies in it are for. */
    private static final List<Map.Entry<String, String>> SCOPES =
            List.of(
                    Map.entry("dependencies", ""),
                    Map.entry("devDependencies", "dev"),
                    Map.entry("peerDependencies", "peer"),
                    Map.entry("optionalDependencies", "optional"));

    private NpmFiles() {}

    static Module manifest(SourceFile file) throws Malformed {
        Tree json = file.documents().getFirst();
        if (!json.isMap()) {
            throw new Malformed(1, "is no manifest of npm: an object is expected");
        }
        Module module = new Module(file, Ecosystem.NPM, json.text("name"));
        module.version = json.text("version");
        module.isPrivate = json.text("private").equals("true");
        module.line = Math.max(1, json.at("name").line());
        for (Map.Entry<String, String> scope : SCOPES) {
            json.at(scope.getKey())
                    .entries()
                    .forEach(
                            (name, requires) ->
                                    module.dependencies.add(
                                            dependency(file, name, requires, scope.getValue())));
        }
        Tree workspaces = json.at("workspaces");
        for (Tree one : workspaces.isMap() ? workspaces.each("packages") : workspaces.items()) {
            String folder = Root.resolved(file.folder(), one.text());
            if (folder != null && !one.text().startsWith("!")) {
                module.members.add(folder);
            }
        }
        return module;
    }

    private static Dependency dependency(
            SourceFile file, String name, Tree requires, String scope) {
        String said = requires.text();
        String folder = Dependency.ELSEWHERE;
        for (String local : List.of("file:", "link:", "portal:")) {
            if (said.startsWith(local)) {
                String there = Root.resolved(file.folder(), said.substring(local.length()));
                folder = there == null ? folder : there;
            }
        }
        // An alias stands under a name of its own: npm:real@version.
        String real = name;
        if (said.startsWith("npm:")) {
            int at = said.lastIndexOf('@');
            real = at > "npm:@".length() ? said.substring("npm:".length(), at) : said.substring(4);
        }
        return new Dependency(real, said, scope, folder, requires.line());
    }

    static Lock lock(SourceFile file) throws Malformed {
        Tree json = file.documents().getFirst();
        Lock lock = new Lock(file, Ecosystem.NPM);
        if (json.at("packages").isMap()) {
            json.at("packages").entries().forEach((path, one) -> add(path, one, lock));
        } else {
            addNested(json.at("dependencies"), "", lock, 0);
        }
        return lock;
    }

    private static void add(String path, Tree one, Lock lock) {
        int modules = path.lastIndexOf(MODULES);
        if (modules < 0 || one.text("link").equals("true") || one.text("version").isEmpty()) {
            return; // a module of the project itself
        }
        String name =
                one.text("name").isEmpty()
                        ? path.substring(modules + MODULES.length())
                        : one.text("name");
        Locked locked = new Locked(name, one.text("version"), one.line());
        for (String field : List.of("dependencies", "optionalDependencies")) {
            one.at(field)
                    .entries()
                    .forEach((needed, range) -> locked.requires().put(needed, range.text()));
        }
        lock.add(locked);
        String above = path.substring(0, modules);
        if (!above.contains(MODULES)) {
            String folder = above.endsWith("/") ? above.substring(0, above.length() - 1) : above;
            lock.place(folder, name, locked.version());
        }
    }

    /** As older versions of npm write it. */
    private static void addNested(Tree dependencies, String above, Lock lock, int depth) {
        if (depth > Manifests.MAX_DEPTH) {
            return;
        }
        dependencies
                .entries()
                .forEach(
                        (name, one) -> {
                            Locked locked = new Locked(name, one.text("version"), one.line());
                            one.at("requires")
                                    .entries()
                                    .forEach((n, range) -> locked.requires().put(n, range.text()));
                            lock.add(locked);
                            if (above.isEmpty()) {
                                lock.place("", name, locked.version());
                            }
                            addNested(one.at("dependencies"), name, lock, depth + 1);
                        });
    }
}
