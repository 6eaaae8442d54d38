package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.Lock.Locked;
import alchemist.kernel.Glob;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What modules and lock files state. */
final class ModuleStatements {
    private final Blueprint blueprint;
    private final List<Module> modules;
    private final List<Lock> locks;
    private final Map<String, Module> byFolder = new HashMap<>();
    private final Map<String, Module> byName = new HashMap<>();
    private final Set<String> severalTimes = new HashSet<>();

    ModuleStatements(Blueprint blueprint, List<Module> modules, List<Lock> locks) {
        this.blueprint = blueprint;
        this.modules = modules;
        this.locks = locks;
        for (Module module : modules) {
            if (module.real) {
                byFolder.putIfAbsent(place(module.ecosystem, module.folder()), module);
                if (!module.name.isEmpty()) {
                    String among = Module.among(module.folder(), module.name);
                    byFolder.putIfAbsent(place(module.ecosystem, among), module);
                }
                String key = module.ecosystem.key(module.name);
                if (!module.name.isEmpty() && byName.putIfAbsent(key, module) != null) {
                    severalTimes.add(key);
                }
            }
        }
    }

    private static String place(Ecosystem ecosystem, String folder) {
        return ecosystem.label() + "\0" + folder;
    }

    void add() {
        modules.forEach(this::addModule);
        modules.forEach(this::addMembers);
        modules.forEach(this::addParent);
        modules.forEach(this::addDependencies);
        modules.forEach(this::addPublished);
        locks.forEach(this::addLock);
    }

    private void addModule(Module module) {
        if (!module.real) {
            return;
        }
        blueprint.declare(
                module.file,
                "Module",
                shownName(module),
                id(module),
                Facts.at(module.line)
                        .text("ecosystem", module.ecosystem.label())
                        .text("identifier", module.name)
                        .text("version", module.version)
                        .text("packaging", module.packaging));
    }

    /** What people call it: of Maven without its group, without a name as its folder. */
    private String shownName(Module module) {
        if (!module.title.isEmpty()) {
            return module.title;
        }
        if (module.name.isEmpty()) {
            String folder = Root.name(module.folder());
            return folder.isEmpty() ? blueprint.label() : folder;
        }
        return module.ecosystem == Ecosystem.MAVEN || module.ecosystem == Ecosystem.GRADLE
                ? module.name.substring(module.name.indexOf(':') + 1)
                : module.name;
    }

    private static Id id(Module module) {
        String key = module.file.id() + "\0" + module.ecosystem.label();
        return Id.of("module", module.part().isEmpty() ? key : key + "\0" + module.part());
    }

    /** Of a workspace that is no module itself, the file that describes it stands for it. */
    private Id idOrFile(Module module) {
        return module.real ? id(module) : blueprint.file(module.file);
    }

    private void addMembers(Module workspace) {
        for (String pattern : workspace.members) {
            List<Module> found = new ArrayList<>();
            if (pattern.indexOf('*') < 0) {
                Module one = byFolder.get(place(workspace.ecosystem, pattern));
                if (one != null) {
                    found.add(one);
                }
            } else {
                Glob glob = Glob.of(pattern);
                for (Module one : modules) {
                    if (one.real
                            && one.ecosystem == workspace.ecosystem
                            && glob.matches(one.folder())) {
                        found.add(one);
                    }
                }
            }
            for (Module one : found) {
                if (one != workspace) {
                    blueprint.edge(
                            "has module",
                            idOrFile(workspace),
                            id(one),
                            Facts.none(),
                            workspace.file);
                }
            }
        }
    }

    private void addParent(Module module) {
        if (module.parent.isEmpty()) {
            return;
        }
        Module parent = named(module.ecosystem, module.parent);
        Id to =
                parent == null
                        ? blueprint.library(module.ecosystem.library(module.parent), module.file)
                        : id(parent);
        Facts facts = Facts.at(module.parentLine);
        if (parent == null) {
            facts.text("requires", module.parentVersion);
        }
        blueprint.edge("inherits from", id(module), to, facts, module.file);
    }

    private @Nullable Module named(Ecosystem ecosystem, String name) {
        String key = ecosystem.key(name);
        return severalTimes.contains(key) ? null : byName.get(key);
    }

