package alchemist.bench.peers;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server that runs while it is measured. It ends with this object, and with this program however
 * that ends, unless it is killed.
 */
final class ServerProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;
    private static final int SAID_LINES = 5;
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Process process;
    private final Thread atExit;

    private ServerProcess(Process process) {
        this.process = process;
        this.atExit = new Thread(process::destroy, "ends-a-server");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a server and waits until it listens.
     *
     * @param said where its messages go
     */
    static ServerProcess start(int port, Path said, List<String> command)
            throws IOException, InterruptedException {
        if (listens(port)) {
            throw new IOException("port " + port + " is taken; it is needed for " + command.get(0));
        }
        ServerProcess server = new ServerProcess(builder(said, command).start());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!listens(port)) {
            if (server.process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                server.close();
                throw new IOException(command.get(0) + " did not start: " + tail(said));
            }
        }
        return server;
    }

    /** Runs a program to its end. */
    static void run(Path said, List<String> command) throws IOException, InterruptedException {
        if (builder(said, command).start().waitFor() != 0) {
            throw new IOException(command.get(0) + " failed: " + tail(said));
        }
    }

    /**
     * The command as somebody without rights runs it, since PostgreSQL refuses to run as root; the
     * folder becomes theirs.
     */
    static List<String> unprivileged(Path folder, List<String> command) throws IOException {
        if (!ROOT) {
            return command;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        }
        try (var files = Files.walk(folder)) {
            var nobody =
                    folder.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("nobody");
            for (Path file : files.toList()) {
                Files.setOwner(file, nobody);
            }
        }
        List<String> as = new ArrayList<>(List.of("setpriv", "--reuid=nobody", "--clear-groups"));
        as.addAll(command);
        return as;
    }

    private static ProcessBuilder builder(Path said, List<String> command) {
        return new ProcessBuilder(command)
                .directory(folder(said))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
    }

    private static @Nullable File folder(Path said) {
        Path parent = said.toAbsolutePath().getParent();
        return parent == null ? null : parent.toFile();
    }

    private static String tail(Path said) throws IOException {
        List<String> lines = Files.readAllLines(said);
        return String.join(
                " / ", lines.subList(Math.max(0, lines.size() - SAID_LINES), lines.size()));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException _) {
            process.destroyForcibly().onExit().join(); // it was asked, and did not listen
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
