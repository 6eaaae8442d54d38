package alchemist.domain.workspace;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.testkit.fuzz.DecoderContract;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States as snapshots hold them: a cache, of which anything that cannot be read is passed over. */
final class StateFuzzTest extends DecoderContract {
    private final WorkspaceDecider decider = new WorkspaceDecider();

    @Override
    protected List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(saved(decider.initial()));
        for (int steps = 5; steps < 50; steps += 15) {
            RandomHistory history = new RandomHistory(steps);
            history.live(steps);
            seeds.add(saved(history.state));
        }
        return seeds;
    }

    @Override
    protected boolean comesBackWhoeverWroteIt() {
        return false;
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        try {
            return saved(decider.load(new Input(bytes)));
        } catch (RuntimeException _) {
            return null;
        }
    }

    private byte[] saved(WorkspaceState state) {
        Output out = new Output(1024);
        decider.save(state, out);
        return out.toBytes();
    }
}
