package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compose files: services, and what they are built from, run, mount, need and talk to. */
public final class ComposeFiles implements FileKind {
    private static final Pattern NAMES =
            Pattern.compile("(?:.*/)?(?:docker-)?compose[^/]*\\.ya?ml");

    /** What services share, by the field that lists it. */
    private static final Map<String, String> SHARED =
            Map.of("networks", "Network", "configs", "Config", "secrets", "Secret");

    private record Compose(SourceFile file, Tree tree) {}

    private final List<Compose> all = new ArrayList<>();
    private final Map<String, Variables> variables = new HashMap<>();

    /** By folder the services of all files in it: several files may be meant to go together. */
    private final Map<String, Map<String, Id>> services = new HashMap<>();

    /** None read yet. */
    public ComposeFiles() {}

    @Override
    public boolean mayBe(String path) {
        return path.endsWith(".yml") || path.endsWith(".yaml") || isVariables(path);
    }

    private static boolean isVariables(String path) {
        return Root.name(path).equals(".env");
    }

    @Override
    public boolean isSure(String path) {
        return NAMES.matcher(path).matches();
    }

    @Override
    public boolean looksLike(String path, byte[] bytes) {
        String text = FileKind.glance(bytes);
        if (isVariables(path)) {
            return true;
        }
        return isSure(path)
                && !KubernetesManifests.isResource(text)
                && (FileKind.hasKey(text, "services") || FileKind.hasKey(text, "include"));
    }

    @Override
    public void read(SourceFile file) throws Malformed {
        if (isVariables(file.path())) {
            variables.put(file.folder(), Variables.of(file));
            return;
        }
        for (Tree document : file.documents()) {
            all.add(new Compose(file.emptied(), document));
        }
    }

    @Override
    public void state(Blueprint blueprint) {
        List<OneFile> files = new ArrayList<>();
        for (Compose one : all) {
            String folder = one.file.folder();
            OneFile file =
                    new OneFile(
                            one.file,
                            one.tree,
                            blueprint,
                            variables.getOrDefault(folder, Variables.NONE),
                            services.computeIfAbsent(folder, _ -> new TreeMap<>()));
            file.declare();
            files.add(file);
        }
        files.forEach(OneFile::link);
    }

    private static final class OneFile {
        private final SourceFile file;
        private final Tree tree;
        private final Blueprint blueprint;
        private final Variables variables;
        private final Map<String, Id> own = new TreeMap<>();
        private final Map<String, Id> beside;

        OneFile(
                SourceFile file,
                Tree tree,
                Blueprint blueprint,
                Variables variables,
                Map<String, Id> beside) {
            this.file = file;
            this.tree = tree;
            this.blueprint = blueprint;
            this.variables = variables;
            this.beside = beside;
        }

        void declare() {
            blueprint.file(file);
            declareAll("volumes", "Volume");
            SHARED.forEach(this::declareAll);
            tree.at("services")
                    .entries()
                    .forEach(
                            (name, service) -> {
                                Id id = declare(name, service);
                                own.put(name, id);
                                beside.putIfAbsent(name, id);
                            });
        }

        void link() {
            tree.at("services").entries().forEach(this::link);
            for (Tree included : tree.each("include")) {
                List<Tree> paths = included.isMap() ? included.each("path") : List.of(included);
                for (Tree path : paths) {
                    leads("includes", blueprint.file(file), path, path.text());
                }
            }
        }

        private void declareAll(String field, String type) {
            tree.at(field)
                    .entries()
                    .forEach(
                            (name, one) -> {
                                Id id =
                                        blueprint.declare(
                                                file,
                                                type,
                                                name,
                                                Blueprint.id(file, type, name),
                                                Facts.at(one.line())
                                                        .flag("external", isTrue(one, "external")));
                                if (!one.text("file").isEmpty()) {
                                    leads("made of", id, one.at("file"), one.text("file"));
                                }
                            });
        }

        private static boolean isTrue(Tree one, String name) {
            return one.text(name).equals("true") || one.at(name).isMap();
        }

        private Id declare(String name, Tree service) {
            return blueprint.declare(
                    file,
                    "Service",
                    name,
                    Blueprint.id(file, "Service", name),
                    Facts.at(service.line())
                            .text("container", service.text("container_name"))
                            .texts("ports", ports(service))
                            .texts("profiles", texts(service.each("profiles"))));
        }

        private static List<String> ports(Tree service) {
            List<String> ports = new ArrayList<>();
            for (Tree one : service.each("ports")) {
                String published = one.text("published");
                ports.add(
                        one.isMap()
                                ? (published.isEmpty() ? "" : published + ":") + one.text("target")
                                : one.text());
            }
            return ports;
        }

        private static List<String> texts(List<Tree> trees) {
            return trees.stream().map(Tree::text).filter(text -> !text.isEmpty()).toList();
        }

        /** A service of this file, else of one beside it. */
        private @Nullable Id service(String name) {
            Id id = own.get(name);
            return id == null ? beside.get(name) : id;
        }

