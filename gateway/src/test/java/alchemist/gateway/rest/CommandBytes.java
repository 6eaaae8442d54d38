package alchemist.gateway.rest;

import alchemist.engine.stream.CommandWriter;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.ArrayList;
import java.util.List;

/** A binary body, as a client writes it, and the results of one, as a client reads them. */
final class CommandBytes {
    private final Output out = new Output(256);

    CommandBytes() {
        out.raw(new byte[] {0x41, 0x4c, 0x43, 1}, 0, 4);
    }

    CommandBytes typed(Submission submission) {
        return record(1, typedRecord(submission));
    }

    CommandBytes json(String json) {
        return record(2, alchemist.kernel.Utf8.bytes(json));
    }

    CommandBytes record(int form, byte[] payload) {
        int mark = out.open();
        out.u8(form);
        out.raw(payload, 0, payload.length);
        out.close(mark);
        return this;
    }

    byte[] toBytes() {
        return out.toBytes();
    }

    static byte[] typedRecord(Submission submission) {
        Output record = new Output(64);
        new CommandWriter().write(submission, record);
        return record.toBytes();
    }

    static List<Outcome> outcomes(byte[] answer) {
        Input in = new Input(answer);
        if (in.u8() != 0x41 || in.u8() != 0x4c || in.u8() != 0x52 || in.u8() != 1) {
            throw new AssertionError("not the head of results");
        }
        List<Outcome> all = new ArrayList<>();
        while (!in.atEnd()) {
            int end = in.enter(in.length());
            all.add(Outcome.SCHEMA.decode(in));
            in.leave(end);
        }
        return all;
    }

    /** Which id was given to a new thing, for messages. */
    static boolean isGiven(Outcome outcome) {
        return !outcome.given().equals(Id.NONE);
    }
}
