package alchemist.gateway.rest;

import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Rejected;
import alchemist.engine.workspace.Answer.Why;
import alchemist.gateway.http.MediaType;
import alchemist.gateway.http.Problem.Kind;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Output;

/**
 * Results as records, each preceded by its length:
 *
 * <pre>
 * "ALR" | version u8 = 1 | { length (varint) | fields of {@link Outcome#SCHEMA} }
 * </pre>
 */
final class TypedResults implements ResultForm {
    private static final byte[] HEAD = {'A', 'L', 'R', 1};

    private final Results results;
    private final Output out = new Output(16 << 10);

    TypedResults(Results results) {
        this.results = results;
        out.raw(HEAD, 0, HEAD.length);
    }

    @Override
    public void write(Answer answer, Id given, String field) throws Exception {
        record(
                switch (answer) {
                    case Accepted a ->
                            new Outcome(
                                    Outcome.Status.ACCEPTED,
                                    a.position(),
                                    a.events().size(),
                                    a.duplicate(),
                                    results.thing(a, given),
                                    "",
                                    "");
                    case Rejected(String code, String reason, long position) ->
                            new Outcome(
                                    Outcome.Status.REJECTED,
                                    position,
                                    0,
                                    false,
                                    Id.NONE,
                                    code,
                                    reason);
                    case Refused(Why why, String reason) -> refused(Results.kind(why), reason);
                });
    }

    @Override
    public void refuse(Kind kind, String reason) {
        record(refused(kind, reason));
    }

    private static Outcome refused(Kind kind, String reason) {
        return new Outcome(Outcome.Status.REFUSED, 0, 0, false, Id.NONE, kind.code(), reason);
    }

    private void record(Outcome outcome) {
        int mark = out.open();
        Outcome.SCHEMA.encode(outcome, out);
        out.close(mark);
    }

    @Override
    public String mediaType() {
        return MediaType.RESULTS;
    }

    @Override
    public Output output() {
        return out;
    }
}
