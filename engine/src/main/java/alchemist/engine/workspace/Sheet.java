package alchemist.engine.workspace;

import alchemist.engine.stream.Recorded;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.schema.Output;
import alchemist.log.BlockBuilder;
import alchemist.log.CommitBlock;
import alchemist.log.Hash;
import java.util.List;
import java.util.Queue;

/**
 * What one append writes: encoded by the writer, made a block by the appender, since hashing takes
 * as long as all the rest.
 *
 * @param firstPosition of its first event
 * @param records the payloads of its records, one after the other
 * @param ends where each of them ends
 * @param commands what they are: each command is followed by its events
 * @param answers what leaves when it is durable
 * @param late what leaves right after it, and is still added to while it is appended
 * @param spare where the room of the records goes as soon as they are in a block
 */
record Sheet(
        long firstPosition,
        Output records,
        IntList ends,
        List<Recorded> commands,
        List<Pending> answers,
        List<Pending> late,
        Queue<Output> spare) {

    CommitBlock seal(BlockBuilder builder, Hash previous, int rulesVersion, long recordedAt) {
        builder.begin(firstPosition, previous, rulesVersion);
        byte[] bytes = records.bytes();
        int record = 0;
        int start = 0;
        for (Recorded command : commands) {
            int end = ends.at(record++);
            boolean fits = builder.command(bytes, start, end - start);
            start = end;
            for (int event = 0; event < command.events().size(); event++) {
                end = ends.at(record++);
                fits &= builder.event(bytes, start, end - start);
                start = end;
            }
            if (!fits) {
                throw new IllegalStateException("what was measured to fit a block does not");
            }
        }
        spare.add(records);
        return builder.seal(recordedAt);
    }
}
