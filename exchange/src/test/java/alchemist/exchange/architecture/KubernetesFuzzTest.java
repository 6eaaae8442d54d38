package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Resources of Kubernetes. */
final class KubernetesFuzzTest extends ReaderFuzz {
    KubernetesFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "a.yaml");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: &m {name: a, labels: {x: "y"}}
                        spec:
                          selector: {x: y}
                          more: [*m, *m]
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          <<: *m
                        spec: {template: {metadata: {labels: {x: y}}, spec: {containers: [{name: c, image: "i:1"}]}}}
                        """),
                bytes(
                        """
                        apiVersion: v1
                        kind: List
                        items:
                        - {apiVersion: v1, kind: ConfigMap, metadata: {name: b}, data: {A_ADDR: "a:80", B: |
                           text}}
                        """));
    }
}
