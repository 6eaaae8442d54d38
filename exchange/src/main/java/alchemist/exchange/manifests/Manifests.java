package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.Module.Listed;
import alchemist.exchange.manifests.PythonFiles.Requirements;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Manifests and lock files of Maven, Gradle, npm, Cargo, Go, Python, .NET, Ruby and PHP. */
public final class Manifests implements FileKind {
    /** How deep the versions of one lock file may stand in one another. */
    static final int MAX_DEPTH = 100;

    private static final Set<String> NAMES =
            Set.of(
                    "pom.xml",
                    "package.json",
                    "package-lock.json",
                    "npm-shrinkwrap.json",
                    "pnpm-workspace.yaml",
                    "pnpm-lock.yaml",
                    "yarn.lock",
                    "Cargo.toml",
                    "Cargo.lock",
                    "go.mod",
                    "go.work",
                    "go.sum",
                    "go.work.sum",
                    "pyproject.toml",
                    "poetry.lock",
                    "uv.lock",
                    "pdm.lock",
                    "pylock.toml",
                    "setup.cfg",
                    "Pipfile",
                    "Pipfile.lock",
                    "Gemfile",
                    "Gemfile.lock",
                    "composer.json",
                    "composer.lock");

    private static final Pattern REQUIREMENTS =
            Pattern.compile(
                    "(?:.*/)?(?:requirements[^/]*\\.(?:txt|in)|[^/]*[-_.]requirements\\.txt"
                            + "|requirements/[^/]*\\.(?:txt|in))");

    private static final Pattern PYLOCK = Pattern.compile("(?:.*/)?pylock\\.[^./]+\\.toml");

    private final MavenFiles maven = new MavenFiles();
    private final GradleFiles gradle = new GradleFiles();
    private final NuGetFiles nuget = new NuGetFiles();
    private final CargoFiles cargo = new CargoFiles();
    private final List<Module> modules = new ArrayList<>();
    private final List<Module> ofSetupCfg = new ArrayList<>();
    private final List<Lock> locks = new ArrayList<>();
    private final List<Requirements> requirements = new ArrayList<>();

    /** None read yet. */
    public Manifests() {}

    @Override
    public boolean mayBe(String path) {
        return NAMES.contains(Root.name(path))
                || path.endsWith(BundlerFiles.ENDING)
                || REQUIREMENTS.matcher(path).matches()
                || PYLOCK.matcher(path).matches()
                || GradleFiles.mayBe(path)
                || NuGetFiles.mayBe(path);
    }

    @Override
    public void read(SourceFile file) throws Malformed {
        if (GradleFiles.mayBe(file.path())) {
            add(gradle.read(file));
            return;
        }
        if (NuGetFiles.mayBe(file.path())) {
            add(nuget.read(file, locks));
            return;
        }
        if (file.path().endsWith(BundlerFiles.ENDING)) {
            modules.add(BundlerFiles.specification(file));
            return;
        }
        if (PYLOCK.matcher(file.path()).matches()) {
            locks.add(PythonFiles.lock(file));
            return;
        }
        switch (file.name()) {
            case "pom.xml" -> maven.read(file);
            case "package.json" -> modules.add(NpmFiles.manifest(file));
            case "package-lock.json", "npm-shrinkwrap.json" -> locks.add(NpmFiles.lock(file));
            case "pnpm-workspace.yaml" -> modules.add(PnpmFiles.workspace(file));
            case "pnpm-lock.yaml" -> locks.add(PnpmFiles.lock(file));
            case "Cargo.toml" -> modules.add(cargo.manifest(file));
            case "Cargo.lock" -> locks.add(CargoFiles.lock(file));
            case "go.mod", "go.work" -> modules.add(GoFiles.manifest(file));
            case "go.sum", "go.work.sum" -> locks.add(GoFiles.lock(file));
            case "yarn.lock" -> locks.add(YarnFiles.lock(file));
            case "pyproject.toml" -> add(PythonFiles.manifest(file));
            case "setup.cfg" -> {
                Module module = SetupCfg.manifest(file);
                if (module != null) {
                    ofSetupCfg.add(module);
                }
            }
            case "Gemfile" -> modules.add(BundlerFiles.manifest(file));
            case "Gemfile.lock" -> locks.add(BundlerFiles.lock(file));
            case "composer.json" -> modules.add(ComposerFiles.manifest(file));
            case "composer.lock" -> locks.add(ComposerFiles.lock(file));
            case "Pipfile" -> modules.add(Pipfiles.manifest(file));
            case "Pipfile.lock" -> locks.add(Pipfiles.lock(file));
            case "poetry.lock", "uv.lock", "pdm.lock", "pylock.toml" ->
                    locks.add(PythonFiles.lock(file));
            default -> requirements.add(PythonFiles.requirements(file));
        }
    }

    private void add(@Nullable Lock lock) {
        if (lock != null) {
            locks.add(lock);
        }
    }

    private void add(@Nullable Module module) {
        if (module != null) {
            modules.add(module);
        }
    }

    /** Where both say what a project is, pyproject.toml counts. */
    private void addSetupCfg() {
        Set<String> known = new HashSet<>();
        for (Module module : modules) {
            if (module.real && module.ecosystem == Ecosystem.PYTHON) {
                known.add(module.folder());
            }
        }
        ofSetupCfg.removeIf(module -> known.contains(module.folder()));
        modules.addAll(ofSetupCfg);
    }

    /** Puts in what modules say that files of requirements list. */
    private void addListed() {
        Map<String, Requirements> byPath = new HashMap<>();
        requirements.forEach(one -> byPath.put(one.file().path(), one));
        for (Module module : modules) {
            for (Listed listed : module.listed) {
                Requirements found = byPath.get(listed.path());
                for (Dependency one : found == null ? List.<Dependency>of() : found.all()) {
                    module.dependencies.add(
                            new Dependency(
                                    one.name(),
                                    one.requires(),
                                    listed.scope(),
                                    one.folder(),
                                    listed.line()));
                }
            }
        }
    }

    @Override
    public void state(Blueprint blueprint) {
        List<Module> ofJava = new ArrayList<>(maven.modules());
        ofJava.addAll(gradle.modules());
        modules.addAll(ofJava);
        addSetupCfg();
        addListed();
        nuget.complete();
        modules.forEach(cargo::complete);
        PnpmFiles.complete(modules);
        new ModuleStatements(blueprint, modules, locks).add();
        new JavaPackages(blueprint, ofJava).add();
        new DotnetNamespaces(blueprint, nuget.projects()).add();
        new PhpNamespaces(blueprint, modules, locks).add();
        gradle.state(blueprint);
        for (Requirements one : requirements) {
            state(one, blueprint);
        }
    }

    private void state(Requirements one, Blueprint blueprint) {
        if (one.all().isEmpty() && one.included().isEmpty()) {
            return;
        }
        Id file = blueprint.file(one.file());
        for (Dependency needed : one.all()) {
            Id library = blueprint.library(Ecosystem.PYTHON.library(needed.name()), one.file());
            blueprint.edge("depends on", file, library, ModuleStatements.facts(needed), one.file());
        }
        for (String path : one.included()) {
            Id other = blueprint.fileAt(path, one.file());
            if (other != null) {
                blueprint.edge("includes", file, other, Facts.none(), one.file());
            }
        }
    }
}
