package alchemist.server.serving;

import static alchemist.server.serving.Client.list;
import static alchemist.server.serving.Client.number;
import static alchemist.server.serving.Client.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.log.Disk;
import alchemist.logfile.FileDisk;
import alchemist.server.data.DataDirectory;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.disk.SimulatedDisk.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that is full or fails, as those see it who ask the server. */
class FaultyDiskTest {
    /** Filling a segment ahead takes sixteen of them, a command two. */
    private static final int CALLS = 24;

    private static final String COMMANDS = "/workspaces/w/commands";

    @TempDir private Path folder;

    private Server start(Disk disk) throws IOException {
        return start(disk, folder);
    }

    private static Server start(Disk disk, Path folder) throws IOException {
        ServerOptions options = ServerOptions.of(new DataDirectory(folder.resolve("data")).made());
        return Server.start(options.withPort(0), disk);
    }

    private static String node(int number) {
        return "{\"type\":\"graph.add-node\",\"client\":\""
                + Id.of("client", "disk")
                + "\",\"sequence\":"
                + number
                + ",\"data\":{\"node\":\""
                + Id.of("node", "" + number)
                + "\",\"name\":\"node "
                + number
                + "\"}}";
    }

    private static void accept(Client client, int number) throws Exception {
        assertEquals("accepted", text(client.post(COMMANDS, node(number)), "status"));
    }

    private static long nodes(Client client) throws Exception {
        long position = number(client.get("/workspaces/w"), "position");
        return number(client.get("/workspaces/w/stats?atLeast=" + position), "nodes");
    }

    @Test
    void aFullDiskIsToldAndReadsGoOnAndSoDoCommandsWhenThereIsRoom() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(1);
        try (Server server = start(disk)) {
            Client client = Client.of(server);
            client.post("/workspaces", "{\"name\":\"w\"}");
            disk.capacityBytes(disk.usedBytes());
            for (int i = 0; i < 3; i++) {
                Client.Refusal full = client.refused(COMMANDS, node(1));
                assertEquals(507, full.status());
                assertEquals("storage-full", full.code());
                assertTrue(full.detail().contains("send it again"), full.detail());
                assertEquals(0, nodes(client));
            }
            Client.Refusal founding = client.refused("/workspaces", "{\"name\":\"v\"}");
            assertEquals(507, founding.status());
            assertTrue(founding.detail().contains("make room"), founding.detail());
            assertEquals(404, client.refused("/workspaces/v").status());
            assertTrue(list(client.get("/health"), "problems").isEmpty());

            disk.capacityBytes(Long.MAX_VALUE);
            accept(client, 1);
            accept(client, 2);
            assertEquals(2, nodes(client));
            client.post("/workspaces", "{\"name\":\"v\"}");
        }
        try (Server server = start(disk.crash())) {
            assertEquals(2, nodes(Client.of(server)));
        }
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void whicheverCallFailsTheAnswerIsTrue(Failure how) throws Exception {
        boolean refused = false;
        for (int call = 1; call <= CALLS; call++) {
            SimulatedDisk disk = new SimulatedDisk(call);
            TreeSet<Integer> accepted = new TreeSet<>();
            try (Server server = start(disk)) {
                Client client = Client.of(server);
                client.post("/workspaces", "{\"name\":\"w\"}");
                disk.failAtCall(disk.calls() + call, how);
                for (int number = 1; number <= 6; number++) {
                    Client.Answer answer = client.send(COMMANDS, node(number));
                    if (answer.status() == 200) {
                        accepted.add(number);
                    } else {
                        refused = true;
                        assertTrue(
                                answer.status() == 503 || answer.status() == 507, answer::toString);
                        assertTrue(text(answer.body(), "detail").contains("again"));
                    }
                    assertEquals(accepted.size(), nodes(client), "what is shown is what is so");
                }
            }
            try (Server server = start(disk.crash())) {
                Client client = Client.of(server);
                for (int number : accepted) {
                    String id = Id.of("node", "" + number).toString();
                    client.get("/workspaces/w/nodes/" + id);
                }
                for (int number = 1; number <= 6; number++) {
                    accept(client, number);
                }
                assertEquals(6, nodes(client), "nothing is there twice");
            }
        }
        assertEquals(how != Failure.SHORT, refused);
    }

    @Test
    void aFailedForceIsFinalAndReadsGoOn() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(3);
        int failing = 0;
        for (int call = 1; call <= CALLS && failing == 0; call++) {
            try (Server server = start(disk)) {
                Client client = Client.of(server);
                if (call == 1) {
                    client.post("/workspaces", "{\"name\":\"w\"}");
                }
                accept(client, 1);
                disk.failAtCall(disk.calls() + call, Failure.ERROR);
                Client.Answer answer = client.send(COMMANDS, node(1 + call));
                String detail = text(answer.body(), "detail");
                if (detail.contains("until the workspace is opened again")) {
                    failing = call;
                    stays(client, detail);
                }
            }
            disk = disk.crash();
        }
        assertTrue(failing > 0, "one of the calls is a force");
        try (Server server = start(disk)) {
            accept(Client.of(server), 99);
            assertTrue(list(Client.of(server).get("/health"), "problems").isEmpty());
        }
    }

    private static void stays(Client client, String detail) throws Exception {
        for (int number = 50; number < 53; number++) {
            Client.Refusal again = client.refused(COMMANDS, node(number));
            assertEquals(503, again.status());
            assertEquals(detail, again.detail());
        }
        assertTrue(nodes(client) >= 1);
        assertEquals(detail, text(client.get("/workspaces/w"), "problem"));
        Properties health = client.get("/health");
        assertTrue(list(health, "problems").toString().contains(detail), health::toString);
    }

    @Test
    void aRealDiskThatIsFullIsToldToo() throws Exception {
        Path small = Files.createDirectories(folder.resolve("small"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", small.toString()),
                "skipped: needs root and tmpfs");
        try {
            fill(small);
        } finally {
            run("umount", "-l", small.toString());
        }
    }

    private static void fill(Path small) throws Exception {
        int accepted = 0;
        String large = ",\"properties\":{\"text\":\"" + "x".repeat(50_000) + "\"}}}";
        try (Server server = start(new FileDisk(), small)) {
            Client client = Client.of(server);
            client.post("/workspaces", "{\"name\":\"w\"}");
            Path ballast = small.resolve("ballast");
            Files.write(ballast, new byte[2 << 20]);
            Client.Answer answer = client.send(COMMANDS, node(1));
            while (answer.status() == 200) {
                accepted++;
                answer = client.send(COMMANDS, node(accepted + 1).replace("}}", large));
            }
            assertEquals(507, answer.status(), answer::toString);
            assertTrue(accepted > 5);
            assertEquals(accepted, nodes(client));
            Files.delete(ballast);
            accept(client, accepted + 1);
            assertEquals(accepted + 1, nodes(client));
        }
        try (Server server = start(new FileDisk(), small)) {
            assertEquals(accepted + 1, nodes(Client.of(server)));
            assertEquals("", text(Client.of(server).get("/workspaces/w"), "problem"));
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
