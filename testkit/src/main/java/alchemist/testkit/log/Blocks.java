package alchemist.testkit.log;

import alchemist.log.BlockBuilder;
import alchemist.log.CommitBlock;
import alchemist.log.Log;
import java.util.SplittableRandom;

/** Makes blocks with bytes that mean nothing, the same for the same seed. For one thread. */
public final class Blocks {
    private final SplittableRandom random;
    private final BlockBuilder builder = new BlockBuilder(CommitBlock.MAX_BYTES);

    /** Blocks by a seed. */
    public Blocks(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A block that follows a head: one command with some events of up to 200 bytes each. */
    public CommitBlock after(Log.Head head, int events) {
        begin(head);
        for (int i = 0; i < events; i++) {
            event(random.nextInt(200));
        }
        return builder.seal(head.recordedAtMicros() + random.nextInt(1000));
    }

    /** A block of one event that is exactly as long as any block may be. */
    public CommitBlock largestAfter(Log.Head head) {
        begin(head);
        int lengthBytes = 4; // kind, and three bytes for a length of this size
        event(CommitBlock.MAX_BYTES - builder.lengthBytes() - lengthBytes);
        return builder.seal(head.recordedAtMicros());
    }

    private void begin(Log.Head head) {
        builder.begin(head.position() + 1, head.hash(), 1);
        byte[] command = new byte[16];
        random.nextBytes(command);
        builder.command(command, 0, command.length);
    }

    private void event(int length) {
        byte[] event = new byte[length];
        random.nextBytes(event);
        if (!builder.event(event, 0, length)) {
            throw new IllegalArgumentException("these events do not fit into one block");
        }
    }
}
