package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.Tree;
import alchemist.testkit.fuzz.DecoderContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Templates of Helm of any bytes are filled in, or are refused with a sentence. */
final class HelmTemplateFuzzTest extends DecoderContract {
    private static final Tree VALUES =
            Tree.map(
                    Map.of(
                            "image",
                            Tree.map(
                                    Map.of(
                                            "repository", Tree.text("shop/web", 1),
                                            "tag", Tree.text("1", 1))),
                            "name",
                            Tree.text("web", 2)));

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes("name: >\n{{- .Chart.Version }}x\n  {{ .Values.name }} y\n"),
                bytes(
                        """
                        {{- if .Values.name }}
                        kind: {{ .Values.on | ternary "A" "B" }}
                        name: {{ include "x.fullname" . }}-{{ .Release.Name | lower | quote }}
                          {{- include "x.labels" . | nindent 4 }}
                        {{- else if eq 1 2 }}
                        image: "{{ .Values.image.repository }}:{{ default .Chart.AppVersion .Values.image.tag }}"
                        {{- end }}
                        {{- with .Values.image }}
                        all: {{ toYaml . | indent 2 }}
                        {{- end }}
                        {{- range $k, $v := .Values.image }}{{ $k }}{{ end }}
                        {{ $x := printf "%s/%s" .Values.name (.Values.image.tag | default "2") }}{{ $x }}
                        """));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        Tree chart = Tree.map(Map.of("name", Tree.text("shop", 1)));
        String template = new String(bytes, StandardCharsets.UTF_8);
        try {
            String filled = HelmTemplate.filled(template, new HelmExpressions(chart, VALUES));
            if (filled.chars().filter(c -> c == '\n').count()
                    < template.chars().filter(c -> c == '\n').count()) {
                throw new AssertionError("lines are lost: " + filled);
            }
            return bytes;
        } catch (Malformed e) {
            if (e.what().isBlank()) {
                throw new AssertionError("it is refused without a reason", e);
            }
            return null;
        }
    }
}
