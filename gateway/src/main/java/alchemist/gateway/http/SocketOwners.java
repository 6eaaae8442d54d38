package alchemist.gateway.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Tells which user of this machine a connection belongs to. */
interface SocketOwners {
    /**
     * Who has a socket.
     *
     * @param inode 0: nobody any more; the system tells of these as if they were the superuser's
     */
    record Owner(int user, int inode) {}

    /** Who has the client's end of a connection; null where the system knows of none. */
    @Nullable Owner find(InetSocketAddress client, InetSocketAddress server) throws IOException;
}
