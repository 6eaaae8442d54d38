package alchemist.gateway.rest;

import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Rejected;
import alchemist.gateway.Hosted;
import alchemist.gateway.answers.ServerAnswers;
import alchemist.gateway.answers.ServerAnswers.TakeBack;
import alchemist.gateway.http.Frames;
import alchemist.gateway.http.MediaType;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Pieces;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Problem.Kind;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.gateway.http.Sink;
import alchemist.gateway.rest.CommandForm.Read;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Redo;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.json.MalformedJson;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Commands: one, several, or a stream of them; and taking them back. */
final class Commands {
    private static final String TOPIC = "commands";

    /** How many parcels of a stream wait for their answers at once. */
    private static final int UNDER_WAY = 16;

    /** How many bytes of answers are held for a client that sends all before it reads. */
    private static final int HELD_BYTES = 32 << 20;

    private static final Parameter<String> PREFER =
            Parameter.text(
                            "Prefer",
                            "return=representation: results with their events, the usual for one"
                                    + " command; return=minimal: without, the usual for several")
                    .inHeader();

    private static final Kind[] PROBLEMS = {
        Kind.UNKNOWN_WORKSPACE,
        Kind.MALFORMED_BODY,
        Kind.REJECTED,
        Kind.READ_ONLY,
        Kind.TOO_OLD,
        Kind.NUMBER_TAKEN,
        Kind.BUSY,
        Kind.UNAVAILABLE,
        Kind.STORAGE_FULL
    };

    private final Reads reads;
    private final CommandReader reader;
    private final Id server;
    private final Id person;

    /**
     * Commands.
     *
     * @param server the client of those that name none
     * @param person the actor of those that name none
     */
    Commands(Reads reads, CommandReader reader, Id server, Id person) {
        this.reads = reads;
        this.reader = reader;
        this.server = server;
        this.person = person;
    }

