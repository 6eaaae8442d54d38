package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.kernel.Id;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A resource of Kubernetes, as a file declares it. */
record Resource(SourceFile file, Tree tree, String kind, String namespace, String name) {
    Id id() {
        return Blueprint.id(file, kind, namespace + "\0" + name);
    }

    /** What pods are made of it from; nothing where none are. */
    Tree podTemplate() {
        return switch (kind) {
            case "Pod" -> tree;
            case "CronJob" -> tree.at("spec", "jobTemplate", "spec", "template");
            default -> tree.at("spec", "template");
        };
    }

    /** Whether pods run because of it. */
    boolean isWorkload() {
        return podTemplate().at("spec", "containers").isList();
    }

    /** The labels of its pods. */
    Map<String, String> podLabels() {
        return texts(podTemplate().at("metadata", "labels"));
    }

    /** A map of texts. */
    static Map<String, String> texts(Tree tree) {
        Map<String, String> texts = new LinkedHashMap<>();
        tree.entries().forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    /** All of its containers, those that run first as well. */
    List<Tree> containers() {
        Tree pod = podTemplate().at("spec");
        return Stream.of("initContainers", "containers")
                .flatMap(field -> pod.at(field).items().stream())
                .toList();
    }

    /** Whether both may be in the same namespace: where none is said, whoever deploys chooses. */
    boolean mayMeet(Resource other) {
        return namespace.isEmpty()
                || other.namespace.isEmpty()
                || namespace.equals(other.namespace);
    }
}
