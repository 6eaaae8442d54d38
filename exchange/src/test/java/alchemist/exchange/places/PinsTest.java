package alchemist.exchange.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.places.Address.Repository;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git asks the addresses that were looked at, and no others. */
final class PinsTest {
    @TempDir private Path folder;

    private static List<String> pins(String text, String... addresses) throws Exception {
        List<InetAddress> all = new ArrayList<>();
        for (String one : addresses) {
            all.add(InetAddress.getByName(one));
        }
        return Pins.of((Repository) Address.of(text), all);
    }

    @Test
    void gitIsToldTheAddressesOfAHost() throws Exception {
        assertEquals(
                List.of("http.curloptResolve=a.example:443:192.0.2.7,[2001:db8:0:0:0:0:0:1]"),
                pins("https://a.example/x/y.git", "192.0.2.7", "2001:db8::1"));
        assertEquals(
                List.of("http.curloptResolve=a.example:8080:192.0.2.7"),
                pins("http://a.example:8080/y.git", "192.0.2.7"));
        assertEquals(
                List.of("url.git://192.0.2.7:9/.insteadOf=git://a.example:9/"),
                pins("git://a.example:9/y.git", "192.0.2.7"));
        assertEquals(List.of(), pins("git@a.example:y.git", "192.0.2.7"));
        assertEquals(List.of(), pins("ssh://a.example/y.git", "192.0.2.7"));
        assertEquals(List.of(), pins("https://a.example/y.git"));
    }

    /** The name is known to nobody but the look-up, which answers but once what is expected. */
    @Test
    void aNameThatMeansAnotherHostLaterLeadsNowhereElse() throws Exception {
        Path source = folder.resolve("source");
        git(folder, "init", "--quiet", "source");
        Files.writeString(source.resolve("a.txt"), "a\n");
        git(source, "add", "-A");
        git(
                source,
                "-c",
                "user.name=T",
                "-c",
                "user.email=t@example.org",
                "commit",
                "--quiet",
                "-m",
                "One");
        git(folder, "clone", "--quiet", "--bare", "source", "served.git");
        git(folder.resolve("served.git"), "update-server-info");
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> hosts = new ArrayList<>();
        server.createContext(
                "/",
                exchange -> {
                    hosts.add(exchange.getRequestHeaders().getFirst("Host"));
                    Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
                    byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
                    exchange.sendResponseHeaders(
                            bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
                    if (bytes != null) {
                        exchange.getResponseBody().write(bytes);
                    }
                    exchange.close();
                });
        server.start();
        try {
            int[] asked = new int[1];
            Hosts rebound =
                    new Hosts(
                            "rebound.invalid",
                            host -> {
                                if (asked[0]++ > 0) {
                                    throw new UnknownHostException(host);
                                }
                                return new InetAddress[] {InetAddress.getLoopbackAddress()};
                            });
            String name = "rebound.invalid:" + server.getAddress().getPort();
            Fetch fetch =
                    new Places(folder.resolve("places"), rebound)
                            .fetch("http://" + name + "/served.git");
            fetch.run(Fetch.Watcher.PATIENT);
            assertEquals("a\n", Files.readString(fetch.place().path().resolve("a.txt")));
            assertEquals(1, asked[0]);
            assertTrue(hosts.stream().allMatch(name::equals), hosts::toString);
        } finally {
            server.stop(0);
        }
    }

    private static void git(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
        assertEquals(0, process.waitFor());
    }
}
