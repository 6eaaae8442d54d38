package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.PythonFiles.Requirements;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Manifests and lock files of Maven, npm, Cargo, Go and Python. */
public final class Manifests implements FileKind {
    /** How deep the versions of one lock file may stand in one another. */
    static final int MAX_DEPTH = 100;

    private static final Set<String> NAMES =
            Set.of(
                    "pom.xml",
                    "package.json",
                    "package-lock.json",
                    "npm-shrinkwrap.json",
                    "Cargo.toml",
                    "Cargo.lock",
                    "go.mod",
                    "go.work",
                    "go.sum",
                    "go.work.sum",
                    "pyproject.toml",
                    "poetry.lock",
                    "uv.lock");

    private static final Pattern REQUIREMENTS =
            Pattern.compile(
                    "(?:.*/)?(?:requirements[^/]*\\.(?:txt|in)|[^/]*[-_.]requirements\\.txt"
                            + "|requirements/[^/]*\\.(?:txt|in))");

    private final MavenFiles maven = new MavenFiles();
    private final CargoFiles cargo = new CargoFiles();
    private final List<Module> modules = new ArrayList<>();
    private final List<Lock> locks = new ArrayList<>();
    private final List<Requirements> requirements = new ArrayList<>();

    /** None read yet. */
    public Manifests() {}

    @Override
    public boolean mayBe(String path) {
        return NAMES.contains(Root.name(path)) || REQUIREMENTS.matcher(path).matches();
    }

    @Override
    public boolean isSure(String path) {
        return mayBe(path);
    }

    @Override
    public boolean looksLike(String path, byte[] bytes) {
        return true;
    }

    @Override
    public void read(SourceFile file) throws Malformed {
        switch (file.name()) {
            case "pom.xml" -> maven.read(file);
            case "package.json" -> modules.add(NpmFiles.manifest(file));
            case "package-lock.json", "npm-shrinkwrap.json" -> locks.add(NpmFiles.lock(file));
            case "Cargo.toml" -> modules.add(cargo.manifest(file));
            case "Cargo.lock" -> locks.add(CargoFiles.lock(file));
            case "go.mod", "go.work" -> modules.add(GoFiles.manifest(file));
            case "go.sum", "go.work.sum" -> locks.add(GoFiles.lock(file));
            case "pyproject.toml" -> {
                Module module = PythonFiles.manifest(file);
                if (module != null) {
                    modules.add(module);
                }
            }
            case "poetry.lock", "uv.lock" -> locks.add(PythonFiles.lock(file));
            default -> requirements.add(PythonFiles.requirements(file));
        }
    }

    @Override
    public void state(Blueprint blueprint) {
        List<Module> ofMaven = maven.modules();
        modules.addAll(ofMaven);
        modules.forEach(cargo::complete);
        new ModuleStatements(blueprint, modules, locks).add();
        new JavaPackages(blueprint, ofMaven).add();
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
