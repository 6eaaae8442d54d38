package alchemist.engine.simulation;

import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.engine.workspace.Rules;
import alchemist.kernel.Event;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.log.BlockBuilder;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.Hash;
import alchemist.log.Log;
import alchemist.log.Records;
import alchemist.logfile.FileLog;
import alchemist.logfile.FileLogOptions;
import alchemist.testkit.disk.SimulatedDisk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What flipped bits would come to if nobody looked at checksums and hashes: a log in which one
 * amount is another, and all that is checked is right.
 */
final class ForgedLog {
    private static final Contract CONTRACT = LedgerDecider.CONTRACT.and(Rules.UNDOING);

    private ForgedLog() {}

    /** Changes the first amount that is in the log. */
    static void forge(SimulatedDisk disk) throws Exception {
        List<CommitBlock> blocks = new ArrayList<>();
        FileLogOptions options = FileLogOptions.DEFAULTS.withPreallocateBytes(0);
        if (Places.segments(disk).isEmpty()) {
            return;
        }
        try (Log log = FileLog.open(disk, Places.LOG, options);
                BlockCursor cursor = log.read(0)) {
            for (CommitBlock block = cursor.next(); block != null; block = cursor.next()) {
                blocks.add(block);
            }
        }
        for (String name : disk.list(Places.LOG)) {
            disk.delete(Places.LOG.resolve(name));
        }
        CommitBlock first = blocks.getFirst();
        FileLogOptions then =
                options.withClock(() -> Instant.EPOCH.plusNanos(first.recordedAtMicros() * 1000));
        try (Log log = FileLog.create(disk, Places.LOG, first.origin(), then)) {
            BlockBuilder builder = new BlockBuilder(CommitBlock.MAX_BYTES);
            boolean done = false;
            for (CommitBlock block : blocks.subList(1, blocks.size())) {
                Hash previous = log.headHash();
                builder.begin(block.firstPosition(), previous, block.rulesVersion());
                done = copy(block, builder, done);
                log.append(log.position(), builder.seal(block.recordedAtMicros()));
            }
        }
    }

    private static boolean copy(CommitBlock block, BlockBuilder builder, boolean before) {
        boolean done = before;
        Input in = new Input(block.bytes());
        for (Records r = block.records(); r.next(); ) {
            switch (r.kind()) {
                case ORIGIN -> {}
                case COMMAND -> builder.command(r.bytes(), r.offset(), r.length());
                case EVENT -> {
                    in.reset(r.bytes(), r.offset(), r.length());
                    Event event = CONTRACT.readEvent(in);
                    if (!done && event instanceof Booked booked) {
                        Output out = new Output(100);
                        Contract.write(new Booked(booked.account(), booked.amount() ^ 1), out);
                        builder.event(out.bytes(), 0, out.size());
                        done = true;
                    } else {
                        builder.event(r.bytes(), r.offset(), r.length());
                    }
                }
            }
        }
        return done;
    }
}
