package alchemist.engine.content;

import alchemist.log.Hash;
import alchemist.testkit.fuzz.DecoderContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of contents, which come in paths and names of files. */
final class CidFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        byte[] hash = new byte[Hash.BYTES];
        hash[3] = -1;
        return List.of(bytes(new Cid(Hash.ZERO)), bytes(new Cid(Hash.read(hash, 0))));
    }

    private static byte[] bytes(Cid cid) {
        return cid.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        try {
            return bytes(Cid.parse(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
