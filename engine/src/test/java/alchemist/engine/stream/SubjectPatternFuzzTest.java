package alchemist.engine.stream;

import alchemist.testkit.fuzz.DecoderContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Patterns of subjects, as subscribers write them. */
final class SubjectPatternFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes("ws.>"),
                bytes(">"),
                bytes("ws.acme.graph.>"),
                bytes("ws.*.graph.*.node-added"),
                bytes("ws.acme.graph.06a2vr0x4e6r8tayqz5pw3hvkd.node-added"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        try {
            SubjectPattern pattern =
                    SubjectPattern.parse(new String(bytes, StandardCharsets.UTF_8));
            pattern.concerns("acme");
            return bytes(pattern.toString());
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
