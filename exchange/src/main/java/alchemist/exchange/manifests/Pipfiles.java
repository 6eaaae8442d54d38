package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.Lock.Locked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Pipfile} and {@code Pipfile.lock}. */
final class Pipfiles {
    private Pipfiles() {}

    /** What it needs, which nothing names but the file itself. */
    static Module manifest(SourceFile file) throws Malformed {
        Module module = new Module(file, Ecosystem.PYTHON, "");
        module.real = false;
        file.toml()
                .entries()
                .forEach(
                        (category, packages) -> {
                            String scope =
                                    switch (category) {
                                        case "packages" -> "";
                                        case "dev-packages" -> "dev";
                                        default -> category;
                                    };
                            if (!List.of("source", "requires", "scripts", "pipenv")
                                    .contains(category)) {
                                packages.entries()
                                        .forEach((name, said) -> add(name, said, scope, module));
                            }
                        });
        return module;
    }

    private static void add(String name, Tree said, String scope, Module module) {
        String path = said.text("path");
        @Nullable String folder = path.isEmpty() ? null : Root.resolved(module.folder(), path);
        module.dependencies.add(
                new Dependency(
                        name,
                        said.isMap() ? said.text("version") : said.text(),
                        scope,
                        folder == null ? Dependency.ELSEWHERE : folder,
                        said.line()));
    }

    static Lock lock(SourceFile file) throws Malformed {
        Lock lock = new Lock(file, Ecosystem.PYTHON);
        Tree json = file.json();
        if (!json.at("_meta").isMap()) {
            throw new Malformed(1, "is no lock file of Pipenv: it has no _meta");
        }
        json.entries()
                .forEach(
                        (category, packages) -> {
                            if (!category.equals("_meta")) {
                                packages.entries().forEach((name, said) -> add(name, said, lock));
                            }
                        });
        return lock;
    }

    private static void add(String name, Tree said, Lock lock) {
        String version = said.text("version");
        if (!said.text("editable").equals("true") || !version.isEmpty()) {
            String plain = version.startsWith("==") ? version.substring(2) : version;
            lock.add(new Locked(name, plain.isEmpty() ? said.text("ref") : plain, said.line()));
        }
    }
}
