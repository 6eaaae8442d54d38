package alchemist.server.cli;

import alchemist.server.data.DataDirectory;
import alchemist.server.data.ServerFile;
import alchemist.server.serving.Server;
import alchemist.server.serving.ServerOptions;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server to talk to: the one that is running, else one of our own that ends with the command. */
final class Session implements AutoCloseable {
    private final Api api;
    private final @Nullable Server own;

    private Session(Api api, @Nullable Server own) {
        this.api = api;
        this.own = own;
    }

    /** The running server, or one on any free port. */
    static Session of(DataDirectory data) throws IOException {
        Optional<Api> running = running(data);
        if (running.isPresent()) {
            return new Session(running.get(), null);
        }
        Server server = Server.start(ServerOptions.of(data).withPort(0));
        return new Session(Api.own(server.port()), server);
    }

    /** The server that is running on this data, if one is and answers. */
    static Optional<Api> running(DataDirectory data) {
        Optional<ServerFile> file = data.server();
        if (file.isEmpty() || !file.get().isAlive()) {
            return Optional.empty();
        }
        Api api = new Api(file.get().port());
        try {
            api.get("/health");
            return Optional.of(api);
        } catch (IOException | Failure _) {
            return Optional.empty();
        }
    }

    Api api() {
        return api;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
