package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Resources of Kubernetes, with what Kustomize, Skaffold and Helm say of them. Templates of Helm
 * are no YAML before they are filled in, as far as that can be done without running them.
 */
public final class KubernetesManifests implements FileKind {
    private static final Set<String> KUSTOMIZATIONS =
            Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private final List<Resource> resources = new ArrayList<>();
    private final HelmCharts charts = new HelmCharts();
    private final List<Tool> tools = new ArrayList<>();

    /** What a tool that deploys says, and not a resource. */
    record Tool(SourceFile file, Tree tree, String kind) {}

    /** None read yet. */
    public KubernetesManifests() {}

    @Override
    public boolean mayBe(String path) {
        return path.endsWith(".yaml")
                || path.endsWith(".yml")
                || path.endsWith(".json")
                || KUSTOMIZATIONS.contains(Root.name(path))
                || HelmCharts.mayBe(path);
    }

    @Override
    public boolean isSure(String path) {
        return KUSTOMIZATIONS.contains(Root.name(path));
    }

    @Override
    public boolean looksLike(String path, byte[] bytes) {
        String text = FileKind.glance(bytes);
        return isSure(path)
                || isResource(text)
                || HelmCharts.looksLikeValues(path, text)
                || (HelmCharts.mayBe(path) && !path.endsWith(".json"));
    }

    /** Whether a text has what every resource has. */
    static boolean isResource(String text) {
        return (FileKind.hasKey(text, "apiVersion") && FileKind.hasKey(text, "kind"))
                || (text.contains("\"apiVersion\"") && text.contains("\"kind\""));
    }

    @Override
    public void read(SourceFile file) throws Malformed {
        if (HelmCharts.isTemplate(file.path(), FileKind.glance(file.bytes()))) {
            charts.readTemplate(file);
            return;
        }
        if (HelmCharts.mayBe(file.path()) && !isResource(FileKind.glance(file.bytes()))) {
            charts.read(file);
            return;
        }
        SourceFile emptied = file.emptied();
        for (Tree document : file.documents()) {
            if (isSure(file.path())) {
                tools.add(new Tool(emptied, document, "Kustomization"));
            } else {
                add(document, emptied, 0);
            }
        }
    }

    /** Adds what a template of a chart makes, where its name is known. */
    private void addMade(SourceFile file, Tree document) {
        int before = resources.size();
        add(document, file, 0);
        List<Resource> added = resources.subList(before, resources.size());
        List<Resource> all = List.copyOf(added);
        added.clear();
        for (Resource one : all) {
            if ((one.kind() + one.name()).contains(HelmTemplate.UNKNOWN)) {
                file.warn(
                        one.tree().line(),
                        "is passed over: a "
                                + (HelmTemplate.known(one.kind()).isEmpty()
                                        ? "resource whose kind"
                                        : one.kind() + " whose name")
                                + " is only known when the template is run");
            } else {
                resources.add(one);
                charts.made(one);
            }
        }
    }

    private void add(Tree document, SourceFile file, int depth) {
        String kind = document.text("kind");
        String version = document.text("apiVersion");
        if (kind.isEmpty() || version.isEmpty()) {
            if (document.isMap() && document.has("kind")) {
                file.warn(document.line(), "is passed over: a resource has apiVersion and kind");
            }
            return;
        }
        if (version.startsWith("skaffold/")) {
            tools.add(new Tool(file, document, "Skaffold"));
        } else if (version.startsWith("kustomize.config.k8s.io/")) {
            tools.add(new Tool(file, document, "Kustomization"));
        } else if (kind.equals("List") && depth == 0) {
            for (Tree one : document.at("items").items()) {
                add(one, file, 1);
            }
        } else {
            Tree metadata = document.at("metadata");
            String name = metadata.text("name");
            if (!name.isEmpty()) {
                String namespace = HelmTemplate.known(metadata.text("namespace"));
                resources.add(new Resource(file, document, kind, namespace, name));
            } else if (metadata.text("generateName").isEmpty() && metadata.isMap()) {
                file.warn(document.line(), "is passed over: a " + kind + " has no name");
            }
        }
    }

    @Override
    public void state(Blueprint blueprint) {
        charts.fill(this::addMade);
        ToolStatements said = new ToolStatements(blueprint);
        for (Tool tool : tools) {
            resources.addAll(said.generated(tool));
        }
        tools.forEach(said::add); // first: they say surely what images are built from
        charts.declare(blueprint);
        new ResourceStatements(blueprint, new Resources(resources), said.folders()).add();
        charts.link(blueprint);
    }
}