        private void link(String name, Tree service) {
            Id id = Blueprint.id(file, "Service", name);
            Tree build = service.at("build");
            if (build.line() > 0) {
                addBuild(id, build);
            }
            if (!service.text("image").isEmpty()) {
                addImage(id, service.at("image"));
            }
            Tree needed = service.at("depends_on");
            for (Tree one : needed.items()) {
                toService("depends on", id, one.text(), one.line(), Facts.at(one.line()));
            }
            needed.entries()
                    .forEach(
                            (other, how) ->
                                    toService(
                                            "depends on",
                                            id,
                                            other,
                                            how.line(),
                                            Facts.at(how.line())
                                                    .text("condition", how.text("condition"))));
            for (Tree one : service.each("links")) {
                toService(
                        "depends on",
                        id,
                        one.text().split(":", -1)[0],
                        one.line(),
                        Facts.at(one.line()));
            }
            addExtends(id, service.at("extends"));
            SHARED.forEach((field, type) -> addShared(id, service.at(field), type));
            for (Tree one : service.each("volumes")) {
                addVolume(id, one);
            }
            for (Tree one : service.each("env_file")) {
                String path = one.isMap() ? one.text("path") : one.text();
                leads("uses", id, one, path);
            }
            addEnvironment(id, name, service.at("environment"));
        }

        private void addImage(Id id, Tree written) {
            String filled = variables.filled(written.text());
            if (filled.indexOf('$') >= 0) {
                file.warn(
                        written.line(),
                        "runs an image whose name is not known: '" + written.text() + "'");
                return;
            }
            Image image = Image.of(filled);
            Facts facts = Facts.at(written.line()).text("version", image.version());
            blueprint.edge("runs", id, image.add(blueprint, file), facts, file);
        }

        private void addBuild(Id id, Tree build) {
            String context = variables.filled(build.isMap() ? build.text("context") : build.text());
            @Nullable String folder = Root.resolved(file.folder(), context);
            if (context.contains("://") || folder == null) {
                return;
            }
            Facts facts = Facts.at(build.line()).text("target", build.text("target"));
            @Nullable Id there = blueprint.folderAt(folder, file);
            if (there == null) {
                file.warn(build.line(), "builds from '" + context + "', where no file is read");
                return;
            }
            blueprint.edge("built from", id, there, facts, file);
            String named = variables.filled(build.text("dockerfile"));
            @Nullable String path = Root.resolved(folder, named.isEmpty() ? "Dockerfile" : named);
            @Nullable Id dockerfile = path == null ? null : blueprint.fileAt(path, file);
            if (dockerfile != null) {
                blueprint.edge("built from", id, dockerfile, Facts.at(build.line()), file);
            }
        }

        private void addExtends(Id id, Tree extended) {
            String other = extended.isMap() ? extended.text("service") : extended.text();
            String path = extended.text("file");
            if (!path.isEmpty()) {
                leads("extends", id, extended, path);
            } else if (!other.isEmpty()) {
                toService("extends", id, other, extended.line(), Facts.at(extended.line()));
            }
        }

        private void addShared(Id id, Tree used, String type) {
            for (Tree one : used.items()) {
                String name = one.isMap() ? one.text("source") : one.text();
                uses(id, type, name, one.line());
            }
            used.entries().forEach((name, one) -> uses(id, type, name, one.line()));
        }

        private void uses(Id id, String type, String name, int line) {
            Id shared = Blueprint.id(file, type, name);
            if (blueprint.has(shared)) {
                blueprint.edge("uses", id, shared, Facts.at(line), file);
            }
        }

        private void addVolume(Id id, Tree volume) {
            String source =
                    volume.isMap() ? volume.text("source") : volume.text().split(":", -1)[0];
            source = variables.filled(source);
            if (source.startsWith(".")) {
                leads("mounts", id, volume, source);
            } else {
                Id named = Blueprint.id(file, "Volume", source);
                if (blueprint.has(named)) {
                    blueprint.edge("mounts", id, named, Facts.at(volume.line()), file);
                }
            }
        }

        private void addEnvironment(Id id, String called, Tree environment) {
            environment
                    .entries()
                    .forEach(
                            (name, value) -> connect(id, called, name, value.text(), value.line()));
            for (Tree one : environment.items()) {
                int equals = one.text().indexOf('=');
                if (equals > 0) {
                    connect(
                            id,
                            called,
                            one.text().substring(0, equals),
                            one.text().substring(equals + 1),
                            one.line());
                } else {
                    connect(id, called, one.text(), variables.value(one.text()), one.line());
                }
            }
        }

        /** A service whose name stands as a host in what another is told. */
        private void connect(Id id, String called, String variable, String value, int line) {
            for (String host : Hosts.in(variable, variables.filled(value))) {
                Id other = service(host);
                if (other != null && !host.equals(called)) {
                    Facts facts = Facts.at(line).text("resolved", "by name");
                    blueprint.edge("connects to", id, other, "variables", variable, facts, file);
                }
            }
        }

        private void toService(String relation, Id id, String name, int line, Facts facts) {
            Id other = service(name);
            if (other != null) {
                blueprint.edge(relation, id, other, facts, file);
            } else if (tree.at("include").line() == 0) {
                file.warn(line, relation + " the service '" + name + "', which is not there");
            }
        }

        /** Leads to a file or folder, where one is read. */
        private void leads(String relation, Id from, Tree where, String written) {
            @Nullable String path = Root.resolved(file.folder(), variables.filled(written));
            if (path == null) {
                return;
            }
            @Nullable Id to = blueprint.fileAt(path, file);
            to = to == null ? blueprint.folderAt(path, file) : to;
            if (to != null) {
                blueprint.edge(relation, from, to, Facts.at(where.line()), file);
            }
        }
    }
}
