package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.deployment.KubernetesManifests.Tool;
import alchemist.exchange.files.Root;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Kustomize and Skaffold say of a deployment. */
final class ToolStatements {
    /** Fields of a kustomization that list files and folders. */
    private static final List<String> LISTS =
            List.of(
                    "resources",
                    "bases",
                    "components",
                    "crds",
                    "patches",
                    "patchesStrategicMerge",
                    "patchesJson6902",
                    "transformers",
                    "generators",
                    "configurations");

    private final Blueprint blueprint;

    /** By the last name of an image the folder that it is surely built from. */
    private final Map<String, String> folders = new HashMap<>();

    ToolStatements(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /** The resources that a tool makes. */
    List<Resource> generated(Tool tool) {
        List<Resource> made = new ArrayList<>();
        if (tool.kind().equals("Kustomization")) {
            for (String kind : List.of("configMap", "secret")) {
                for (Tree one : tool.tree().at(kind + "Generator").items()) {
                    if (!one.text("name").isEmpty()) {
                        made.add(
                                new Resource(
                                        tool.file(),
                                        one,
                                        kind.equals("secret") ? "Secret" : "ConfigMap",
                                        one.text("namespace"),
                                        one.text("name")));
                    }
                }
            }
        }
        return made;
    }

    void add(Tool tool) {
        Id file = blueprint.file(tool.file());
        Tree tree = tool.tree();
        switch (tool.kind()) {
            case "Kustomization" -> {
                for (String list : LISTS) {
                    for (Tree one : tree.at(list).items()) {
                        String path = one.isMap() ? one.text("path") : one.text();
                        leads("includes", file, path, one.line(), tool.file(), true);
                    }
                }
            }
            default -> addSkaffold(tree, file, tool.file());
        }
    }

    private void addSkaffold(Tree tree, Id file, SourceFile source) {
        for (Tree one : tree.at("build", "artifacts").items()) {
            String context = one.text("context").isEmpty() ? "." : one.text("context");
            @Nullable String path = Root.resolved(source.folder(), context);
            @Nullable Id folder = path == null ? null : blueprint.folderAt(path, source);
            if (path != null && folder != null && !one.text("image").isEmpty()) {
                Image named = Image.of(one.text("image"));
                folders.put(named.last(), path);
                Id image = named.add(blueprint, source);
                blueprint.edge("built from", image, folder, Facts.at(one.line()), source);
                blueprint.edge("builds", file, image, Facts.at(one.line()), source);
            }
        }
        for (Tree one : tree.at("requires").items()) {
            leads("includes", file, one.text("path"), one.line(), source, true);
        }
        List<Tree> manifests = new ArrayList<>(tree.at("manifests", "rawYaml").items());
        manifests.addAll(tree.at("manifests", "kustomize", "paths").items());
        manifests.addAll(tree.at("deploy", "kubectl", "manifests").items());
        for (Tree one : manifests) {
            leads("includes", file, one.text(), one.line(), source, false);
        }
    }

    /** By the last name of an image the folder that it is surely built from. */
    Map<String, String> folders() {
        return folders;
    }

    private void leads(
            String relation, Id from, String written, int line, SourceFile file, boolean told) {
        @Nullable String path = Root.resolved(file.folder(), written);
        if (written.isEmpty()
                || path == null
                || written.contains("://")
                || written.indexOf('*') >= 0
                || written.indexOf('\n') >= 0) {
            return;
        }
        @Nullable Id to = blueprint.fileAt(path, file);
        to = to == null ? blueprint.folderAt(path, file) : to;
        if (to != null) {
            blueprint.edge(relation, from, to, Facts.at(line), file);
        } else if (told && written.startsWith(".")) {
            file.warn(line, relation + " '" + written + "', where nothing is read");
        }
    }
}
