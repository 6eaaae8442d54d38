package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.Place;
import alchemist.exchange.Shared;
import java.io.IOException;
import java.nio.file.Files;
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
                        "b based on golang [version 1.22]",
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
                        "stage 1 copies from b",
                        "web routes to cart [paths shop.example/cart]"),
                edges("version", "containers", "how", "variables", "paths"));
        assertEquals("7070", property("cart", "Service", "ports"));
        assertTrue(
                source().nodes.values().stream().noneMatch(n -> n.toString().contains("c2VjcmV0")));
    }

    @Test
    void routesBindingsGeneratedMapsAndToolsAreFollowed() throws IOException {
        write(
                "k8s/a.json",
                """
                {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}}
                """);
        write(
                "k8s/b.yaml",
                """
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: gate}
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: way}
                spec: {parentRefs: [{name: gate}], rules: [{backendRefs: [{name: web}]}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: mesh}
                spec: {gateways: [gate], http: [{route: [{destination: {host: web.ns.svc}}]}]}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: bind}
                roleRef: {kind: Role, name: may}
                subjects: [{kind: ServiceAccount, name: who}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: may}
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: who}
                ---
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: nightly}
                spec:
                  jobTemplate:
                    spec:
                      template:
                        spec:
                          imagePullSecrets: [{name: pull}]
                          containers:
                          - {name: c, image: built, envFrom: [{configMapRef: {name: made}}]}
                          volumes:
                          - projected: {sources: [{secret: {name: pull}}]}
                ---
                kind: Nothing
                ---
                apiVersion: v1
                kind: Pod
                metadata: {labels: {}}
                """);
        write(
                "k8s/kustomization.yaml",
                """
                resources: [b.yaml, https://example.org/far]
                configMapGenerator: [{name: made}]
                secretGenerator: [{name: pull}]
                """);
        write(
                "skaffold.yaml",
                """
                apiVersion: skaffold/v4beta6
                kind: Config
                build: {artifacts: [{image: built, context: app}]}
                manifests: {kustomize: {paths: [k8s]}}
                """);
        write("app/Dockerfile", "FROM scratch\n");
        write(
                "chart/Chart.yaml",
                """
                apiVersion: v2
                name: shop
                version: 1.0.0
                dependencies: [{name: redis, version: ^18}]
                """);
        assertEquals(
                List.of(
                        "k8s/b.yaml line 43: is passed over: a resource has apiVersion and kind",
                        "k8s/b.yaml line 45: is passed over: a Pod has no name"),
                read());
        assertEquals(
                List.of(
                        "bind binds who",
                        "bind grants may",
                        "built built from app",
                        "kustomization.yaml includes b.yaml",
                        "mesh attached to gate",
                        "mesh routes to web",
                        "nightly runs built",
                        "nightly uses made [how environment]",
                        "nightly uses pull [how image pull, volume]",
                        "shop depends on redis [requires ^18]",
                        "skaffold.yaml builds built",
                        "skaffold.yaml includes k8s",
                        "way attached to gate",
                        "way routes to web"),
                edges("how", "requires"));
    }

    @Test
    void aPageThatIsMountedStaysAPage() throws IOException {
        write("compose.yaml", "services: {a: {image: x, volumes: ['./README.md:/r']}}\n");
        write("README.md", "# Hello\n");
        assertEquals(List.of(), read());
        assertEquals(List.of("File", "Page"), named("README.md", "File").types());
    }

    @Test
    void aFileAloneIsReadWhereItIsOfAKind() throws IOException {
        write("a.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n");
        write("b.yaml", "just: data\n");
        write("c.json", "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"T\"}}");
        assertTrue(reader().reads(Place.at(top.resolve("a.yaml"))));
        assertFalse(reader().reads(Place.at(top.resolve("b.yaml"))));
        assertTrue(reader().reads(Place.at(top.resolve("c.json"))));
        assertFalse(reader().reads(Place.at(Files.createFile(top.resolve("d.txt")))));
        assertFalse(reader().reads(Place.at(Files.createFile(top.resolve(".env")))));
        read(top.resolve("c.json"));
        assertEquals("openapi 3.1.0", property("T", "API", "format"));
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
                        "password made of password.txt",
                        "stage 0 based on eclipse-temurin [version 21]"),
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
                  stock:
                    image: s
                    environment:
                      - DB=postgres://stock:${PASSWORD}@${DB_HOST}/shop
                  sales:
                    image: s
                    environment:
                      CONNECTION: Host=${DB_HOST};Username=sales;Password=${PASSWORD};Database=shop
                  db: {image: d}
                """);
        write("compose.more.yml", "services: {agent: {image: x, depends_on: [ad]}}\n");
        write(
                ".env",
                """
                # settings
                IMAGE="reg.example/demo"
                AD_FILE=./ad/Dockerfile
                FLAG_ADDR=flag:${PORT}
                PORT=8013          # where it listens
                DB_HOST='db' # one for all
                PASSWORD=top-secret#1    # stands in init.sql as well
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
                        "agent runs x",
                        "db runs d",
                        "sales connects to db",
                        "sales runs s",
                        "stock connects to db",
                        "stock runs s"),
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
        write("f.yaml", "apiVersion: v1\nkind: X\nx: " + "a".repeat(1_000_001) + "\n");
        write("chart/templates/e.yaml", "apiVersion: v1\nkind: {{ .Values.kind }}\n");
        List<String> warnings = read();
        assertEquals(5, warnings.size(), () -> String.join("\n", warnings));
        assertEquals(
                "f.yaml line 3: has more than 1000000 characters, and is no YAML", warnings.get(4));
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

    /**
     * Counted with PyYAML over the same files; that the collector's settings, a text in a config
     * map, name Jaeger was seen by hand.
     */
    @Test
    void realManifestsOfApicurioWithTheirKustomization() throws IOException {
        assertEquals(List.of(), read(Shared.data("inputs/kubernetes/apicurio-otel-tracing")));
        assertEquals(
                Map.of(
                        "declares", 17,
                        "includes", 7,
                        "in namespace", 16,
                        "selects", 6,
                        "uses", 3,
                        "runs", 6,
                        "connects to", 7),
                relations());
    }
}
