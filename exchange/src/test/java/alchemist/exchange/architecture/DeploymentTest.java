package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.Shared;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeploymentTest extends DefinitionsTesting {
    @Test
    void servicesSelectWorkloadsWhichUseAndRunAndConnect() throws IOException {
        write(
                "k8s/shop.yaml",
                """
                apiVersion: v1
                kind: Service
                metadata: {name: cart, namespace: shop}
                spec:
                  selector: {app: cart}
                  ports: [{port: 7070}]
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cart, namespace: shop}
                spec:
                  template:
                    metadata: {labels: {app: cart, tier: back}}
                    spec:
                      serviceAccountName: carter
                      initContainers:
                      - {name: wait, image: "busybox:latest@sha256:00"}
                      containers:
                      - name: server
                        image: registry.example:5000/shop/cart:v1
                        envFrom: [{configMapRef: {name: settings}}]
                        env:
                        - {name: REDIS_ADDR, value: "redis:6379"}
                        - {name: KEY, valueFrom: {secretKeyRef: {name: keys, key: k}}}
                        - {name: MODE, value: redis}
                      volumes:
                      - {name: c, configMap: {name: settings}}
                      - {name: d, persistentVolumeClaim: {claimName: data}}
                """);
        write(
                "k8s/more.yaml",
                """
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {A: "b"}}
                - {apiVersion: v1, kind: Secret, metadata: {name: keys}, data: {k: c2VjcmV0}}
                - {apiVersion: v1, kind: ServiceAccount, metadata: {name: carter}}
                - {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}}
                - {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
                - apiVersion: v1
                  kind: Service
                  metadata: {name: redis}
                - apiVersion: networking.k8s.io/v1
                  kind: Ingress
                  metadata: {name: web}
                  spec:
                    rules:
                    - host: shop.example
                      http:
                        paths:
                        - {path: /cart, backend: {service: {name: cart, port: {number: 7070}}}}
                - apiVersion: autoscaling/v2
                  kind: HorizontalPodAutoscaler
                  metadata: {name: more}
                  spec: {scaleTargetRef: {kind: Deployment, name: cart}}
                """);
        write("k8s/kustomization.yaml", "resources:\n- shop.yaml\n- ./gone.yaml\n");
        write(
                "src/cart/src/Dockerfile",
                "FROM golang:1.22 AS b\nFROM scratch\nCOPY --from=b a a\n");
        assertEquals(
                List.of(
                        "k8s/kustomization.yaml line 3: includes './gone.yaml', where nothing is read"),
                read());
        assertEquals(
                List.of(
                        "Dockerfile based on golang [version 1.22] [how base]",
                        "cart connects to redis [variables REDIS_ADDR]",
                        "cart in namespace shop",
                        "cart mounts data",
                        "cart runs as carter",
                        "cart runs busybox [version latest] [containers wait]",
                        "cart runs registry.example:5000/shop/cart [version v1]"
                                + " [containers server]",
                        "cart selects cart",
                        "cart uses keys [how environment]",
                        "cart uses settings [how environment, volume]",
                        "kustomization.yaml includes shop.yaml",
                        "more scales cart",
                        "registry.example:5000/shop/cart built from cart",
                        "web routes to cart [paths shop.example/cart]"),
                edges("version", "containers", "how", "variables", "paths"));
        assertEquals("7070", property("cart", "Service", "ports"));
        assertTrue(
                source().nodes.values().stream().noneMatch(n -> n.toString().contains("c2VjcmV0")));
    }

    @Test
    void composeLeadsFromServicesToFoldersImagesVolumesAndOneAnother() throws IOException {
        write(
                "compose.yaml",
                """
                x-common: &common
                  restart: always
                  networks: [back]
                services:
                  api:
                    <<: *common
                    build: {context: ./api, dockerfile: Prod.dockerfile, target: run}
                    depends_on:
                      db: {condition: service_healthy}
                    environment:
                      DATABASE_URL: postgres://u:secret@db:5432/x
                      CACHE_HOST: cache
                      MODE: cache
                    env_file: .env
                    ports: ["8080:80"]
                  cache:
                    image: ${CACHE:-redis:7}
                    depends_on: [gone]
                  db:
                    image: docker.io/library/postgres:16
                    volumes: ["data:/var/lib", "./init:/docker-entrypoint-initdb.d:ro"]
                    environment:
                    - PGHOST=db
                    secrets: [password]
                volumes: {data: {}}
                networks: {back: {}}
                secrets: {password: {file: ./password.txt}}
                """);
        write("api/Prod.dockerfile", "ARG V=21\nFROM eclipse-temurin:${V}\n");
        write("init/a.sql", "-- nothing\n");
        write("password.txt", "x");
        write(".env", "A=b\n");
        assertEquals(
                List.of("compose.yaml line 18: depends on the service 'gone', which is not there"),
                read());
        assertEquals(
                List.of(
                        "Prod.dockerfile based on eclipse-temurin [version 21]",
                        "api built from Prod.dockerfile",
                        "api built from api",
                        "api connects to cache [variables CACHE_HOST]",
                        "api connects to db [variables DATABASE_URL]",
                        "api depends on db [condition service_healthy]",
                        "api uses .env",
                        "api uses back",
                        "cache runs redis [version 7]",
                        "db mounts data",
                        "db mounts init",
                        "db runs postgres [version 16]",
                        "db uses password",
                        "password made of password.txt"),
                edges("version", "condition", "variables"));
        assertTrue(
                source().nodes.values().stream().noneMatch(n -> n.toString().contains("secret@")));
    }

    @Test
    void composeFilesOfAFolderGoTogetherAndAreFilledInFromTheVariablesBesideThem()
            throws IOException {
        write(
                "compose.yaml",
                """
                services:
                  ad:
                    image: ${IMAGE}:${VERSION:-1}-ad
                    build: {context: ./, dockerfile: $AD_FILE}
                    environment: [FLAG_ADDR]
                  flag: {image: "${UNKNOWN}"}
                """);
        write("compose.more.yml", "services: {agent: {image: x, depends_on: [ad]}}\n");
        write(
                ".env",
                """
                # settings
                IMAGE="reg.example/demo"
                AD_FILE=./ad/Dockerfile
                FLAG_ADDR=flag:${PORT}
                PORT=8013
                TOKEN=top-secret
                """);
        write("ad/Dockerfile", "FROM scratch\n");
        assertEquals(
                List.of("compose.yaml line 6: runs an image whose name is not known: '${UNKNOWN}'"),
                read());
        assertEquals(
                List.of(
                        "ad built from Dockerfile",
                        "ad built from project",
                        "ad connects to flag",
                        "ad runs reg.example/demo [version 1-ad]",
                        "agent depends on ad",
                        "agent runs x"),
                edges("version"));
        assertTrue(
                source().nodes.values().stream()
                        .noneMatch(n -> n.toString().contains("top-secret")));
    }

    @Test
    void whatAliasesMultiplyAndWhatIsCutOffIsRefusedWithItsLine() throws IOException {
        StringBuilder laughs =
                new StringBuilder("apiVersion: v1\nkind: X\nl0: &l0 [a,a,a,a,a,a,a,a]\n");
        for (int i = 1; i < 10; i++) {
            laughs.append("l" + i + ": &l" + i + " [")
                    .append(("*l" + (i - 1) + ",").repeat(8))
                    .append("]\n");
        }
        write("a.yaml", laughs.toString());
        write(
                "b.yaml",
                "apiVersion: v1\nkind: Service\nmetadata: {name: b}\n---\napiVersion: v1\nkind: [\n");
        write("c.yaml", "apiVersion: v1\nkind: X\nx: " + "[".repeat(200) + "\n");
        write("d.yaml", "apiVersion: v1\nkind: X\nx: &x [*x]\n");
        write("chart/templates/e.yaml", "apiVersion: v1\nkind: {{ .Values.kind }}\n");
        List<String> warnings = read();
        assertEquals(4, warnings.size(), () -> String.join("\n", warnings));
        assertTrue(warnings.get(0).startsWith("a.yaml line 9: its aliases stand for more than"));
        assertTrue(warnings.get(1).startsWith("b.yaml line 7: it is no YAML: "), warnings.get(1));
        assertTrue(warnings.get(1).endsWith("what stands before is read"));
        assertEquals("c.yaml line 3: it nests deeper than 100", warnings.get(2));
        assertEquals("d.yaml line 3: the alias '*x' stands for nothing before it", warnings.get(3));
        assertEquals("Service", named("b", "Service").types().getFirst());
    }

    /** Counted with PyYAML over the same files. */
    @Test
    void realManifestsOfOnlineBoutique() throws IOException {
        read(Shared.data("inputs/kubernetes/online-boutique-manifests.yaml"));
        Map<String, Integer> types = types();
        assertEquals(12, types.get("Deployment"));
        assertEquals(12, types.get("Service"));
        assertEquals(11, types.get("ServiceAccount"));
        assertEquals(
                Map.of("declares", 35, "selects", 12, "runs", 13, "connects to", 16, "runs as", 11),
                relations());
    }

    /** Counted with PyYAML over the same files. */
    @Test
    void realManifestsOfBankOfAnthos() throws IOException {
        read(Shared.data("inputs/kubernetes/bank-of-anthos"));
        assertEquals(
                Map.of(
                        "declares", 23,
                        "selects", 8,
                        "uses", 20,
                        "runs", 9,
                        "connects to", 8,
                        "governed by", 2,
                        "runs as", 6),
                relations());
    }
}
