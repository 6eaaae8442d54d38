package alchemist.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.http.Neighbours.Whose;
import alchemist.gateway.http.SocketOwners.Owner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class NeighboursTest {
    private static final int PORT = 7878;
    private static final int USER = 1000;
    private static final String LISTENER =
            "   0: 0100007F:1EC6 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000"
                    + "        0 4711 1 0000000000000000 100 0 0 10 0\n";

    @TempDir Path folder;
    private Path four;
    private Path six;

    @BeforeEach
    void tables() throws IOException {
        Assumptions.assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
        four = folder.resolve("tcp");
        six = folder.resolve("tcp6");
        Files.writeString(six, "  sl  local_address rem_address st\n");
    }

    private static String line(String from, String state, int user, long inode) {
        return "   1: "
                + from
                + " 0100007F:1EC6 "
                + state
                + " 00000000:00000000 00:00000000 00000000  "
                + user
                + "        0 "
                + inode
                + " 1 0000000000000000 20 4 30 10 -1\n";
    }

    private Whose whose(String client, int port) throws IOException {
        Neighbours neighbours =
                new Neighbours(new SocketTables(List.of(four, six)), () -> null, USER);
        return whose(neighbours, client, port);
    }

    private static Whose whose(Neighbours neighbours, String client, int port) throws IOException {
        return neighbours.whose(
                new InetSocketAddress(InetAddress.ofLiteral(client), port),
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), PORT));
    }

    @Test
    void connectionsAreOfWhoMadeThem() throws IOException {
        Files.writeString(
                four,
                LISTENER
                        + line("0100007F:9C40", "01", USER, 1)
                        + line("0100007F:9C41", "01", 1001, 2)
                        + line("0100007F:9C42", "08", 0, 3)
                        + line("0200007F:9C40", "01", 1001, 4));
        Files.writeString(
                six,
                line("0000000000000000FFFF00000100007F:9C43", "01", 1001, 5)
                        .replace(" 0100007F", " 0000000000000000FFFF00000100007F"));
        assertEquals(Whose.OURS, whose("127.0.0.1", 40_000));
        assertEquals(Whose.OTHERS, whose("127.0.0.1", 40_001));
        assertEquals(Whose.OURS, whose("127.0.0.1", 40_002));
        assertEquals(Whose.OTHERS, whose("127.0.0.2", 40_000));
        assertEquals(Whose.OTHERS, whose("127.0.0.1", 40_003));
    }

    @Test
    void whoIsGoneAlreadyIsNotTakenForTheSuperuser() throws IOException {
        Files.writeString(four, LISTENER + line("0100007F:9C40", "05", 0, 0));
        assertEquals(Whose.NOBODYS, whose("127.0.0.1", 40_000));
        assertEquals(Whose.NOBODYS, whose("127.0.0.1", 40_001));
    }

    @Test
    void whereTheTablesDoNotEvenKnowTheServerNobodyIsKeptOut() throws IOException {
        Files.writeString(four, line("0100007F:9C41", "01", 1001, 1));
        assertEquals(Whose.OURS, whose("127.0.0.1", 40_000));
    }

    @Test
    void whoComesOftenIsLookedUpQuickerAndByTheTablesAgainWhereThatFails() throws Exception {
        Files.writeString(four, LISTENER + line("0100007F:9C40", "01", USER, 1));
        BlockingQueue<Integer> asked = new LinkedBlockingQueue<>();
        SocketOwners quick =
                (client, _) -> {
                    asked.add(client.getPort());
                    if (client.getPort() == 40_003) {
                        throw new IOException("refused");
                    }
                    return client.getPort() == 40_002 ? null : new Owner(1001, 7);
                };
        CountDownLatch learnt = new CountDownLatch(1);
        Neighbours neighbours =
                new Neighbours(
                        new SocketTables(List.of(four, six)),
                        () -> {
                            learnt.countDown();
                            return quick;
                        },
                        USER);
        for (int i = 1; i < Neighbours.FEW; i++) {
            assertEquals(Whose.OURS, whose(neighbours, "127.0.0.1", 40_000));
        }
        assertEquals(1, learnt.getCount());
        whose(neighbours, "127.0.0.1", 40_000);
        learnt.await();
        while (asked.isEmpty()) {
            whose(neighbours, "127.0.0.1", 40_001);
        }
        assertEquals(Whose.OTHERS, whose(neighbours, "127.0.0.1", 40_001));
        assertEquals(Whose.NOBODYS, whose(neighbours, "127.0.0.1", 40_002));
        assertEquals(Whose.NOBODYS, whose(neighbours, "127.0.0.1", 40_003));
        assertEquals(Whose.OURS, whose(neighbours, "127.0.0.1", 40_000));
        assertEquals(40_003, asked.stream().toList().getLast());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theSystemIsAskedDirectlyToo() throws IOException {
        SocketOwners asked = SocketDiagnosis.learnt();
        assertNotNull(asked);
        for (String host : List.of("127.0.0.1", "::1")) {
            InetAddress loopback = InetAddress.ofLiteral(host);
            InetSocketAddress from;
            InetSocketAddress to;
            try (ServerSocket server = new ServerSocket(0, 1, loopback);
                    Socket client = new Socket(loopback, server.getLocalPort())) {
                from = new InetSocketAddress(loopback, client.getLocalPort());
                to = new InetSocketAddress(loopback, server.getLocalPort());
                Owner owner = asked.find(from, to);
                assertNotNull(owner);
                assertEquals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), owner.user());
                assertNotEquals(0, owner.inode());
            }
            Owner owner = asked.find(from, to);
            assertTrue(owner == null || owner.inode() == 0, () -> host + ": " + owner);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theSystemKnowsAConnectionOfThisProcess() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Neighbours neighbours = Neighbours.here();
        try (ServerSocket server = new ServerSocket(0, 1, loopback)) {
            InetSocketAddress from;
            InetSocketAddress to = new InetSocketAddress(loopback, server.getLocalPort());
            try (Socket client = new Socket(loopback, server.getLocalPort())) {
                from = new InetSocketAddress(loopback, client.getLocalPort());
                assertEquals(Whose.OURS, neighbours.whose(from, to));
            }
            assertEquals(Whose.NOBODYS, neighbours.whose(from, to));
        }
    }
}
