package alchemist.gateway.live;

import alchemist.gateway.Hosted;
import alchemist.gateway.http.Conversation;
import alchemist.gateway.http.Request;
import alchemist.gateway.http.Socket;
import alchemist.gateway.http.Stopping;
import alchemist.kernel.Id;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said over one socket. What the client says is heard by an I/O thread, and only noted;
 * what is said to it is sent by a thread of its own.
 */
final class Talk implements Conversation {
    private static final System.Logger LOG = System.getLogger("alchemist.gateway");

    private final Id client;
    private final String version;
    private final Hosted hosted;
    private final Room room;
    private final Request request;
    private final LiveLimits limits;
    private final Outbox outbox;
    private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
    private Stopping.@Nullable Hook hook;

    Talk(Id client, String version, Hosted hosted, Room room, Request request, LiveLimits limits) {
        this.client = client;
        this.version = version;
        this.hosted = hosted;
        this.room = room;
        this.request = request;
        this.limits = limits;
        this.outbox = new Outbox(limits.untaken());
    }

    @Override
    public void opened(Socket socket) {
        long position = hosted.workspace().position();
        say(Said.hello(client, hosted.name(), version, position, limits));
        if (!room.join(client, outbox)) {
            outbox.end(Socket.TRY_LATER, "too many sockets are open: try again later");
        }
        hook = request.whenStopping(() -> outbox.end(Socket.GOING_AWAY, "the server stops"));
        Thread.ofVirtual().name("live-" + client).start(() -> write(socket));
    }

    @Override
    public void said(byte[] utf8) {
        if (outbox.isEnding()) {
            return;
        }
        try {
            follow(Message.read(utf8, limits));
        } catch (Refusal refusal) {
            say(Said.error(refusal));
        }
    }

    @Override
    public void unread(Unread what) {
        switch (what) {
            case BINARY -> {
                say(
                        Said.error(
                                Refusal.of(
                                        "binary-message",
                                        "messages are JSON text here, not bytes; send text")));
                outbox.end(Socket.NOT_ACCEPTED, "messages are JSON text here");
            }
            case TOO_LARGE -> {
                say(
                        Said.error(
                                Refusal.of(
                                        "message-too-large",
                                        "a message may have " + limits.messageBytes() + " bytes")));
                outbox.end(
                        Socket.TOO_BIG, "a message may have " + limits.messageBytes() + " bytes");
            }
        }
    }

    @Override
    public void closed() {
        room.leave(client);
        outbox.end(Socket.GOING_AWAY, "");
        feeds.values().forEach(Feed::stop);
        Stopping.Hook registered = hook;
        if (registered != null) {
            registered.close();
        }
    }

    private void follow(Message message) {
        switch (message) {
            case Message.Subscribe wish -> subscribe(wish);
            case Message.Unsubscribe(String id) -> unsubscribe(id);
            case Message.Presence(byte[] state) -> room.show(client, state);
            case Message.Ping(byte[] value) -> say(Said.pong(value));
        }
    }

    private void subscribe(Message.Subscribe wish) {
        String id = wish.id();
        long position = hosted.workspace().position();
        long from = wish.from() < 0 ? position + 1 : Math.max(1, wish.from());
        if (feeds.containsKey(id)) {
            throw Refusal.of(
                            "subscription-exists",
                            "'" + id + "' is subscribed already: unsubscribe it, or choose another")
                    .about(id);
        }
        if (feeds.size() >= limits.subscriptions()) {
            throw Refusal.of(
                            "too-many-subscriptions",
                            "a socket may have "
                                    + limits.subscriptions()
                                    + " subscriptions: unsubscribe one, or choose a subject that"
                                    + " matches more")
                    .about(id);
        }
        if (!wish.subject().concerns(hosted.name())) {
            throw Refusal.of(
                            "bad-subject",
                            "'"
                                    + wish.subject()
                                    + "' is of another workspace; this socket is of '"
                                    + hosted.name()
                                    + "'")
                    .about(id);
        }
        if (from > position + 1) {
            throw Refusal.of(
                            "position-ahead",
                            "the last position is "
                                    + position
                                    + ", so "
                                    + from
                                    + " cannot have been told by this workspace: read it anew")
                    .about(id);
        }
        say(Said.subscribed(id, wish.subject().toString(), from, position));
        Outbox.Slot slot = outbox.slot(id, from - 1, position);
        Feed feed = new Feed(id, hosted, wish.subject(), from - 1, slot);
        feeds.put(id, feed);
        feed.start(problem -> broken(id, problem));
    }

    private void unsubscribe(String id) {
        Feed feed = feeds.remove(id);
        if (feed == null) {
            throw Refusal.of(
                            "unknown-subscription",
                            "there is no subscription '" + id + "' on this socket")
                    .about(id);
        }
        feed.stop();
        say(Said.unsubscribed(id));
    }

    private void broken(String id, Throwable problem) {
        LOG.log(
                Level.ERROR,
                "the subscription '" + id + "' of " + hosted.name() + " failed",
                problem);
        unsubscribeBroken(id);
        say(
                Said.error(
                        Refusal.of(
                                        "failed",
                                        "the server could not read on; its log says why. Subscribe"
                                                + " again from behind the last position")
                                .about(id)));
    }

    private void unsubscribeBroken(String id) {
        Feed feed = feeds.remove(id);
        if (feed != null) {
            feed.stop();
        }
    }

    /** Says something soon; who does not listen while it asks is shown out. */
    private void say(byte[] frame) {
        if (!outbox.answer(frame)) {
            outbox.end(Socket.AGAINST_THE_RULES, "too many answers wait to be read");
        }
    }

    private void write(Socket socket) {
        try {
            long beatNanos = limits.heartbeat().toNanos();
            long due = System.nanoTime() + beatNanos;
            while (true) {
                switch (outbox.next(due - System.nanoTime())) {
                    case Outbox.Next.Frame(byte[] json) -> socket.send(json);
                    case Outbox.Next.End(int code, String reason) -> {
                        socket.close(code, reason);
                        return;
                    }
                    case Outbox.Next.Nothing _ -> {}
                }
                if (System.nanoTime() >= due) {
                    beat(socket);
                    due = System.nanoTime() + beatNanos;
                }
            }
        } catch (InterruptedException | InterruptedIOException _) {
            socket.drop();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the client of a WebSocket went away: {0}", e);
            socket.drop();
        }
    }

    private void beat(Socket socket) throws IOException {
        if (socket.silence().compareTo(limits.idleTime()) > 0) {
            outbox.end(
                    Socket.GOING_AWAY,
                    "nothing was heard for " + limits.idleTime().toSeconds() + " s");
            return;
        }
        socket.send(Said.reached(outbox.positions()));
        socket.ping();
    }
}
