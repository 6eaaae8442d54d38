package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import alchemist.kernel.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What resources of Kubernetes state, and how they refer to one another. */
final class ResourceStatements {
    /** Folders that say nothing of what is built in them: the one above does. */
    private static final Set<String> PLAIN = Set.of("src", "docker", "build", "app", "source");

    private final Blueprint blueprint;
    private final Resources resources;

    /** By the name of a folder those in which something of that name is built. */
    private final Map<String, TreeSet<String>> built = new HashMap<>();

    /**
     * Those of resources.
     *
     * @param folders by the last name of an image the folder that it is surely built from
     */
    ResourceStatements(Blueprint blueprint, Resources resources, Map<String, String> folders) {
        this.blueprint = blueprint;
        this.resources = resources;
        for (String path : blueprint.paths()) {
            if (Dockerfiles.isDockerfile(path)) {
                String folder = Root.parent(path);
                while (PLAIN.contains(Root.name(folder))) {
                    folder = Root.parent(folder);
                }
                built.computeIfAbsent(Root.name(folder), _ -> new TreeSet<>()).add(folder);
            }
        }
        folders.forEach((name, folder) -> built.put(name, new TreeSet<>(Set.of(folder))));
    }

    void add() {
        for (Resource one : resources.all()) {
            Tree spec = one.tree().at("spec");
            Facts facts =
                    Facts.at(one.tree().line())
                            .text("api", one.tree().text("apiVersion"))
                            .text("namespace", one.namespace())
                            .text("type", HelmTemplate.known(spec.text("type")))
                            .text("replicas", HelmTemplate.known(spec.text("replicas")));
            if (one.kind().equals("Service")) {
                facts.texts(
                        "ports",
                        spec.at("ports").items().stream()
                                .map(port -> HelmTemplate.known(port.text("port")))
                                .filter(port -> !port.isEmpty())
                                .toList());
            }
            blueprint.declare(one.file(), one.kind(), one.name(), one.id(), facts);
        }
        for (Resource one : resources.all()) {
            link(one);
        }
    }

    private void link(Resource one) {
        Tree spec = one.tree().at("spec");
        to("in namespace", one, "Namespace", one.namespace(), one.tree().at("metadata"));
        if (one.isWorkload()) {
            linkPods(one);
        }
        switch (one.kind()) {
            case "Service", "ReplicationController" -> selects(one, spec.at("selector"));
            case "PodDisruptionBudget" -> selects(one, spec.at("selector", "matchLabels"));
            case "NetworkPolicy" -> selects(one, spec.at("podSelector", "matchLabels"));
            case "StatefulSet" -> to("governed by", one, "Service", spec.text("serviceName"), spec);
            case "ConfigMap" ->
                    one.tree()
                            .at("data")
                            .entries()
                            .forEach((name, value) -> connect(one, name, value));
            case "HorizontalPodAutoscaler", "VerticalPodAutoscaler", "ScaledObject" -> {
                Tree target =
                        spec.has("targetRef") ? spec.at("targetRef") : spec.at("scaleTargetRef");
                String kind = target.text("kind").isEmpty() ? "Deployment" : target.text("kind");
                to("scales", one, kind, target.text("name"), target);
            }
            case "RoleBinding", "ClusterRoleBinding" -> {
                Tree role = one.tree().at("roleRef");
                to("grants", one, role.text("kind"), role.text("name"), role);
                for (Tree subject : one.tree().at("subjects").items()) {
                    to("binds", one, subject.text("kind"), subject.text("name"), subject);
                }
            }
            case "Ingress" -> {
                backends(one, spec.at("defaultBackend"), "");
                backends(one, spec.at("backend"), "");
                for (Tree rule : spec.at("rules").items()) {
                    for (Tree path : rule.at("http", "paths").items()) {
                        backends(one, path.at("backend"), rule.text("host") + path.text("path"));
                    }
                }
            }
            case "HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute" -> {
                for (Tree parent : spec.at("parentRefs").items()) {
                    to("attached to", one, "Gateway", parent.text("name"), parent);
                }
                for (Tree rule : spec.at("rules").items()) {
                    for (Tree backend : rule.at("backendRefs").items()) {
                        to("routes to", one, "Service", backend.text("name"), backend);
                    }
                }
            }
            case "VirtualService" -> {
                for (Tree gateway : spec.at("gateways").items()) {
                    to("attached to", one, "Gateway", gateway.text(), gateway);
                }
                for (String protocol : List.of("http", "tcp", "tls")) {
                    for (Tree route : spec.at(protocol).items()) {
                        for (Tree way : route.at("route").items()) {
                            Tree host = way.at("destination", "host");
                            to("routes to", one, "Service", first(host.text()), host);
                        }
                    }
                }
            }
            default -> {}
        }
    }

