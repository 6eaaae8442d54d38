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

/** {@code pnpm-workspace.yaml} and {@code pnpm-lock.yaml}. */
final class PnpmFiles {
    private static final List<String> NEEDS = List.of("dependencies", "optionalDependencies");
    private static final List<String> OF_MODULES =
            List.of("dependencies", "devDependencies", "optionalDependencies");

    private static final String CATALOG = "catalog:";

    private PnpmFiles() {}

    static Module workspace(SourceFile file) throws Malformed {
        Module module = new Module(file, Ecosystem.NPM, "");
        module.real = false;
        for (Tree document : file.documents()) {
            offer("default", document.at("catalog"), module);
            document.at("catalogs").entries().forEach((name, all) -> offer(name, all, module));
            for (Tree one : document.each("packages")) {
                String folder = Root.resolved(file.folder(), one.text());
                if (folder != null && !one.text().startsWith("!")) {
                    module.members.add(folder);
                }
            }
        }
        return module;
    }

    private static void offer(String catalog, Tree packages, Module workspace) {
        packages.entries()
                .forEach(
                        (name, range) ->
                                workspace.catalog.put(catalog + "\0" + name, range.text()));
    }

    /** Puts in which versions {@code catalog:} means, when all files have been read. */
    static void complete(List<Module> modules) {
        Map<String, Module> workspaces = new HashMap<>();
        for (Module module : modules) {
            if (!module.catalog.isEmpty()) {
                workspaces.put(module.folder(), module);
            }
        }
        if (workspaces.isEmpty()) {
            return;
        }
        for (Module module : modules) {
            String up = module.folder();
            while (!workspaces.containsKey(up) && !up.isEmpty()) {
                up = Root.parent(up);
            }
            Module workspace = workspaces.get(up);
            if (workspace != null && module.ecosystem == Ecosystem.NPM) {
                module.dependencies.replaceAll(one -> filled(one, workspace));
            }
        }
    }

    private static Dependency filled(Dependency one, Module workspace) {
        if (!one.requires().startsWith(CATALOG)) {
            return one;
        }
        String named = one.requires().substring(CATALOG.length());
        String key = (named.isEmpty() ? "default" : named) + "\0" + one.name();
        String range = workspace.catalog.getOrDefault(key, one.requires());
        return new Dependency(one.name(), range, one.scope(), one.folder(), one.line());
    }

    static Lock lock(SourceFile file) throws Malformed {
        Lock lock = new Lock(file, Ecosystem.NPM);
        for (Tree document : file.documents()) {
            document.at("packages").entries().forEach((key, one) -> add(key, one, lock));
            // Since version 9 what is needed stands apart, once for each choice of peers.
            document.at("snapshots").entries().forEach((key, one) -> add(key, one, lock));
            document.at("importers").entries().forEach((folder, one) -> place(folder, one, lock));
            place(".", document, lock); // as it is written for a single module
        }
        return lock;
    }

    private static void add(String key, Tree one, Lock lock) {
        Locked locked = locked(key, one);
        if (locked == null) {
            return;
        }
        for (String field : NEEDS) {
            one.at(field)
                    .entries()
                    .forEach(
                            (name, said) -> {
                                Named real = real(name, said.text());
                                locked.requires().put(real.name, real.version);
                            });
        }
        lock.add(locked);
    }

    /**
     * The version that a key names: {@code a@1.0.0(peer@2)}, before version 6 of the format {@code
     * /a/1.0.0_peer@2}. Null where it leads to a file or an address.
     */
    private static @Nullable Locked locked(String key, Tree one) {
        String plain = withoutPeers(key.startsWith("/") ? key.substring(1) : key);
        int slash = plain.lastIndexOf('/');
        int peers = plain.indexOf('_', slash);
        boolean old = slash > 0 && slash + 1 < plain.length() && isDigit(plain.charAt(slash + 1));
        if (old && plain.lastIndexOf('@', slash) <= 0) {
            String version = plain.substring(slash + 1, peers < 0 ? plain.length() : peers);
            return new Locked(plain.substring(0, slash), version, one.line());
        }
        int at = plain.indexOf('@', 1);
        return at > 0
                ? new Locked(plain.substring(0, at), plain.substring(at + 1), one.line())
                : null;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private record Named(String name, String version) {}

    /** What is needed under a name: under an alias stands the whole key of what it means. */
    private static Named real(String name, String said) {
        String plain = withoutPeers(said);
        int at = plain.indexOf('@', 1);
        boolean alias = at > 0 && plain.indexOf(':') < 0 && !isDigit(plain.charAt(0));
        return alias
                ? new Named(plain.substring(0, at), plain.substring(at + 1))
                : new Named(name, plain);
    }

    private static void place(String folder, Tree module, Lock lock) {
        for (String field : OF_MODULES) {
            module.at(field)
                    .entries()
                    .forEach(
                            (name, said) -> {
                                String version = said.isMap() ? said.text("version") : said.text();
                                if (!version.startsWith("link:") && !version.isEmpty()) {
                                    Named real = real(name, version);
                                    lock.place(
                                            folder.equals(".") ? "" : folder,
                                            real.name,
                                            real.version);
                                }
                            });
        }
    }

    /** Behind a version stands in brackets, or once behind a line, what was chosen with it. */
    private static String withoutPeers(String version) {
        int bracket = version.indexOf('(');
        String plain = bracket < 0 ? version : version.substring(0, bracket);
        int line = plain.isEmpty() || !isDigit(plain.charAt(0)) ? -1 : plain.indexOf('_');
        return line < 0 ? plain : plain.substring(0, line);
    }
}
