package alchemist.bench.http;

import alchemist.bench.BenchWorkspace;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Reads all events as lines of JSON, over a plain socket, and does nothing with them. */
final class Listener {
    private static final int BUFFER_BYTES = 64 << 10;

    private final int port;
    private long lines;
    private long computed;

    Listener(int port) {
        this.port = port;
    }

    /** Reads from the first event to the last that there is. */
    Load run() throws IOException, InterruptedException {
        Shares before = Shares.now();
        long start = System.nanoTime();
        Thread thread = Thread.ofPlatform().name("client-0").start(this::read);
        thread.join();
        long nanos = System.nanoTime() - start;
        if (lines == 0) {
            throw new IOException("no events were read");
        }
        return new Load(
                lines,
                nanos / 1e9,
                new long[] {nanos},
                0,
                Shares.now().since(before).withClients(computed));
    }

    private void read() {
        String request =
                "GET /api/v1/workspaces/"
                        + BenchWorkspace.NAME
                        + "/events HTTP/1.1\r\nHost: 127.0.0.1:"
                        + port
                        + "\r\nAccept: application/x-ndjson\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
            byte[] buffer = new byte[BUFFER_BYTES];
            byte last = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    // Ends of chunks and of the head's lines have a carriage return before them.
                    if (buffer[i] == '\n' && last == '}') {
                        lines++;
                    }
                    last = buffer[i];
                }
            }
        } catch (IOException _) {
            lines = 0;
        }
        computed = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