    private void linkPods(Resource one) {
        Tree pod = one.podTemplate().at("spec");
        to("runs as", one, "ServiceAccount", pod.text("serviceAccountName"), pod);
        for (Tree secret : pod.at("imagePullSecrets").items()) {
            uses(one, "Secret", secret.at("name"), "image pull");
        }
        for (Tree container : one.containers()) {
            if (!container.text("image").isEmpty()) {
                addImage(one, container);
            }
            for (Tree from : container.at("envFrom").items()) {
                uses(one, "ConfigMap", from.at("configMapRef", "name"), "environment");
                uses(one, "Secret", from.at("secretRef", "name"), "environment");
            }
            for (Tree variable : container.at("env").items()) {
                Tree from = variable.at("valueFrom");
                uses(one, "ConfigMap", from.at("configMapKeyRef", "name"), "environment");
                uses(one, "Secret", from.at("secretKeyRef", "name"), "environment");
                connect(one, variable.text("name"), variable.at("value"));
            }
        }
        for (Tree volume : pod.at("volumes").items()) {
            uses(one, "ConfigMap", volume.at("configMap", "name"), "volume");
            uses(one, "Secret", volume.at("secret", "secretName"), "volume");
            for (Tree source : volume.at("projected", "sources").items()) {
                uses(one, "ConfigMap", source.at("configMap", "name"), "volume");
                uses(one, "Secret", source.at("secret", "name"), "volume");
            }
            Tree claim = volume.at("persistentVolumeClaim", "claimName");
            to("mounts", one, "PersistentVolumeClaim", claim.text(), claim);
        }
    }

    private void addImage(Resource one, Tree container) {
        SourceFile file = one.file();
        String written = container.text("image");
        if (written.isEmpty() || written.contains(HelmTemplate.UNKNOWN)) {
            return; // another tool fills it in
        }
        Image image = Image.of(written);
        Id id = image.add(blueprint, file);
        blueprint.edge(
                "runs",
                one.id(),
                id,
                "containers",
                container.text("name"),
                Facts.at(container.at("image").line()).text("version", image.version()),
                file);
        TreeSet<String> folders = built.getOrDefault(image.last(), new TreeSet<>());
        if (folders.size() == 1) {
            @Nullable Id folder = blueprint.folderAt(folders.getFirst(), file);
            if (folder != null) {
                Facts facts = Facts.none().text("resolved", "by name");
                blueprint.edge("built from", id, folder, facts, file);
            }
        }
    }

    private void uses(Resource one, String kind, Tree name, String how) {
        Resource other = name.text().isEmpty() ? null : resources.named(kind, name.text(), one);
        if (other != null) {
            blueprint.edge(
                    "uses", one.id(), other.id(), "how", how, Facts.at(name.line()), one.file());
        }
    }

    private void to(String relation, Resource one, String kind, String name, Tree where) {
        Resource other = name.isEmpty() ? null : resources.named(kind, name, one);
        if (other != null) {
            Facts facts = Facts.at(where.line());
            blueprint.edge(relation, one.id(), other.id(), facts, one.file());
        }
    }

    private void selects(Resource one, Tree labels) {
        if (Resource.texts(labels).values().stream()
                .anyMatch(text -> text.contains(HelmTemplate.UNKNOWN))) {
            return; // which pods, only a run of the template would say
        }
        for (Resource other : resources.selected(Resource.texts(labels), one)) {
            Facts facts = Facts.at(labels.line());
            blueprint.edge("selects", one.id(), other.id(), facts, one.file());
        }
    }

    private void backends(Resource one, Tree backend, String path) {
        Tree name =
                backend.has("serviceName")
                        ? backend.at("serviceName")
                        : backend.at("service", "name");
        Resource other =
                name.text().isEmpty() ? null : resources.named("Service", name.text(), one);
        if (other != null) {
            Facts facts = Facts.at(name.line());
            blueprint.edge("routes to", one.id(), other.id(), "paths", path, facts, one.file());
        }
    }

    /** A service whose name stands as a host in what a workload, or a map for several, is told. */
    private void connect(Resource one, String variable, Tree value) {
        for (String host : Hosts.in(variable, value.text())) {
            String name = first(host).toLowerCase(Locale.ROOT);
            Resource other = resources.named("Service", name, one);
            boolean itself =
                    other != null && resources.selected(selector(other), other).contains(one);
            if (other != null && !itself) {
                Facts facts = Facts.at(value.line()).text("resolved", "by name");
                blueprint.edge(
                        "connects to",
                        one.id(),
                        other.id(),
                        "variables",
                        variable,
                        facts,
                        one.file());
            }
        }
    }

    private static Map<String, String> selector(Resource service) {
        return Resource.texts(service.tree().at("spec", "selector"));
    }

    /** The service of a host, which its namespace and the cluster's name may follow. */
    private static String first(String host) {
        int point = host.indexOf('.');
        return point < 0 ? host : host.substring(0, point);
    }
}