    List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/workspaces/{ws}/commands", "submitCommands")
                        .says(TOPIC, "Submits one command, several, or a stream of them")
                        .says(
                                "An object is one command: accepted, or a problem. An array, or"
                                        + " NDJSON with one command a line, are several: each is"
                                        + " decided for itself, in this order, and has its own result in"
                                        + " its own place, also when it cannot be read; the others go"
                                        + " on. NDJSON may be endless: it is answered as it comes, one"
                                        + " line for each; a command in it may have 1 MiB. An id of a"
                                        + " new thing that is left out is given by the server and named"
                                        + " in 'given'.")
                        .takes(Reads.WS, Sender.IDEMPOTENCY_KEY, PREFER)
                        .reads(
                                MediaType.JSON,
                                "a command, or an array of commands",
                                "CommandOrList")
                        .reads(MediaType.NDJSON, "a command a line", "Command")
                        .reads(MediaType.COMMANDS, TypedDoc.COMMANDS, "Command")
                        .answers(200, MediaType.JSON, "the result, or the results", "ResultOrList")
                        .answers(200, MediaType.NDJSON, "a result a line", "Result")
                        .answers(200, MediaType.RESULTS, TypedDoc.RESULTS, Outcome.SCHEMA)
                        .refuses(PROBLEMS)
                        .refuses(Kind.NOT_ACCEPTABLE)
                        .by(this::submit),
                takeBack("undo", "Takes back a command of a client"),
                takeBack("redo", "Takes back an undo of a client"));
    }

    private Operation takeBack(String name, String summary) {
        return Operation.post("/api/v1/workspaces/{ws}/" + name, name + "Command")
                .says(TOPIC, summary)
                .says("Refused with a reason where a later command touched the same thing.")
                .takes(Reads.WS, PREFER)
                .reads("whose, and which", ServerAnswers.TAKE_BACK)
                .answers(200, MediaType.JSON, "the result", "Result")
                .refuses(PROBLEMS)
                .by(r -> takeBack(r, name.equals("undo")));
    }

    private Reply submit(Request request) throws Exception {
        Hosted hosted = reads.workspace(request);
        Sender sender = Sender.of(request, hosted, server, person);
        Results results = new Results(hosted, !prefers(request, "representation"));
        return switch (request.mediaType()) {
            case MediaType.NDJSON ->
                    streamed(request.lines(), reader, hosted, sender, lines(results));
            case MediaType.COMMANDS -> typed(request, hosted, sender, results);
            default -> json(request, hosted, sender, results);
        };
    }

    private Reply json(Request request, Hosted hosted, Sender sender, Results results)
            throws Exception {
        byte[] body = request.body();
        try {
            if (new JsonReader(body).peek() == JsonReader.Kind.ARRAY) {
                return several(parcels(body, sender), hosted, results);
            }
            sender.next();
            return one(request, reader.read(body, 0, body.length, sender), hosted);
        } catch (MalformedJson e) {
            throw Problem.of(Kind.MALFORMED_BODY, String.valueOf(e.getMessage()));
        }
    }

    private Reply typed(Request request, Hosted hosted, Sender sender, Results results)
            throws Exception {
        CommandForm form = new TypedCommandReader(Api.CONTRACT, reader);
        String answered = request.preferred(MediaType.NDJSON, MediaType.RESULTS, MediaType.JSON);
        if (answered.equals(MediaType.JSON)) {
            Frames frames =
                    Frames.of(
                            request.body(),
                            TypedCommandReader.MAGIC,
                            TypedCommandReader.VERSION,
                            request.limits().lineBytes());
            return several(parcels(frames, form, sender), hosted, results);
        }
        Frames frames = request.frames(TypedCommandReader.MAGIC, TypedCommandReader.VERSION);
        return streamed(
                frames,
                form,
                hosted,
                sender,
                answered.equals(MediaType.RESULTS) ? new TypedResults(results) : lines(results));
    }

    private static ResultForm lines(Results results) {
        return new JsonResults(results, true, new JsonWriter());
    }

    private Reply one(Request request, Read read, Hosted hosted) throws Exception {
        String type = read.submission().command().schema().name();
        String field = CommandReader.NEW_THINGS.getOrDefault(type, "");
        Results results = new Results(hosted, prefers(request, "minimal"));
        return one(read.submission(), read.given(), field, results, hosted);
    }

    private static Reply one(
            Submission submission, Id given, String field, Results results, Hosted hosted)
            throws Exception {
        Answer answer = hosted.workspace().submit(submission).get();
        return switch (answer) {
            case Accepted accepted -> {
                JsonWriter json = new JsonWriter();
                results.write(accepted, given, field, json);
                yield Reply.json(json);
            }
            case Rejected rejected -> throw Results.problem(rejected);
            case Refused refused -> throw Results.problem(refused);
        };
    }

    private Reply several(List<Parcel> parcels, Hosted hosted, Results results) throws Exception {
        JsonWriter json = new JsonWriter();
        ResultForm form = new JsonResults(results, false, json);
        json.object().name("results").array();
        ArrayDeque<Parcel> underWay = new ArrayDeque<>();
        for (Parcel parcel : parcels) {
            parcel.submit(hosted.workspace());
            underWay.add(parcel);
            if (underWay.size() > UNDER_WAY) {
                underWay.removeFirst().write(form);
            }
        }
        for (Parcel parcel : underWay) {
            parcel.write(form);
        }
        json.endArray().field("position", hosted.workspace().position());
        return Reply.json(json.endObject());
    }

    /** All commands of an array; nothing is submitted before the array is known to be one. */
    private List<Parcel> parcels(byte[] body, Sender sender) {
        JsonReader json = new JsonReader(body);
        List<Parcel> parcels = new ArrayList<>();
        Parcel parcel = new Parcel();
        json.array();
        while (json.hasNext()) {
            int start = json.position();
            json.skip();
            sender.next();
            parcel.add(reader, body, start, json.position() - start, sender);
            if (parcel.isFull()) {
                parcels.add(parcel);
                parcel = new Parcel();
            }
        }
        json.end();
        parcels.add(parcel);
        return parcels;
    }

    /** All commands of a body; nothing is submitted before its last record is known to be whole. */
    private static List<Parcel> parcels(Pieces pieces, CommandForm form, Sender sender)
            throws IOException {
        List<Parcel> parcels = new ArrayList<>();
        Parcel parcel = new Parcel();
        while (pieces.next()) {
            add(pieces, form, parcel, sender);
            if (parcel.isFull()) {
                parcels.add(parcel);
                parcel = new Parcel();
            }
        }
        parcels.add(parcel);
        return parcels;
    }

    /** Answers as the pieces come; a body whose beginning is none is a problem. */
    private static Reply streamed(
            Pieces pieces, CommandForm form, Hosted hosted, Sender sender, ResultForm results)
            throws IOException {
        boolean any = pieces.next();
        return Reply.streamed(
                results.mediaType(),
                sink -> {
                    sink.mayHold(HELD_BYTES);
                    if (any) {
                        stream(pieces, form, hosted, sender, results, sink);
                    }
                    sink.write(results.output());
                });
    }

    /**
     * Reads, submits and answers at once: while pieces are there, parcels are filled and submitted,
     * and answered as they are decided; when none is there, what is under way is answered first.
     */
    private static void stream(
            Pieces pieces,
            CommandForm form,
            Hosted hosted,
            Sender sender,
            ResultForm results,
            Sink sink)
            throws Exception {
        ArrayDeque<Parcel> underWay = new ArrayDeque<>();
        Parcel parcel = new Parcel();
        do {
            add(pieces, form, parcel, sender);
            boolean isWaiting = !pieces.isReady();
            if (parcel.isFull() || isWaiting) {
                parcel.submit(hosted.workspace());
                underWay.add(parcel);
                parcel = new Parcel();
                while (isDue(underWay, isWaiting)) {
                    underWay.removeFirst().write(results);
                    sink.write(results.output());
                }
                if (isWaiting) {
                    sink.poke();
                }
            }
        } while (isMore(pieces, parcel));
        parcel.submit(hosted.workspace());
        underWay.add(parcel);
        for (Parcel last : underWay) {
            last.write(results);
            sink.write(results.output());
        }
    }

    /** Goes to the next piece; what is none ends the stream with a refusal in its place. */
    private static boolean isMore(Pieces pieces, Parcel parcel) throws IOException {
        try {
            return pieces.next();
        } catch (Problem e) {
            if (e.kind() != Kind.MALFORMED_BODY) {
                throw e;
            }
            parcel.refuse(e.kind(), e.detail() + "; nothing behind it was read");
            return false;
        }
    }

    private static boolean isDue(ArrayDeque<Parcel> underWay, boolean isWaiting) {
        return !underWay.isEmpty()
                && (isWaiting || underWay.size() > UNDER_WAY || underWay.getFirst().isDone());
    }

    private static void add(Pieces pieces, CommandForm form, Parcel parcel, Sender sender) {
        sender.next();
        if (pieces.isTooLong()) {
            parcel.refuse(
                    Kind.TOO_LARGE, pieces.where() + " is longer than a command may be, 1 MiB");
        } else {
            parcel.add(form, pieces, sender);
        }
    }

    private Reply takeBack(Request request, boolean undo) throws Exception {
        Hosted hosted = reads.workspace(request);
        TakeBack asked = Bodies.read(request, ServerAnswers.TAKE_BACK);
        Command command = undo ? new Undo(asked.position()) : new Redo(asked.position());
        Id client = asked.client().isNone() ? server : asked.client();
        if (asked.sequence() != 0 && asked.client().isNone()) {
            throw Problem.of(
                    Kind.MALFORMED_BODY, "a sequence counts the commands of a client: say which");
        }
        Submission submission =
                new Submission(
                        CommandEnvelope.of(client, person).withSequence(asked.sequence()), command);
        Results results = new Results(hosted, prefers(request, "minimal"));
        return one(submission, Id.NONE, "", results, hosted);
    }

    private static boolean prefers(Request request, String what) {
        return request.get(PREFER).replace(" ", "").contains("return=" + what);
    }
}
