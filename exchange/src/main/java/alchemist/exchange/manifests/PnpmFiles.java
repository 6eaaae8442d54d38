package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.Lock.Locked;
import java.util.List;

/** {@code pnpm-workspace.yaml} and {@code pnpm-lock.yaml}. */
final class PnpmFiles {
    private static final List<String> NEEDS = List.of("dependencies", "optionalDependencies");
    private static final List<String> OF_MODULES =
            List.of("dependencies", "devDependencies", "optionalDependencies");

    private PnpmFiles() {}

    static Module workspace(SourceFile file) throws Malformed {
        Module module = new Module(file, Ecosystem.NPM, "");
        module.real = false;
        for (Tree document : file.documents()) {
            for (Tree one : document.each("packages")) {
                String folder = Root.resolved(file.folder(), one.text());
                if (folder != null && !one.text().startsWith("!")) {
                    module.members.add(folder);
                }
            }
        }
        return module;
    }

    static Lock lock(SourceFile file) throws Malformed {
        Lock lock = new Lock(file, Ecosystem.NPM);
        for (Tree document : file.documents()) {
            Tree snapshots = document.at("snapshots");
            document.at("packages")
                    .entries()
                    .forEach((key, one) -> add(key, one, snapshots.at(key), lock));
            document.at("importers").entries().forEach((folder, one) -> place(folder, one, lock));
            place(".", document, lock); // as it is written for a single module
        }
        return lock;
    }

    private static void add(String key, Tree one, Tree snapshot, Lock lock) {
        String plain = withoutPeers(key.startsWith("/") ? key.substring(1) : key);
        int at = plain.lastIndexOf('@');
        int end = at > 0 ? at : plain.lastIndexOf('/');
        if (end <= 0) {
            return;
        }
        Locked locked = new Locked(plain.substring(0, end), plain.substring(end + 1), one.line());
        for (Tree said : List.of(one, snapshot)) {
            for (String field : NEEDS) {
                said.at(field)
                        .entries()
                        .forEach(
                                (name, version) ->
                                        locked.requires().put(name, withoutPeers(version.text())));
            }
        }
        lock.add(locked);
    }

    private static void place(String folder, Tree module, Lock lock) {
        for (String field : OF_MODULES) {
            module.at(field)
                    .entries()
                    .forEach(
                            (name, said) -> {
                                String version = said.isMap() ? said.text("version") : said.text();
                                if (!version.startsWith("link:") && !version.isEmpty()) {
                                    lock.place(
                                            folder.equals(".") ? "" : folder,
                                            name,
                                            withoutPeers(version));
                                }
                            });
        }
    }

    /** Behind a version stands in brackets what else was chosen for it. */
    private static String withoutPeers(String version) {
        int bracket = version.indexOf('(');
        return bracket < 0 ? version : version.substring(0, bracket);
    }
}
