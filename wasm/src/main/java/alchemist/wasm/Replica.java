package alchemist.wasm;

import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.domain.workspace.WorkspaceState;
import alchemist.kernel.Command;
import alchemist.kernel.Decided;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Redo;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.schema.Schema;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workspace's rules and state where the server is not: it folds what the server recorded, and
 * decides commands as the server would. One thread.
 */
final class Replica {
    /** How many of the commands that were decided here can be taken back here. */
    static final int MAX_UNDOABLE = 1_000;

    private static final Contract CONTRACT =
            WorkspaceDecider.CONTRACT.and(
                    new Contract(List.of(Undo.SCHEMA, Redo.SCHEMA), List.of()));

    private final WorkspaceDecider decider = new WorkspaceDecider();
    private final SubmissionJson submissions = new SubmissionJson(CONTRACT);
    private final ArrayDeque<Decided<Event>> undoable = new ArrayDeque<>();
    private WorkspaceState state = decider.initial();

    /** The number of events that are folded. */
    long position() {
        return state.position();
    }

    /** Writes the state. */
    byte[] save() {
        Output out = new Output(1 << 16);
        decider.save(state, out);
        return out.toBytes();
    }

    /**
     * Reads a state that the same version saved, here or on the server.
     *
     * @throws alchemist.kernel.schema.MalformedBytes when it is none; the state is then as before
     */
    void load(byte[] saved) {
        state = decider.load(new Input(saved));
        undoable.clear();
    }

    /**
     * Folds events as the log has them: of each the length (varint) and the typed form.
     *
     * @throws alchemist.kernel.schema.MalformedBytes at the first that is none; those before it are
     *     folded
     */
    void fold(byte[] events) {
        Input in = new Input(events);
        while (!in.atEnd()) {
            int end = in.enter(in.length());
            Event event = CONTRACT.readEvent(in);
            in.leave(end);
            state = decider.evolve(state, event);
        }
    }

    /**
     * Decides a command (see {@link SubmissionJson}) and folds what it is accepted with. The answer
     * is {@code {"position":7,"events":[{"type":"…","version":1,"entity":"…","data":{…}}]}} with
     * the position of the last event, or {@code {"code":"…","reason":"…"}}.
     *
     * @throws MalformedJson when it is no command
     */
    byte[] submit(byte[] json) {
        JsonWriter answer = new JsonWriter();
        switch (decide(new JsonReader(json))) {
            case Decision.Accepted<Event>(List<Event> events) -> {
                answer.object().field("position", state.position()).name("events").array();
                for (Event event : events) {
                    write(event, answer);
                }
                answer.endArray().endObject();
            }
            case Decision.Rejected<Event> rejected -> write(rejected, answer);
        }
        return answer.toBytes();
    }

    /**
     * Decides a command a line, and answers with a line each: {@code {"stored":["…"]}} with the
     * typed form of every event in base64, {@code {"code":"…","reason":"…"}}, or {@code
     * {"error":"…"}} for what is no command. Two replicas that are asked the same must answer the
     * same, to the last byte.
     */
    byte[] replay(byte[] ndjson) {
        JsonWriter answers = new JsonWriter(new Output(2 * ndjson.length));
        Output stored = new Output(256);
        int from = 0;
        for (int at = 0; at < ndjson.length; at++) {
            if (ndjson[at] == '\n') {
                replay(Arrays.copyOfRange(ndjson, from, at), stored, answers);
                from = at + 1;
            }
        }
        if (from < ndjson.length) {
            replay(Arrays.copyOfRange(ndjson, from, ndjson.length), stored, answers);
        }
        return answers.toBytes();
    }

    private void replay(byte[] line, Output stored, JsonWriter answers) {
        try {
            switch (decide(new JsonReader(line))) {
                case Decision.Accepted<Event>(List<Event> events) -> {
                    answers.object().name("stored").array();
                    for (Event event : events) {
                        stored.clear();
                        Contract.write(event, stored);
                        answers.base64(stored.toBytes());
                    }
                    answers.endArray().endObject();
                }
                case Decision.Rejected<Event> rejected -> write(rejected, answers);
            }
        } catch (MalformedJson e) {
            answers.object().field("error", String.valueOf(e.getMessage())).endObject();
        }
        answers.line();
    }

    private Decision<Event> decide(JsonReader json) {
        Submission submission = submissions.read(json);
        Decision<? extends Event> decision =
                switch (submission.command()) {
                    case Undo(long position) -> undo(position, submission);
                    case Redo(long position) -> undo(position, submission);
                    default -> decider.decide(submission, state);
                };
        return switch (decision) {
            case Decision.Accepted<? extends Event>(List<? extends Event> events) ->
                    accepted(submission.command(), List.copyOf(events));
            case Decision.Rejected<? extends Event>(String code, String reason) ->
                    Decision.reject(code, reason);
        };
    }

    private Decision<Event> accepted(Command command, List<Event> events) {
        if (!events.isEmpty()) {
            undoable.addLast(new Decided<>(command, state.position() + 1, events));
            if (undoable.size() > MAX_UNDOABLE) {
                undoable.removeFirst();
            }
        }
        for (Event event : events) {
            state = decider.evolve(state, event);
        }
        return Decision.accept(events);
    }

    /** An undo of an undo is a redo. */
    private Decision<? extends Event> undo(long position, Submission undoing) {
        Decided<Event> original = decidedAt(position);
        return original == null
                ? Decision.reject(
                        "nothing-to-undo",
                        "no command that was decided here begins at position " + position)
                : decider.undo(original, undoing, state);
    }

    private @Nullable Decided<Event> decidedAt(long position) {
        for (Decided<Event> decided : undoable) {
            if (decided.firstPosition() == position) {
                return decided;
            }
        }
        return null;
    }

    private static void write(Decision.Rejected<?> rejected, JsonWriter json) {
        json.object().field("code", rejected.code()).field("reason", rejected.reason()).endObject();
    }

    private static void write(Event event, JsonWriter json) {
        write(event.schema(), event, json);
    }

    private static <T> void write(Schema<T> schema, Event event, JsonWriter json) {
        json.object()
                .field("type", schema.name())
                .field("version", schema.version())
                .field("entity", event.entity().toString())
                .name("data");
        @SuppressWarnings("unchecked") // an event's schema() is the schema of its own class
        T record = (T) event;
        schema.toJson(record, json);
        json.endObject();
    }
}
