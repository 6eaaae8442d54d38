package alchemist.engine.workspace;

import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of clients: the {@value #MAX} whose commands were accepted last, in that
 * order. It follows from the log alone, so that every copy of it is the same.
 */
final class Clients {
    /** How many clients are remembered; about 6 KB each at most. */
    static final int MAX = 10_000;

    /** What is remembered of one client. */
    record Client(Window window, History history) {}

    private final LinkedHashMap<Id, Client> byId = new LinkedHashMap<>();
    private @Nullable Id lastId;
    private @Nullable Client lastClient;

    /** What is remembered of a client, or null. */
    @Nullable Client find(Id id) {
        return id.equals(lastId) ? lastClient : byId.get(id);
    }

    /** What is remembered of a client whose command is accepted now: it becomes the latest. */
    Client accept(CommandEnvelope envelope) {
        Id id = envelope.client();
        Client known = lastClient;
        if (known != null && id.equals(lastId)) {
            return known;
        }
        Client client = byId.get(id);
        if (client == null) {
            client = new Client(new Window(), new History());
        }
        byId.putLast(id, client);
        if (byId.size() > MAX) {
            byId.pollFirstEntry();
        }
        lastId = id;
        lastClient = client;
        return client;
    }

    void save(Output out) {
        out.varint(byId.size());
        byId.forEach(
                (id, client) -> {
                    out.id(id);
                    client.window.save(out);
                    client.history.save(out);
                });
    }

    static Clients load(Input in) {
        Clients clients = new Clients();
        for (int left = in.length(); left > 0; left--) {
            clients.byId.putLast(in.id(), new Client(Window.load(in), History.load(in)));
        }
        return clients;
    }
}