    private void addDependencies(Module module) {
        Lock lock = lockOf(module);
        for (Dependency one : module.dependencies) {
            Module own = byFolder.get(place(module.ecosystem, one.folder()));
            if (own == null) {
                own = named(module.ecosystem, one.name());
            }
            if (own == module) {
                continue; // such as the extras that a module of Python has of itself
            }
            Facts facts = facts(one);
            Id to;
            if (own == null) {
                to = blueprint.library(module.ecosystem.library(one.name()), module.file);
                if (lock != null) {
                    facts.text(
                            "locked",
                            lock.version(
                                    below(lock, module), lock.written(one.name()), one.requires()));
                }
            } else {
                to = id(own);
                addProvided(own);
            }
            blueprint.edge("depends on", idOrFile(module), to, facts, module.file);
        }
    }

    /** Code of other modules imports a module by its name, as it would a library of elsewhere. */
    private void addProvided(Module module) {
        boolean byName =
                module.ecosystem == Ecosystem.NPM
                        || module.ecosystem == Ecosystem.CARGO
                        || module.ecosystem == Ecosystem.PYTHON;
        if (byName && !module.name.isEmpty()) {
            Id library = blueprint.library(module.ecosystem.library(module.name), module.file);
            blueprint.edge("provides", id(module), library, Facts.at(module.line), module.file);
        }
    }

    /**
     * What others know a module by, wherever they are: so that who depends on it in another place
     * depends on the same library. Not of what is for nobody else, and only under a whole name.
     */
    private void addPublished(Module module) {
        Library library = module.ecosystem.library(module.name);
        boolean whole =
                switch (module.ecosystem) {
                    case MAVEN, GRADLE -> module.name.indexOf(':') > 0;
                    // Several modules of a repository are one library: which of them, nothing says.
                    case GO -> library.key().equals(module.name.replaceAll("/v\\d+$", ""));
                    case COMPOSER -> module.name.indexOf('/') > 0;
                    case NPM, CARGO, PYTHON, NUGET, BUNDLER -> !module.version.isEmpty();
                };
        boolean alone = !severalTimes.contains(module.ecosystem.key(module.name));
        if (module.real && !module.name.isEmpty() && !module.isPrivate && whole && alone) {
            Id id = blueprint.library(library, module.file);
            blueprint.edge("provides", id(module), id, Facts.at(module.line), module.file);
        }
    }

    /** What is said of a dependency. */
    static Facts facts(Dependency one) {
        return Facts.at(one.line()).text("requires", one.requires()).text("scope", one.scope());
    }

    private static String below(Lock lock, Module module) {
        String top = lock.file.folder();
        return top.isEmpty()
                ? module.folder()
                : module.folder().equals(top) ? "" : module.folder().substring(top.length() + 1);
    }

    /** The lock file in a module's folder, or the nearest above. */
    private @Nullable Lock lockOf(Module module) {
        if (module.ecosystem == Ecosystem.GO) {
            return null; // go.mod says itself which versions are meant
        }
        boolean ofOneFolder = module.ecosystem == Ecosystem.GRADLE;
        Lock nearest = null;
        for (Lock lock : locks) {
            String top = lock.file.folder();
            boolean above =
                    module.folder().equals(top)
                            || (!ofOneFolder
                                    && (top.isEmpty() || module.folder().startsWith(top + "/")));
            if (lock.ecosystem == module.ecosystem
                    && above
                    && (nearest == null || top.length() > nearest.file.folder().length())) {
                nearest = lock;
            }
        }
        return nearest;
    }

    private void addLock(Lock lock) {
        Map<String, TreeSet<String>> versions = new TreeMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Locked one : lock.all) {
            versions.computeIfAbsent(one.name(), _ -> new TreeSet<>()).add(one.version());
            lines.putIfAbsent(one.name(), one.line());
        }
        if (versions.isEmpty()) {
            return;
        }
        Id file = blueprint.file(lock.file);
        Map<String, Id> ids = new HashMap<>();
        versions.forEach(
                (name, all) -> {
                    Library library = lock.ecosystem.library(name);
                    ids.put(name, blueprint.library(library, lock.file));
                    Facts facts = Facts.at(lines.getOrDefault(name, 0)).texts("versions", all);
                    blueprint.edge("locks", file, library.id(), facts, lock.file);
                });
        for (Locked one : lock.all) {
            Id from = ids.get(one.name());
            one.requires()
                    .forEach(
                            (name, range) -> {
                                Id to = ids.get(lock.written(name));
                                if (from != null && to != null && !to.equals(from)) {
                                    blueprint.edge(
                                            "depends on",
                                            from,
                                            to,
                                            Facts.none().text("requires", range),
                                            lock.file);
                                }
                            });
        }
    }
}
