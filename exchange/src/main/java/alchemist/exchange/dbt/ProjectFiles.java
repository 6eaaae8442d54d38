package alchemist.exchange.dbt;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.dbt.Descriptions.Version;
import alchemist.exchange.dbt.Jinja.Block;
import alchemist.exchange.dbt.Jinja.Call;
import alchemist.exchange.dbt.Project.Relation;
import alchemist.exchange.dbt.Project.Role;
import alchemist.exchange.files.Vendored;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the files of projects and declares what they make; what that is made of follows. */
final class ProjectFiles {
    private static final int MAX_BYTES = 8 << 20;

    private record Found(Project project, Role role, SourceFile file) {}

    private final Blueprint blueprint;
    private final List<Project> projects;
    private final Map<Project, Descriptions> descriptions = new LinkedHashMap<>();
    private final List<Template> templates = new ArrayList<>();

    ProjectFiles(Blueprint blueprint, List<Project> projects) {
        this.blueprint = blueprint;
        this.projects = projects;
    }

    void add() {
        for (Project project : projects) {
            descriptions.put(project, new Descriptions(project));
        }
        List<Found> found = new ArrayList<>();
        for (String path : new TreeSet<>(blueprint.paths())) {
            Found one = find(path);
            if (one != null) {
                found.add(one);
            }
        }
        new Packages(blueprint, projects).add();
        found.forEach(this::declare);
        Lineage lineage = new Lineage(blueprint, templates);
        descriptions.forEach(
                (project, said) -> new Declarations(blueprint, project, said, lineage).add());
        lineage.add();
    }

    /** Reads what describes others; null for that, and for what is nothing of dbt. */
    private @Nullable Found find(String path) {
        Project project = Vendored.is(path) ? null : project(path);
        Role role = project == null ? null : project.role(path);
        String ending = path.substring(path.lastIndexOf('.') + 1);
        if (project == null || role == null) {
            return null;
        }
        boolean isMade =
                switch (role) {
                    case SEED -> ending.equals("csv");
                    case MODEL -> ending.equals("sql") || ending.equals("py");
                    case SNAPSHOT, MACRO, TEST, ANALYSIS -> ending.equals("sql");
                };
        boolean describes = ending.equals("yml") || ending.equals("yaml");
        if (!isMade && !describes && !ending.equals("md")) {
            return null;
        }
        SourceFile file = blueprint.open(path, MAX_BYTES, project.file);
        if (file == null) {
            return null;
        }
        if (isMade) {
            return new Found(project, role, role == Role.SEED ? file.emptied() : file);
        }
        if (describes) {
            said(project).read(file);
        } else {
            for (Block block : Jinja.of(file.text()).blocks) {
                project.docs.putIfAbsent(block.name, block.text);
            }
        }
        return null;
    }

    /** The project that a file is in, which may lie in another one; null where there is none. */
    private @Nullable Project project(String path) {
        Project nearest = null;
        for (Project one : projects) {
            boolean in = one.folder().isEmpty() || path.startsWith(one.folder() + "/");
            if (in && (nearest == null || one.folder().length() > nearest.folder().length())) {
                nearest = one;
            }
        }
        return nearest;
    }

    private Descriptions said(Project project) {
        Descriptions said = descriptions.get(project);
        if (said == null) {
            throw new IllegalStateException("a project without descriptions");
        }
        return said;
    }

    private void declare(Found found) {
        if (found.role == Role.SEED) {
            seed(found);
            return;
        }
        String text = found.file.text();
        Jinja jinja = found.file.endsWith(".py") ? Jinja.ofPython(text) : Jinja.of(text);
        if (jinja.torn > 0) {
            found.file.warn(
                    jinja.torn,
                    "what begins here in braces does not end; what stands before is read");
        }
        Found emptied = new Found(found.project, found.role, found.file.emptied());
        boolean isMade = true;
        for (Block block : jinja.blocks) {
            switch (block.kind) {
                case "snapshot" -> snapshot(emptied, block);
                case "macro", "test", "data_test" -> macro(emptied, block);
                default -> {}
            }
            isMade &= !block.kind.equals("snapshot") && !block.kind.endsWith("test");
        }
        if (isMade) {
            switch (found.role) {
                case MODEL -> model(emptied, jinja.calls);
                case TEST -> query(emptied, "Test", "tests", jinja.calls);
                case ANALYSIS -> query(emptied, "Analysis", "reads", jinja.calls);
                case SEED, SNAPSHOT, MACRO -> {}
            }
        }
    }

