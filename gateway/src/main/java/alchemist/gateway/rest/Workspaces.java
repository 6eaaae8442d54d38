package alchemist.gateway.rest;

import alchemist.engine.view.ParkedEvent;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.gateway.Host;
import alchemist.gateway.Hosted;
import alchemist.gateway.Listed;
import alchemist.gateway.NoRoom;
import alchemist.gateway.WorkspaceUnavailable;
import alchemist.gateway.answers.ServerAnswers;
import alchemist.gateway.answers.ServerAnswers.Erased;
import alchemist.gateway.answers.ServerAnswers.FoundWorkspace;
import alchemist.gateway.answers.ServerAnswers.Health;
import alchemist.gateway.answers.ServerAnswers.Workspace;
import alchemist.gateway.answers.ServerAnswers.WorkspacesAnswer;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.kernel.Id;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The server, its workspaces, and the people in them. */
final class Workspaces {
    private static final Parameter<Id> SUBJECT = Parameter.id("id", "the person").inPath();

    private final Host host;
    private final Reads reads;
    private final Edition edition;
    private final InstantSource clock;
    private final Id person;
    private final Instant started;

    Workspaces(Host host, Reads reads, Edition edition, InstantSource clock, Id person) {
        this.host = host;
        this.edition = edition;
        this.reads = reads;
        this.clock = clock;
        this.person = person;
        this.started = clock.instant();
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/health", "getHealth")
                        .says("server", "Whether the server is up")
                        .answers(200, "it is", ServerAnswers.HEALTH)
                        .by(this::health),
                Operation.get("/api/v1/workspaces", "listWorkspaces")
                        .says("workspaces", "All workspaces")
                        .answers(200, "by name", ServerAnswers.WORKSPACES_ANSWER)
                        .by(this::list),
                Operation.post("/api/v1/workspaces", "foundWorkspace")
                        .says("workspaces", "Founds a workspace")
                        .reads("its name", ServerAnswers.FOUND_WORKSPACE)
                        .answers(201, "the new workspace", ServerAnswers.WORKSPACE)
                        .tells(201, "Location", "the path of the workspace")
                        .refuses(
                                Problem.Kind.MALFORMED_BODY,
                                Problem.Kind.CONFLICT,
                                Problem.Kind.STORAGE_FULL)
                        .by(this::found),
                Operation.post("/api/v1/workspaces/{ws}/take-back", "takeWorkspaceBack")
                        .says("workspaces", "Takes the founding of an empty workspace back")
                        .says(
                                "Only of one to which nothing has happened: what could not be read"
                                        + " into it leaves nothing behind. One that holds events is"
                                        + " kept.")
                        .takes(Reads.WS)
                        .reads("nothing: {}", Bodies.NOTHING)
                        .answers(200, "the workspace that was", ServerAnswers.WORKSPACE)
                        .refuses(Problem.Kind.UNKNOWN_WORKSPACE, Problem.Kind.CONFLICT)
                        .by(this::takeBack),
                Operation.get("/api/v1/workspaces/{ws}", "getWorkspace")
                        .says("workspaces", "A workspace in short")
                        .takes(Reads.WS)
                        .answers(200, "the workspace", ServerAnswers.WORKSPACE)
                        .refuses(Problem.Kind.UNKNOWN_WORKSPACE)
                        .by(r -> reply(200, reads.workspace(r))),
                Operation.post("/api/v1/workspaces/{ws}/subjects/{id}/erase", "eraseSubject")
                        .says("people", "Erases what is personal of a person")
                        .says(
                                "Destroys the keys of the person, so that what was sealed with them"
                                        + " can never be read again, here or in a copy of the log;"
                                        + " and makes every view, map and checkpoint forget what it"
                                        + " had opened. The facts stay, with the person's id. This"
                                        + " cannot be undone. Copies of the keys in backups must be"
                                        + " erased there.")
                        .takes(Reads.WS, SUBJECT)
                        .reads("nothing: {}", Bodies.NOTHING)
                        .answers(200, "what was erased", ServerAnswers.ERASED)
                        .refuses(Problem.Kind.UNKNOWN_WORKSPACE, Problem.Kind.UNAVAILABLE)
                        .by(this::erase));
    }

    private Reply health(Request request) {
        List<Listed> all = host.list();
        return Reply.json(
                Reads.json(
                        ServerAnswers.HEALTH,
                        new Health(
                                "up",
                                host.version(),
                                Duration.between(started, clock.instant()).toSeconds(),
                                all.size(),
                                problems(all))));
    }

    private List<String> problems(List<Listed> all) {
        List<String> problems = new ArrayList<>();
        for (Listed listed : all) {
            Hosted hosted = listed.open();
            if (hosted == null) {
                continue;
            }
            String name = "'" + hosted.name() + "': ";
            Refused refused = hosted.workspace().problem();
            String reason = refused == null ? "" : refused.reason();
            if (refused != null) {
                problems.add(name + reason);
            }
            for (String damage : hosted.workspace().damages()) {
                if (!reason.contains(damage)) {
                    problems.add(name + damage);
                }
            }
            stalled(hosted).forEach(stalled -> problems.add(name + stalled));
        }
        for (WorkspaceUnavailable each : host.unavailable()) {
            problems.add(String.valueOf(each.getMessage()));
        }
        return problems;
    }

    private Reply list(Request request) {
        List<Workspace> all = host.list().stream().map(this::listed).toList();
        return Reply.json(Reads.json(ServerAnswers.WORKSPACES_ANSWER, new WorkspacesAnswer(all)));
    }

    private Reply found(Request request) throws Exception {
        FoundWorkspace asked = Bodies.read(request, ServerAnswers.FOUND_WORKSPACE);
        try {
            return reply(201, host.found(asked.name()));
        } catch (IllegalArgumentException e) {
            throw Problem.of(Problem.Kind.MALFORMED_BODY, "'name': " + e.getMessage());
        } catch (IllegalStateException e) {
            throw Problem.of(Problem.Kind.CONFLICT, String.valueOf(e.getMessage()));
        } catch (NoRoom e) {
            throw Problem.of(Problem.Kind.STORAGE_FULL, String.valueOf(e.getMessage()));
        }
    }

    private Reply takeBack(Request request) throws Exception {
        Hosted hosted = reads.workspace(request);
        Bodies.read(request, Bodies.NOTHING);
        Reply was = reply(200, hosted);
        if (!host.takeBack(hosted)) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "'" + hosted.name() + "' holds events, or something is read into it: it stays");
        }
        return was;
    }

    private Reply erase(Request request) throws Exception {
        Hosted hosted = reads.workspace(request);
        Bodies.read(request, Bodies.NOTHING);
        Id subject = request.get(SUBJECT);
        boolean again;
        try {
            again = hosted.eraser().erase(subject);
        } catch (IOException e) {
            throw Problem.of(
                    Problem.Kind.UNAVAILABLE,
                    "it is not certain that the key is destroyed: "
                            + e.getMessage()
                            + "; erase again");
        }
        edition.next();
        return Reply.json(Reads.json(ServerAnswers.ERASED, new Erased(subject, again)));
    }

    private Reply reply(int status, Hosted hosted) {
        Reply.Whole reply = Reply.json(status, Reads.json(ServerAnswers.WORKSPACE, shown(hosted)));
        return status == 201
                ? reply.header("Location", "/api/v1/workspaces/" + hosted.name())
                : reply;
    }

    /**
     * What follows its events no more, or lacks some; where it takes no commands, the reason of
     * that is also why reactors stop and why the graph cannot fold.
     */
    private static List<String> stalled(Hosted hosted) {
        List<String> stalled = new ArrayList<>();
        String problem = hosted.graph().problem();
        if (problem != null) {
            stalled.add(
                    "the graph ends with position "
                            + hosted.graph().position()
                            + " and folds no more: "
                            + problem);
        }
        if (hosted.workspace().problem() == null) {
            lacking(hosted.graph().parked()).ifPresent(stalled::add);
            stalled.addAll(hosted.stopped().get());
        }
        return stalled;
    }

    private static Optional<String> lacking(List<ParkedEvent> parked) {
        if (parked.isEmpty()) {
            return Optional.empty();
        }
        ParkedEvent first = parked.getFirst();
        return Optional.of(
                "the graph lacks "
                        + (parked.size() == 1 ? "the event" : parked.size() + " events, the first")
                        + " at position "
                        + first.position()
                        + ", which it tries again when the server is started: "
                        + first.reason());
    }

    private Workspace listed(Listed listed) {
        Hosted hosted = listed.open();
        return hosted != null
                ? shown(hosted)
                : new Workspace(
                        listed.id(), listed.name(), listed.position(), "", List.of(), person);
    }

    private Workspace shown(Hosted hosted) {
        Refused problem = hosted.workspace().problem();
        List<String> findings = new ArrayList<>(hosted.workspace().findings());
        findings.addAll(stalled(hosted));
        return new Workspace(
                hosted.id(),
                hosted.name(),
                hosted.workspace().position(),
                problem == null ? "" : problem.reason(),
                findings,
                person);
    }
}
