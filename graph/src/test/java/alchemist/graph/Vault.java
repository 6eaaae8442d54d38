package alchemist.graph;

import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Seals texts by turning their bits over, and opens them until their subject is erased. */
final class Vault implements Opener {
    private final Set<Id> erased = new HashSet<>();

    Value seal(Id subject, String text) {
        return new Value.Sealed(subject, 0, turned(text.getBytes(StandardCharsets.UTF_8)));
    }

    void erase(Id subject) {
        erased.add(subject);
    }

    @Override
    public Optional<String> open(Value.Sealed value) {
        return erased.contains(value.subject())
                ? Optional.empty()
                : Optional.of(new String(turned(value.bytes()), StandardCharsets.UTF_8));
    }

    private static byte[] turned(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = (byte) ~bytes[i];
        }
        return turned;
    }
}
