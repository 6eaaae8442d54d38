package alchemist.exchange.pipelines;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.Nearest;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.pipelines.Pipelines.Pipeline;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What pipelines of GitLab state. */
final class GitLabStatements {
    /** What stands beside jobs, and is none. */
    private static final Set<String> SETTINGS =
            Set.of(
                    "stages",
                    "variables",
                    "default",
                    "include",
                    "workflow",
                    "image",
                    "services",
                    "cache",
                    "spec",
                    "before_script",
                    "after_script");

    private static final List<String> COMMANDS = List.of("before_script", "script", "after_script");

    private record Job(String name, Tree tree, SourceFile file) {
        Id id() {
            return Blueprint.id(file, "Job", name);
        }

        /** Jobs whose name begins with a point are there for others. */
        String type() {
            return name.startsWith(".") ? "Job template" : "Job";
        }
    }

    private final Blueprint blueprint;
    private final ScriptFiles scripts;
    private final GitLabIncludes includes;
    private final List<Pipeline> all;

    /** Whether nothing is included, of which some may be elsewhere. */
    private final boolean alone;

    private final List<Job> jobs = new ArrayList<>();
    private final Map<String, List<Job>> byName = new HashMap<>();

    GitLabStatements(Blueprint blueprint, GitLabIncludes includes) {
        this.blueprint = blueprint;
        this.includes = includes;
        this.scripts = new ScriptFiles(blueprint);
        this.all = includes.all();
        this.alone = all.stream().noneMatch(one -> one.tree().has("include"));
    }

    void add() {
        all.forEach(this::declare);
        all.forEach(this::include);
        jobs.forEach(this::link);
    }

    private void declare(Pipeline one) {
        SourceFile file = one.file();
        Tree tree = one.tree();
        Id id = Blueprint.id(file, "Workflow", "");
        List<String> stages = tree.each("stages").stream().map(Tree::text).toList();
        blueprint.declare(
                file,
                "Workflow",
                file.name(),
                id,
                Facts.at(tree.line()).texts("stages", stages),
                Id.NONE,
                true);
        tree.entries()
                .forEach(
                        (name, said) -> {
                            if (!said.isMap() || SETTINGS.contains(name)) {
                                return;
                            }
                            Job job = new Job(name, said, file);
                            jobs.add(job);
                            byName.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(job);
                            blueprint.declare(
                                    file,
                                    job.type(),
                                    name,
                                    job.id(),
                                    Facts.at(said.line()).text("stage", said.text("stage")),
                                    id,
                                    false);
                        });
        Tree usual = tree.has("image") ? tree.at("image") : tree.at("default", "image");
        scripts.addImage(id, usual.isMap() ? usual.at("name") : usual, "default", file);
    }

    private void include(Pipeline one) {
        Id id = Blueprint.id(one.file(), "Workflow", "");
        for (Tree included : one.tree().each("include")) {
            includeLocal(id, included, one.file());
        }
    }

    /** A file of the same repository; others are elsewhere. */
    private void includeLocal(Id from, Tree included, SourceFile file) {
        Tree local = GitLabIncludes.local(included);
        boolean any = false;
        List<String> paths = includes.paths(included, file);
        for (String path : paths) {
            Id to = blueprint.fileAt(path, file);
            if (to != null) {
                blueprint.edge("includes", from, to, Facts.at(local.line()), file);
                any = true;
            }
        }
        if (!any && !paths.isEmpty() && local.text().indexOf('$') < 0) {
            file.warn(local.line(), "includes '" + local.text() + "', where nothing is read");
        }
    }

    private void link(Job job) {
        Tree tree = job.tree;
        for (Tree needed : tree.each("needs")) {
            boolean elsewhere = needed.has("project") || needed.has("pipeline");
            if (!elsewhere) {
                to("needs", job, needed.isMap() ? needed.at("job") : needed);
            }
        }
        for (Tree needed : tree.each("dependencies")) {
            to("needs", job, needed);
        }
        for (Tree extended : tree.each("extends")) {
            to("extends", job, extended);
        }
        Tree image = tree.at("image");
        scripts.addImage(job.id(), image.isMap() ? image.at("name") : image, "container", job.file);
        for (Tree service : tree.each("services")) {
            scripts.addImage(
                    job.id(), service.isMap() ? service.at("name") : service, "service", job.file);
        }
        for (Tree included : tree.at("trigger").each("include")) {
            includeLocal(job.id(), included, job.file);
        }
        for (String field : COMMANDS) {
            for (Tree command : tree.each(field)) {
                scripts.add(job.id(), command, "", job.file);
            }
        }
    }

    private void to(String relation, Job job, Tree written) {
        String name = written.text();
        List<Job> meant =
                Nearest.of(byName.getOrDefault(name, List.of()), Job::file, job.file, _ -> true);
        if (meant.size() == 1) {
            Id to = meant.getFirst().id();
            blueprint.edge(relation, job.id(), to, Facts.at(written.line()), job.file);
        } else if (alone && meant.isEmpty() && !name.isEmpty() && name.indexOf('$') < 0) {
            job.file.warn(written.line(), relation + " the job '" + name + "', which is not there");
        }
    }
}
