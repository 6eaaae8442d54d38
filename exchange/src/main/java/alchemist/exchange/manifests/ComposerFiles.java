package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.manifests.Lock.Locked;
import java.util.List;

/** {@code composer.json} and {@code composer.lock}. */
final class ComposerFiles {
    private ComposerFiles() {}

    static Module manifest(SourceFile file) throws Malformed {
        Tree json = file.json();
        if (!json.isMap()) {
            throw new Malformed(1, "is no manifest of Composer: an object is expected");
        }
        Module module = new Module(file, Ecosystem.COMPOSER, json.text("name"));
        module.version = json.text("version");
        module.packaging = json.text("type");
        module.line = Math.max(1, json.at("name").line());
        add(json.at("require"), "", module);
        add(json.at("require-dev"), "dev", module);
        return module;
    }

    private static void add(Tree packages, String scope, Module module) {
        packages.entries()
                .forEach(
                        (name, range) -> {
                            if (isPackage(name)) {
                                module.dependencies.add(
                                        new Dependency(
                                                name,
                                                range.text(),
                                                scope,
                                                Dependency.ELSEWHERE,
                                                range.line()));
                            }
                        });
    }

    /** PHP itself and its extensions have no vendor before their name. */
    private static boolean isPackage(String name) {
        return name.indexOf('/') > 0;
    }

    static Lock lock(SourceFile file) throws Malformed {
        Lock lock = new Lock(file, Ecosystem.COMPOSER);
        Tree json = file.json();
        for (String field : List.of("packages", "packages-dev")) {
            for (Tree one : json.at(field).items()) {
                Locked locked = new Locked(one.text("name"), one.text("version"), one.line());
                one.at("require")
                        .entries()
                        .forEach(
                                (name, range) -> {
                                    if (isPackage(name)) {
                                        locked.requires().put(name, range.text());
                                    }
                                });
                if (!locked.name().isEmpty()) {
                    lock.add(locked);
                    addNamespaces(one.at("autoload"), locked.name(), lock);
                }
            }
        }
        return lock;
    }

    /** What two have is told of neither alone. */
    private static void addNamespaces(Tree loaded, String name, Lock lock) {
        for (String field : List.of("psr-4", "psr-0")) {
            for (String before : loaded.at(field).entries().keySet()) {
                String namespace = before.replaceFirst("\\\\$", "");
                if (!namespace.isEmpty()) {
                    lock.namespaces.merge(
                            namespace, name, (one, other) -> one.equals(other) ? one : "");
                }
            }
        }
    }
}
