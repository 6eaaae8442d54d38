package alchemist.testkit.fuzz;

import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.schema.MalformedBytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelopes of commands as they are stored. */
final class EnvelopeFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        CommandEnvelope plain = CommandEnvelope.of(Id.of("client", "a"), Id.of("person", "ann"));
        return List.of(
                CommandEnvelope.SCHEMA.encode(plain),
                CommandEnvelope.SCHEMA.encode(
                        plain.withSequence(1L << 40)
                                .withCause(77)
                                .withBasedOn(3)
                                .withCorrelation(Id.of("import", "x"))
                                .withEffectiveAt(-1)));
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        try {
            return CommandEnvelope.SCHEMA.encode(CommandEnvelope.SCHEMA.decode(bytes));
        } catch (MalformedBytes _) {
            return null;
        }
    }
}
