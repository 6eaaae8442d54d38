package alchemist.gateway.http;

import alchemist.gateway.http.SocketOwners.Owner;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows the other users of this machine, whom the loopback lets reach the server as well as its
 * own: Linux tells whose each connection is. Where the system tells nothing, nobody is known. For
 * any thread.
 */
final class Neighbours {
    /** What the system says of a connection. */
    enum Whose {
        /** The user's who runs this server, or the superuser's, who can do all that they can. */
        OURS,
        OTHERS,
        /** Nobody's any more: the client has closed it, and need not be answered. */
        NOBODYS
    }

    /** When so many connections were looked up slowly, it is worth while to learn it better. */
    static final int FEW = 16;

    private final SocketTables tables;
    private final Supplier<? extends @Nullable SocketOwners> learning;
    private final int user;
    private final AtomicInteger looked = new AtomicInteger();
    private volatile @Nullable SocketOwners quick;

    /**
     * Those that some tables tell of.
     *
     * @param learning answers quicker, and takes its time to begin; null: it cannot
     * @param user who runs this server
     */
    Neighbours(SocketTables tables, Supplier<? extends @Nullable SocketOwners> learning, int user) {
        this.tables = tables;
        this.learning = learning;
        this.user = user;
    }

    /** Those of this process. */
    static Neighbours here() {
        try {
            int user = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            List<Path> tables = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
            return new Neighbours(new SocketTables(tables), SocketDiagnosis::learnt, user);
        } catch (IOException | RuntimeException _) {
            return new Neighbours(new SocketTables(List.of()), () -> null, 0); // no Linux
        }
    }

    /** Whose the connection is that leads from a client of this machine to a server here. */
    Whose whose(InetSocketAddress client, InetSocketAddress server) throws IOException {
        if (!client.getAddress().isLoopbackAddress()) {
            return Whose.OURS;
        }
        SocketOwners owners = quick;
        if (owners != null) {
            try {
                Owner owner = owners.find(client, server);
                if (owner != null) {
                    return whose(owner);
                }
            } catch (IOException _) {
                quick = null; // then by the tables, from now on
            }
        } else if (looked.incrementAndGet() == FEW) {
            Thread.ofPlatform().daemon().name("neighbours").start(() -> quick = learning.get());
        }
        Owner owner = tables.find(client, server);
        if (owner != null) {
            return whose(owner);
        }
        return tables.tell(server.getPort()) ? Whose.NOBODYS : Whose.OURS;
    }

    private Whose whose(Owner owner) {
        if (owner.inode() == 0) {
            return Whose.NOBODYS;
        }
        return owner.user() == user || owner.user() == 0 ? Whose.OURS : Whose.OTHERS;
    }
}
