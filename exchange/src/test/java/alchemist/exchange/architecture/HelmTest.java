package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HelmTest extends DefinitionsTesting {
    private static final String CHART =
            """
            apiVersion: v2
            name: shop
            version: 1.2.0
            appVersion: "3.4"
            """;

    @Test
    void templatesMakeTheResourcesThatTheChartsOwnValuesSay() throws IOException {
        write("chart/Chart.yaml", CHART);
        write(
                "chart/values.yaml",
                """
                replicaCount: 2
                image: {repository: reg.example/shop/web, tag: ""}
                sidecar: {image: "busybox:1.36"}
                images: {repository: reg.example/shop, tag: v1}
                redis: {enabled: false, host: shop-redis}
                resources: {limits: {cpu: 1}}
                tolerations: []
                args: [--fast, --port=80]
                """);
        write(
                "chart/templates/web.yaml",
                """
                {{- /* What customers see. */}}
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: {{ include "shop.fullname" . }}-web
                  labels:
                    {{- include "shop.labels" . | nindent 4 }}
                    tier: front
                spec:
                  replicas: {{ .Values.replicaCount }}
                  template:
                    metadata:
                      labels:
                        {{- include "shop.selectorLabels" . | nindent 8 }}
                        part: web
                    spec:
                      serviceAccountName: {{ include "shop.serviceAccountName" . }}
                      {{- with .Values.tolerations }}
                      tolerations:
                        {{- range $one := . }}
                        - {{ toYaml $one | nindent 8 | trim }}
                        {{- end }}
                      {{- end }}
                      containers:
                        - name: {{ .Chart.Name }}
                          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
                          args:
                          {{- toYaml .Values.args | nindent 10 }}
                          resources: {{- toYaml .Values.resources | nindent 12 }}
                          env:
                            - name: REDIS_HOST
                              value: {{ .Values.redis.host | quote }}
                            {{- if .Values.redis.enabled }}
                            - name: REDIS_KEY
                              valueFrom: {secretKeyRef: {name: {{ .Release.Name }}-key, key: k}}
                            {{- end }}
                            {{- range $k, $v := .Values.unknown }}
                            - {name: {{ $k }}, value: {{ $v }}}
                            {{- end }}
                        - name: side
                          image: {{ .Values.sidecar.image }}
                """);
        write(
                "chart/templates/more.yaml",
                """
                apiVersion: v1
                kind: Service
                metadata: {name: {{ printf "%s-%s" .Release.Name "web" | trunc 63 | trimSuffix "-" }}}
                spec:
                  selector:
                    {{- include "shop.selectorLabels" . | nindent 4 }}
                    part: web
                  ports: [{port: {{ .Values.port | default 80 }}}]
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: {{ .Values.redis.host }}}
                spec: {selector: {app: {{ .Values.a.b | sha256sum }}}}
                ---
                apiVersion: v1
                kind: {{ if .Values.redis.enabled }}Secret{{ else }}ConfigMap{{ end }}
                metadata:
                  name: {{ .Release.Name }}-key
                  {{- if .Values.redis.enabled }}
                  namespace: a
                  {{- else }}
                  namespace: {{ .Release.Namespace }}
                  {{- end }}
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: {{ template "shop.serviceAccountName" . }}}
                {{- range .Values.hosts }}
                ---
                apiVersion: v1
                kind: Ingress
                metadata: {name: {{ .name }}}
                {{- end }}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: {{ lookup "v1" "Pod" "" "x" }}}
                """);
        write("chart/templates/_helpers.tpl", "{{ define \"shop.fullname\" }}x{{ end }}\n");
        write("chart/templates/NOTES.txt", "Hello {{ .Release.Name }}\n");
        assertEquals(
                List.of(
                        "chart/templates/more.yaml line 35: is passed over: a Pod whose name is only"
                                + " known when the template is run"),
                read());
        assertEquals(
                List.of(
                        "shop makes shop",
                        "shop makes shop-key",
                        "shop makes shop-redis",
                        "shop makes shop-web",
                        "shop runs busybox [version 1.36] [values sidecar.image]",
                        "shop runs reg.example/shop/web [values image]",
                        "shop-web connects to shop-redis",
                        "shop-web runs as shop",
                        "shop-web runs busybox [version 1.36] [containers side]",
                        "shop-web runs reg.example/shop/web [version 3.4] [containers shop]",
                        "shop-web selects shop-web",
                        "values.yaml configures shop"),
                edges("version", "values", "containers"));
        assertEquals(5, relations().get("makes"));
        assertEquals("2", property("shop-web", "Deployment", "replicas"));
        assertEquals("2", property("shop-web", "Deployment", "line"));
        assertEquals("80", property("shop-web", "Service", "ports"));
        assertEquals("ConfigMap", named("shop-key", "ConfigMap").types().getFirst());
        assertEquals("3.4", property("shop", "Chart", "app version"));
    }

    @Test
    void chartsNeedOneAnotherAndChartsOfElsewhereInTheVersionsThatAreLocked() throws IOException {
        write(
                "a/Chart.yaml",
                """
                apiVersion: v2
                name: a
                dependencies:
                - {name: common, version: 1.x, repository: "file://../common"}
                - {name: inner, version: "1"}
                - {name: postgresql, version: ^15, condition: db.on, repository: "https://example.org"}
                - {version: "2"}
                """);
        write("a/Chart.lock", "dependencies:\n- {name: postgresql, version: 15.2.1}\n");
        write("a/charts/inner/Chart.yaml", "name: inner\nversion: 1\n");
        write("common/Chart.yaml", "name: common\nversion: 1.1\n");
        write("old/Chart.yaml", "name: old\n");
        write("old/requirements.yaml", "dependencies: [{name: mysql, version: '8'}]\n");
        write("old/requirements.lock", "dependencies: [{name: mysql, version: 8.0.1}]\n");
        assertEquals(
                List.of("a/Chart.yaml line 7: is passed over: a dependency has no name"), read());
        assertEquals(
                List.of(
                        "a depends on common [requires 1.x]",
                        "a depends on inner [requires 1]",
                        "a depends on postgresql [requires ^15] [locked 15.2.1] [condition db.on]",
                        "old depends on mysql [requires 8] [locked 8.0.1]"),
                edges("requires", "locked", "condition"));
        assertEquals(4, types().get("Chart"));
        assertEquals(2, types().get("Library"));
    }

    @Test
    void imagesOfHelpersAreThoseThatTheirValuesSayAndAComposeFileRunsTheSame() throws IOException {
        write("Chart.yaml", CHART);
        write(
                "values.yaml",
                """
                web: {image: {registry: reg.example, repository: shop/web, tag: "7"}}
                text: |
                  one
                  two
                more: [{name: other, image: "other:2"}]
                """);
        write("compose.yaml", "services: {web: {image: 'reg.example/shop/web:8'}}\n");
        write(
                "templates/a.yaml",
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: {{ include "shop.web.fullname" (dict "context" $) }}}
                spec:
                  containers:
                  - name: a
                    image: {{ include "common.images.image" (dict "imageRoot" .Values.web.image "global" .Values.global) }}
                  - {name: b, image: {{ .Values.gone.image | mystery }}}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: {{ .Values.web.image.tag | ternary "yes" "no" }}}
                data:
                  text: |
                    {{- .Values.text | nindent 4 }}
                  same: |- {{- include "shop.config" . | nindent 4 }}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: list}
                spec:
                  containers:
                  - name: own
                    image: own:1
                  {{- toYaml .Values.more | nindent 2 }}
                """);
        write("other/templates/jinja.yaml", "apiVersion: {{ v }}\nkind: x\n");
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "list runs own [version 1] [containers own]",
                        "shop makes list",
                        "shop makes shop-web",
                        "shop makes yes",
                        "shop runs reg.example/shop/web [version 7] [values web.image]",
                        "shop-web runs reg.example/shop/web [version 7] [containers a]",
                        "values.yaml configures shop",
                        "web runs reg.example/shop/web [version 8]"),
                edges("version", "values", "containers"));
    }

    @Test
    void whatIsDamagedIsToldWithFileAndLine() throws IOException {
        write("a/Chart.yaml", CHART);
        write("a/values.yaml", "a: [\n");
        write("a/templates/open.yaml", "apiVersion: v1\nkind: {{ .Values.a\n");
        write("a/templates/bad.yaml", "apiVersion: v1\nkind: {{ .Values.b }}\n  x: [\n");
        write("a/templates/deep.yaml", "apiVersion: v1\nkind: x\n" + "{{ if a }}\n".repeat(200));
        write("c/values.yaml", "of: {{ something else\n");
        write("b/Chart.yaml", "apiVersion: v2\nversion: 1\n");
        List<String> warnings = read().stream().sorted().toList();
        assertEquals(5, warnings.size(), () -> String.join("\n", warnings));
        assertTrue(
                warnings.get(0)
                        .startsWith(
                                "a/templates/bad.yaml line 4: filled in as far as it is known, it is"
                                        + " no YAML"),
                warnings.get(0));
        assertEquals(
                "a/templates/deep.yaml line 103: filled in as far as it is known, is no template of"
                        + " Helm: it nests deeper than 100",
                warnings.get(1));
        assertTrue(warnings.get(2).startsWith("a/templates/open.yaml line 2: "), warnings.get(2));
        assertTrue(warnings.get(3).startsWith("a/values.yaml line 2: it is no YAML"));
        assertEquals("b/Chart.yaml line 1: is no chart of Helm: it has no name", warnings.get(4));
    }
}
