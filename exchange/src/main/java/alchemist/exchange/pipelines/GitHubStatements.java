package alchemist.exchange.pipelines;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import alchemist.exchange.pipelines.Pipelines.Pipeline;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What workflows and actions of GitHub state. */
final class GitHubStatements {
    private static final String IN_DOCKER = "docker://";

    private final Blueprint blueprint;
    private final ScriptFiles scripts;
    private final List<Pipeline> workflows;
    private final List<Pipeline> actions;

    /** By path the workflow, and by folder the action. */
    private final Map<String, Id> local = new HashMap<>();

    GitHubStatements(Blueprint blueprint, List<Pipeline> workflows, List<Pipeline> actions) {
        this.blueprint = blueprint;
        this.scripts = new ScriptFiles(blueprint);
        this.workflows = workflows;
        this.actions = actions;
    }

    void add() {
        for (Pipeline one : workflows) {
            local.put(one.file().path(), declareWorkflow(one));
        }
        for (Pipeline one : actions) {
            local.put(one.file().folder(), declareAction(one));
        }
        workflows.forEach(this::link);
        actions.forEach(this::linkAction);
    }

    private Id declareWorkflow(Pipeline one) {
        Tree tree = one.tree();
        String said = tree.text("name");
        Id id = Blueprint.id(one.file(), "Workflow", "");
        blueprint.declare(
                one.file(),
                "Workflow",
                said.isEmpty() ? one.file().name() : said,
                id,
                Facts.at(tree.line()).texts("on", names(tree.at("on"))),
                Id.NONE,
                true);
        tree.at("jobs")
                .entries()
                .forEach(
                        (name, job) ->
                                blueprint.declare(
                                        one.file(),
                                        "Job",
                                        name,
                                        Blueprint.id(one.file(), "Job", name),
                                        Facts.at(job.line())
                                                .text("title", job.text("name"))
                                                .texts("runs on", names(job.at("runs-on"))),
                                        id,
                                        false));
        if (!tree.at("jobs").isMap()) {
            one.file().warn(tree.line(), "is a workflow without jobs");
        }
        return id;
    }

    private Id declareAction(Pipeline one) {
        String said = one.tree().text("name");
        String folder = Root.name(one.file().folder());
        Id id = Blueprint.id(one.file(), "Action", "");
        blueprint.declare(
                one.file(),
                "Action",
                said.isEmpty() ? folder.isEmpty() ? blueprint.label() : folder : said,
                id,
                Facts.at(one.tree().line()).text("using", one.tree().at("runs").text("using")));
        return id;
    }

    /** A text, those of a list, or the names in a map. */
    private static List<String> names(Tree tree) {
        if (tree.isMap()) {
            return List.copyOf(tree.entries().keySet());
        }
        List<String> names = new ArrayList<>();
        for (Tree one : tree.isList() ? tree.items() : List.of(tree)) {
            if (!one.text().isEmpty()) {
                names.add(one.text());
            }
        }
        return names;
    }

    /** The folder that paths of a repository's workflows begin in. */
    private static String top(SourceFile file) {
        int at = ("/" + file.path()).indexOf("/.github/");
        return at <= 0 ? "" : file.path().substring(0, at - 1);
    }

    private void link(Pipeline one) {
        SourceFile file = one.file();
        Tree jobs = one.tree().at("jobs");
        String usual = one.tree().at("defaults", "run").text("working-directory");
        jobs.entries()
                .forEach(
                        (name, job) -> {
                            Id id = Blueprint.id(file, "Job", name);
                            for (Tree needed : job.each("needs")) {
                                need(id, needed, jobs, file);
                            }
                            use(id, job.at("uses"), file);
                            Tree container = job.at("container");
                            scripts.addImage(
                                    id,
                                    container.isMap() ? container.at("image") : container,
                                    "container",
                                    file);
                            job.at("services")
                                    .entries()
                                    .forEach(
                                            (service, said) ->
                                                    scripts.addImage(
                                                            id,
                                                            said.at("image"),
                                                            "service " + service,
                                                            file));
                            String own = job.at("defaults", "run").text("working-directory");
                            steps(id, job.at("steps"), own.isEmpty() ? usual : own, file);
                        });
    }

    private void need(Id id, Tree needed, Tree jobs, SourceFile file) {
        if (jobs.has(needed.text())) {
            Id other = Blueprint.id(file, "Job", needed.text());
            blueprint.edge("needs", id, other, Facts.at(needed.line()), file);
        } else if (!needed.text().isEmpty()) {
            file.warn(needed.line(), "needs the job '" + needed.text() + "', which is not there");
        }
    }

    private void steps(Id id, Tree steps, String usual, SourceFile file) {
        for (Tree step : steps.items()) {
            use(id, step.at("uses"), file);
            String own = step.text("working-directory");
            @Nullable String folder = Root.resolved(top(file), own.isEmpty() ? usual : own);
            if (folder != null && step.has("run")) {
                scripts.add(id, step.at("run"), folder, file);
            }
        }
    }

    /** An action or workflow of this repository, of another, or an image. */
    private void use(Id id, Tree written, SourceFile file) {
        String text = written.text();
        if (text.isEmpty() || text.indexOf('$') >= 0) {
            return;
        }
        if (text.startsWith(IN_DOCKER)) {
            Tree image = Tree.text(text.substring(IN_DOCKER.length()), written.line());
            scripts.addImage(id, image, "step", file);
        } else if (text.startsWith("./")) {
            @Nullable String path = Root.resolved(top(file), text);
            Id to = path == null ? null : local.get(path);
            if (to != null) {
                blueprint.edge("uses", id, to, Facts.at(written.line()), file);
            } else {
                file.warn(written.line(), "uses '" + text + "', where nothing is read");
            }
        } else {
            int at = text.lastIndexOf('@');
            String name = at < 0 ? text : text.substring(0, at);
            Library library = new Library("github-actions", name, name);
            blueprint.edge(
                    "uses",
                    id,
                    blueprint.library(library, file),
                    "versions",
                    at < 0 ? "" : text.substring(at + 1),
                    Facts.at(written.line()),
                    file);
        }
    }

    private void linkAction(Pipeline one) {
        SourceFile file = one.file();
        Id id = Blueprint.id(file, "Action", "");
        Tree runs = one.tree().at("runs");
        steps(id, runs.at("steps"), "", file);
        for (String field : List.of("main", "pre", "post", "image")) {
            Tree written = runs.at(field);
            @Nullable String path = Root.resolved(file.folder(), written.text());
            @Nullable Id to =
                    written.text().isEmpty() || path == null ? null : blueprint.fileAt(path, file);
            if (to != null) {
                blueprint.edge("refers to", id, to, Facts.at(written.line()), file);
            } else if (written.text().startsWith(IN_DOCKER)) {
                use(id, written, file);
            }
        }
    }
}
