package alchemist.exchange.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.ReadingCancelled;
import alchemist.exchange.ReadingFailed;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Brings archives, repositories and files of a server of this machine here. */
final class FetchTest {
    private static final Fetch.Watcher PATIENT = watcher(false);

    @TempDir Path folder;

    private static Fetch.Watcher watcher(boolean stops) {
        return new Fetch.Watcher() {
            @Override
            public void progress(long done, long total, String what) {
                assertTrue(done >= 0 && !what.isEmpty());
            }

            @Override
            public void check() {
                if (stops) {
                    throw new ReadingCancelled();
                }
            }
        };
    }

    private Places places() {
        return new Places(folder.resolve("places"), new Hosts("localhost"));
    }

    private Path read(String address) throws ReadingFailed {
        Fetch fetch = places().fetch(address);
        fetch.run(PATIENT);
        return fetch.place().path();
    }

    private void fails(String address, String why) throws ReadingFailed {
        Fetch fetch = places().fetch(address);
        ReadingFailed failed = assertThrows(ReadingFailed.class, () -> fetch.run(PATIENT));
        assertTrue(failed.what().contains(why), failed::what);
        assertFalse(Files.exists(fetch.place().path()), "something is there: " + failed.what());
        Path arriving =
                fetch.place()
                        .path()
                        .resolveSibling(fetch.place().path().getFileName() + ".arriving");
        assertFalse(Files.exists(arriving), "something was left behind");
        assertFalse(Files.exists(arriving.getParent()), "a folder was left behind");
    }

    @Test
    void whatAKilledProcessWasFetchingIsRemoved() throws Exception {
        Path kept = read(zipFile(zip("a.txt", "a")));
        Path left = Files.createDirectories(kept.resolveSibling("x.arriving").resolve("deep"));
        Files.writeString(left.resolve("half.txt"), "h");
        Path alone = Files.createDirectories(folder.resolve("places/other/y.arriving"));
        places().removeLeft();
        assertFalse(Files.exists(left));
        assertFalse(Files.exists(alone.getParent()));
        assertTrue(Files.exists(kept.resolve("a.txt")));
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private String zipFile(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("notes.zip"), bytes).toString();
    }

    @Test
    void aZipIsUnpackedAndUnpackedAnewWhenItIsAnother() throws Exception {
        String file = zipFile(zip("a/", "", "a/one.md", "# One", "two.md", "# Two"));
        Path place = read(file);
        assertEquals("notes", place.getFileName().toString());
        assertEquals("# One", Files.readString(place.resolve("a/one.md")));
        zipFile(zip("three.md", "# Three"));
        assertEquals(place, read(file));
        assertFalse(Files.exists(place.resolve("two.md")));
        assertEquals("# Three", Files.readString(place.resolve("three.md")));
    }

    @Test
    void aZipThatLeadsOutOfItselfIsRefused() throws Exception {
        fails(zipFile(zip("fine.md", "x", "../../out.md", "y")), "leads out of it");
        fails(zipFile(zip("/../../../etc/out", "y")), "leads out of it");
        fails(zipFile(zip("a\\..\\b", "y")), "leads out of it");
        assertFalse(Files.exists(folder.resolve("out.md")));
    }

    @Test
    void aZipBombIsRefused() throws Exception {
        fails(zipFile(zip("bomb", "0".repeat(80 << 20))), "unpacks to more than 64 MB");
    }

    @Test
    void whatIsNoZipIsSaidToBeNone() throws Exception {
        fails(zipFile("PK no".getBytes(StandardCharsets.UTF_8)), "is no zip");
        byte[] cut = zip("a", "text", "b", "more");
        fails(zipFile(java.util.Arrays.copyOf(cut, cut.length - 30)), "is no zip");
    }

    @Test
    void whatIsWantedNoMoreLeavesNothing() throws Exception {
        Fetch fetch = places().fetch(zipFile(zip("a", "b")));
        assertThrows(ReadingCancelled.class, () -> fetch.run(watcher(true)));
        assertFalse(Files.exists(fetch.place().path()));
    }

    private static void git(Path folder, String... arguments) throws Exception {
        List<String> command =
                new java.util.ArrayList<>(
                        List.of("git", "-c", "user.name=Ann", "-c", "user.email=a@example.org"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        byte[] said = process.getInputStream().readAllBytes();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), new String(said, StandardCharsets.UTF_8));
    }

