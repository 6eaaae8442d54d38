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
 * The tables in which Linux tells of all its connections, {@code /proc/net/tcp} and {@code tcp6}.
 * The system goes through all that it has room for to write one, which takes some milliseconds.
 */
final class SocketTables implements SocketOwners {
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

    SocketTables(List<Path> tables) {
        this.tables = tables;
    }

    @Override
    public @Nullable Owner find(InetSocketAddress client, InetSocketAddress server)
            throws IOException {
        for (Path table : tables) {
            boolean six = table.endsWith("tcp6");
            String from = written(client, six);
            String to = written(server, six);
            String[] line = line(table, one -> one[LOCAL].equals(from) && one[REMOTE].equals(to));
            if (line != null) {
                return new Owner(
                        Integer.parseUnsignedInt(line[USER]),
                        Integer.parseUnsignedInt(line[INODE]));
            }
        }
        return null;
    }

    /** Whether the tables tell anything: at least who listens here. */
    boolean tell(int port) throws IOException {
        String listening = ":" + hex(port);
        for (Path table : tables) {
            if (line(table, one -> one[STATE].equals(LISTENS) && one[LOCAL].endsWith(listening))
                    != null) {
                return true;
            }
        }
        return false;
    }

    private static String @Nullable [] line(Path table, Predicate<String[]> wanted)
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
