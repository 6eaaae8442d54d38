package alchemist.engine.view;

import alchemist.engine.Ledgers;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.testkit.fuzz.DecoderContract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parked events in a view's checkpoint. */
final class ParkingFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        Parking parking = new Parking();
        byte[] empty = saved(parking);
        LedgerDecider decider = new LedgerDecider();
        if (decider.decide(Ledgers.of(Ledgers.openAccount(Ledgers.A)), decider.initial())
                instanceof Decision.Accepted<? extends Event> accepted) {
            parking.park(3, accepted.events().getFirst(), "it cannot be folded");
            parking.park(1L << 50, accepted.events().getFirst(), "");
        }
        return List.of(empty, saved(parking));
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        try {
            return saved(Parking.load(new Input(bytes)));
        } catch (MalformedBytes _) {
            return null;
        }
    }

    private static byte[] saved(Parking parking) {
        Output out = new Output(64);
        parking.save(out);
        return out.toBytes();
    }
}