    @Test
    void aRepositoryIsClonedAndBroughtUpToDate() throws Exception {
        Path origin = Files.createDirectories(folder.resolve("shop"));
        git(origin, "init", "--quiet", "--initial-branch=main");
        Files.writeString(origin.resolve("a.md"), "# A");
        git(origin, "add", "-A");
        git(origin, "commit", "--quiet", "-m", "First");
        String address = "file://" + origin;
        Path place = read(address);
        assertEquals("shop", place.getFileName().toString());
        assertEquals("# A", Files.readString(place.resolve("a.md")));
        Files.writeString(place.resolve("stray.txt"), "x");
        Files.delete(origin.resolve("a.md"));
        Files.writeString(origin.resolve("b.md"), "# B");
        git(origin, "add", "-A");
        git(origin, "commit", "--quiet", "--amend", "-m", "Another first");
        assertEquals(place, read(address));
        assertFalse(Files.exists(place.resolve("a.md")));
        assertFalse(Files.exists(place.resolve("stray.txt")));
        assertEquals("# B", Files.readString(place.resolve("b.md")));
        fails("file://" + folder.resolve("nowhere"), "Git says");
    }

    @Test
    void aRepositoryInsideANetworkIsNotAsked() throws Exception {
        fails("http://127.0.0.1:9/shop.git", "is no host of the Internet");
        fails("git@127.0.0.1:shop.git", "is no host of the Internet");
    }

    @Test
    void aFileOfTheWebIsDownloaded() throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] table = "id,name\n1,Ada\n".getBytes(StandardCharsets.UTF_8);
        byte[] archive = zip("inside.md", "# Inside");
        int port = server.getAddress().getPort();
        serve(server, "/people.csv", 200, table, null);
        serve(server, "/notes.zip", 200, archive, null);
        serve(server, "/moved.csv", 302, new byte[0], "/people.csv");
        serve(server, "/inwards.csv", 302, new byte[0], "http://127.0.0.1:" + port + "/people.csv");
        serve(server, "/away.csv", 302, new byte[0], "file:///etc/passwd");
        serve(server, "/round.csv", 302, new byte[0], "/round.csv");
        serve(server, "/gone.csv", 404, new byte[0], null);
        server.start();
        try {
            String base = "http://localhost:" + port;
            assertEquals("id,name\n1,Ada\n", Files.readString(read(base + "/people.csv")));
            assertEquals("id,name\n1,Ada\n", Files.readString(read(base + "/moved.csv")));
            Path unpacked = read(base + "/notes.zip");
            assertEquals("# Inside", Files.readString(unpacked.resolve("inside.md")));
            fails(base + "/gone.csv", "answers 404");
            fails(base + "/round.csv", "more than 5 times");
            fails(base + "/away.csv", "no plain address of the web");
            fails(base + "/inwards.csv", "is no host of the Internet");
            fails("http://127.0.0.1:" + port + "/people.csv", "is no host of the Internet");
        } finally {
            server.stop(0);
        }
    }

    /** Nothing comes: no answer, or no more of it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nid,na"})
    void whatIsWantedNoMoreIsBrokenOffWhileNothingComes(String answered) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CountDownLatch unwanted = new CountDownLatch(1);
            Thread server =
                    Thread.startVirtualThread(
                            () -> {
                                try (Socket socket = silent.accept()) {
                                    socket.getOutputStream()
                                            .write(answered.getBytes(StandardCharsets.US_ASCII));
                                    unwanted.countDown();
                                    socket.getInputStream()
                                            .transferTo(OutputStream.nullOutputStream());
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
            Fetch fetch =
                    places().fetch("http://localhost:" + silent.getLocalPort() + "/words.csv");
            Fetch.Watcher watcher =
                    new Fetch.Watcher() {
                        @Override
                        public void progress(long done, long total, String what) {}

                        @Override
                        public void check() {
                            if (unwanted.getCount() == 0) {
                                throw new ReadingCancelled();
                            }
                        }
                    };
            assertThrows(ReadingCancelled.class, () -> fetch.run(watcher));
            server.join(); // the other end was closed
            assertFalse(Files.exists(fetch.place().path()));
        }
    }

    private static void serve(
            HttpServer server,
            String path,
            int status,
            byte[] body,
            @org.jspecify.annotations.Nullable String location) {
        server.createContext(
                path,
                exchange -> {
                    if (location != null) {
                        exchange.getResponseHeaders().set("Location", location);
                    }
                    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }
}