    private static String baseName(SourceFile file) {
        return file.name().substring(0, file.name().lastIndexOf('.'));
    }

    private void seed(Found found) {
        String name = baseName(found.file);
        Tree said = said(found.project).of("seeds", name);
        Facts facts = Facts.at(1);
        said(found.project).describe(said, facts);
        relation(found, "Seed", "seeds", name, said, List.of(), facts);
    }

    private void model(Found found, List<Call> calls) {
        String file = baseName(found.file);
        Descriptions descriptions = said(found.project);
        Version version = descriptions.version(file);
        String name = version == null ? file : version.model() + ".v" + version.version();
        Tree said = descriptions.of("models", version == null ? file : version.model());
        Facts facts = Facts.at(1);
        descriptions.describe(said, facts);
        Relation made = relation(found, "Model", "models", name, said, calls, facts);
        if (version != null && version.isLatest()) {
            found.project.relations.put(version.model(), made);
        }
        template(found, made.id(), "reads", calls);
    }

    private void snapshot(Found found, Block block) {
        Tree said = said(found.project).of("snapshots", block.name);
        Facts facts = Facts.at(block.line);
        said(found.project).describe(said, facts);
        Relation made =
                relation(found, "Snapshot", "snapshots", block.name, said, block.calls, facts);
        template(found, made.id(), "reads", block.calls);
    }

    /** Declares something that models can read. */
    private Relation relation(
            Found found,
            String type,
            String kind,
            String name,
            Tree said,
            List<Call> calls,
            Facts facts) {
        Id id = Blueprint.id(found.file, "dbt", name);
        boolean off = configured("enabled", found, kind, said, calls).equalsIgnoreCase("false");
        facts.text("materialized", configured("materialized", found, kind, said, calls))
                .text("alias", configured("alias", found, kind, said, calls))
                .flag("disabled", off);
        blueprint.declare(found.file, type, name, id, facts);
        Relation made = new Relation(id, found.file);
        if (off) {
            found.project.relations.putIfAbsent(name, made);
        } else {
            found.project.relations.put(name, made);
        }
        return made;
    }

    /** How something is made: what its own file says counts before what others say of it. */
    private static String configured(
            String what, Found found, String kind, Tree said, List<Call> calls) {
        for (Call call : calls) {
            String own = call.name().endsWith("config") ? call.named().get(what) : null;
            if (own != null) {
                return own;
            }
        }
        String described = said.at("config").text(what);
        String set =
                described.isEmpty()
                        ? found.project.setting(kind, found.file.path(), what)
                        : described;
        return set.contains("{{") ? "" : set;
    }

    private void macro(Found found, Block block) {
        String name = block.kind.equals("macro") ? block.name : "test_" + block.name;
        Tree said = said(found.project).of("macros", name);
        Id id = Blueprint.id(found.file, "dbt macro", name);
        blueprint.declare(
                found.file,
                block.kind.equals("macro") ? "Macro" : "Generic test",
                block.name,
                id,
                Facts.at(block.line)
                        .text("description", said(found.project).filled(said.text("description"))));
        found.project.macros.putIfAbsent(name, id);
        int behind = name.indexOf("__");
        if (behind > 0) {
            found.project
                    .dispatched
                    .computeIfAbsent(name.substring(behind + 2), _ -> new ArrayList<>())
                    .add(id);
        }
        templates.add(new Template(found.project, found.file, id, "reads", false, block.calls));
    }

    /** Declares a query that nothing reads. */
    private void query(Found found, String type, String relation, List<Call> calls) {
        String name = baseName(found.file);
        Id id = Blueprint.id(found.file, "dbt", name);
        blueprint.declare(found.file, type, name, id, Facts.at(1));
        template(found, id, relation, calls);
    }

    private void template(Found found, Id id, String relation, List<Call> calls) {
        templates.add(new Template(found.project, found.file, id, relation, true, calls));
    }
}
