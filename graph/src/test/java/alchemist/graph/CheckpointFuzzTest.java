package alchemist.graph;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.testkit.fuzz.DecoderContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Checkpoints of the graph: a cache, of which anything that cannot be read is passed over. */
final class CheckpointFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        return List.of(saved(new GraphView(Opener.NONE)), saved(played(3)), saved(played(60)));
    }

    private static GraphView played(int ops) {
        Random random = new Random(ops);
        List<Op> history = new ArrayList<>();
        for (int i = 0; i < ops; i++) {
            history.add(
                    new Op(
                            random.nextInt(Op.KINDS),
                            random.nextInt(9),
                            random.nextInt(9),
                            random.nextInt(Op.WHO),
                            random.nextInt(9),
                            random.nextInt(20),
                            random.nextBoolean()));
        }
        GraphView view = new GraphView(Opener.NONE);
        Op.play(history, new Feed(view));
        return view;
    }

    /** Columns have chunks of 64 KiB, of which one is opened for the first cell. */
    @Override
    protected long allocationFactor() {
        return 8_000;
    }

    @Override
    protected boolean comesBackWhoeverWroteIt() {
        return false;
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        try {
            GraphView view = new GraphView(Opener.NONE);
            view.load(new Input(bytes));
            return saved(view);
        } catch (RuntimeException _) {
            return null;
        }
    }

    private static byte[] saved(GraphView view) {
        Output out = new Output(64);
        view.save(out);
        return out.toBytes();
    }
}
