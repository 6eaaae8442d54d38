package alchemist.gateway.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows the other users of this machine, whom the loopback lets reach the server as well as its
 * own: by the tables in which Linux tells whose each connection is. Where the system tells nothing,
 * nobody is known. For any thread.
 */
final class Neighbours {
    /** What the tables say of a connection. */
    enum Whose {
        /** The user's who runs this server, or the superuser's, who can do all that they can. */
        OURS,
        OTHERS,
        /** Nobody's any more: the client has closed it, and need not be answered. */
        NOBODYS
    }

    /** Of a table's line: number, local address, remote address, state, …, user, …, inode. */
    private static final int LOCAL = 1;

    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int USER = 7;
    private static final int INODE = 9;
    private static final String LISTENS = "0A";

    /** IPv4 inside of IPv6. */
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private final List<Path> tables;
    private final int user;

    /**
     * Those that some tables tell of; none: nobody is known.
     *
     * @param user who runs this server
     */
    Neighbours(List<Path> tables, int user) {
        this.tables = tables;
        this.user = user;
    }

    /** Those of this process. */
    static Neighbours here() {
        try {
            int user = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            return new Neighbours(
                    List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6")), user);
        } catch (IOException | RuntimeException _) {
            return new Neighbours(List.of(), 0); // no Linux
        }
    }

    /** Whose the connection is that leads from a client of this machine to a server here. */
    Whose whose(InetSocketAddress client, InetSocketAddress server) throws IOException {
        if (!client.getAddress().isLoopbackAddress()) {
            return Whose.OURS;
        }
        for (Path table : tables) {
            boolean six = table.endsWith("tcp6");
            String from = written(client, six);
            String to = written(server, six);
            String[] line = find(table, one -> one[LOCAL].equals(from) && one[REMOTE].equals(to));
            if (line != null) {
                return whose(line);
            }
        }
        return tell(server.getPort()) ? Whose.NOBODYS : Whose.OURS;
    }

    /** Whether the tables tell anything: at least who listens here. */
    private boolean tell(int port) throws IOException {
        String listening = ":" + hex(port);
        for (Path table : tables) {
            if (find(table, one -> one[STATE].equals(LISTENS) && one[LOCAL].endsWith(listening))
                    != null) {
                return true;
            }
        }
        return false;
    }

    private static String @Nullable [] find(Path table, Predicate<String[]> wanted)
            throws IOException {
        if (!Files.isReadable(table)) {
            return null;
        }
        try (Stream<String> lines = Files.lines(table)) {
            return lines.map(line -> line.strip().split("\\s+", -1))
                    .filter(fields -> fields.length > INODE && wanted.test(fields))
                    .findFirst()
                    .orElse(null);
        }
    }

    private Whose whose(String[] line) {
        if (line[INODE].equals("0")) {
            return Whose.NOBODYS; // the system tells of these as if they were the superuser's
        }
        int owner = Integer.parseUnsignedInt(line[USER]);
        return owner == user || owner == 0 ? Whose.OURS : Whose.OTHERS;
    }

    /** As the tables have it: words of four bytes in the order of the processor. */
    private static String written(InetSocketAddress address, boolean six) {
        byte[] plain = address.getAddress().getAddress();
        ByteBuffer bytes = ByteBuffer.allocate(MAPPED.length + Integer.BYTES);
        bytes.order(ByteOrder.nativeOrder());
        if (six && plain.length == Integer.BYTES) {
            bytes.put(MAPPED);
        }
        bytes.put(plain).flip();
        StringBuilder text = new StringBuilder();
        while (bytes.hasRemaining()) {
            text.append(String.format(Locale.ROOT, "%08X", bytes.getInt()));
        }
        return text.append(':').append(hex(address.getPort())).toString();
    }

    private static String hex(int port) {
        return String.format(Locale.ROOT, "%04X", port);
    }
}
