package alchemist.gateway.live;

import alchemist.gateway.Hosted;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.kernel.Id;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The live sockets of all workspaces. */
public final class Live {
    private final Parameter<String> parameter;
    private final Function<Request, Hosted> workspaces;
    private final Supplier<Id> newIds;
    private final String version;
    private final LiveLimits limits;
    private final Map<Id, Room> rooms = new ConcurrentHashMap<>();

    /**
     * The live sockets.
     *
     * @param parameter the workspace in the path
     * @param workspaces finds it, or throws a {@link Problem}
     * @param newIds gives each socket a client id
     * @param version of the program
     */
    public Live(
            Parameter<String> parameter,
            Function<Request, Hosted> workspaces,
            Supplier<Id> newIds,
            String version,
            LiveLimits limits) {
        this.parameter = parameter;
        this.workspaces = workspaces;
        this.newIds = newIds;
        this.version = version;
        this.limits = limits;
    }

    /** What can be asked for. */
    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/workspaces/{ws}/live", "followLive")
                        .says("events", "A WebSocket: events as they come, and who looks at what")
                        .says(
                                "JSON text messages, each an object with one member. The client"
                                        + " says subscribe, unsubscribe, presence or ping; the"
                                        + " server hello, subscribed, events, reached,"
                                        + " unsubscribed, presence, left, pong or error. Events"
                                        + " come without a gap and nothing twice, from the position"
                                        + " that is asked for. Presences are shown to the others at"
                                        + " this workspace and never stored. The protocol is"
                                        + " described in docs/reference/live.md.")
                        .takes(parameter)
                        .answers(101, "", "a WebSocket (RFC 6455) from here on", "")
                        .tells(101, "Upgrade", "websocket")
                        .refuses(Problem.Kind.UNKNOWN_WORKSPACE, Problem.Kind.UPGRADE_REQUIRED)
                        .by(this::open));
    }

    private Reply open(Request request) {
        Hosted hosted = workspaces.apply(request);
        Room room = rooms.computeIfAbsent(hosted.id(), _ -> new Room(limits.sockets()));
        if (room.isFull()) {
            throw Problem.of(
                    Problem.Kind.BUSY,
                    "this workspace has "
                            + limits.sockets()
                            + " live sockets already: close some, or follow …/events as"
                            + " text/event-stream");
        }
        Talk talk = new Talk(newIds.get(), version, hosted, room, request, limits);
        return new Reply.Upgraded(talk, limits.messageBytes());
    }
}
