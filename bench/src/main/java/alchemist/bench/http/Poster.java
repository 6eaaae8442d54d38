package alchemist.bench.http;

import alchemist.kernel.schema.Output;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A connection that posts commands, over a plain socket: the JDK's client would cost several times
 * what the server does. For one thread.
 */
final class Poster implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Form form;
    private final String head;
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Output body = new Output(1 << 20);
    private final Output request = new Output(1 << 20);
    private byte[] answer = new byte[1 << 20];

    Poster(int port, String workspace, Form form) throws IOException {
        this.form = form;
        this.head =
                "POST /api/v1/workspaces/"
                        + workspace
                        + "/commands HTTP/1.1\r\nHost: 127.0.0.1:"
                        + port
                        + "\r\nContent-Type: "
                        + form.contentType()
                        + "\r\nAccept: "
                        + form.accept()
                        + "\r\nContent-Length: ";
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setTcpNoDelay(true);
        this.in =
                new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES));
        this.out = socket.getOutputStream();
    }

    /** Posts commands and waits for their answers; how many were accepted. */
    int post(long from, int count) throws IOException {
        body.clear();
        form.write(from, count, body);
        byte[] start = (head + body.size() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        request.clear();
        request.raw(start, 0, start.length);
        request.raw(body.bytes(), 0, body.size());
        out.write(request.bytes(), 0, request.size());
        int length = read();
        if (form.results(answer, length) != count) {
            throw new IOException(
                    count
                            + " commands had other than as many results: "
                            + new String(answer, 0, Math.min(length, 500), StandardCharsets.UTF_8));
        }
        return form.accepted(answer, length);
    }

    private int read() throws IOException {
        String status = line();
        int announced = -1;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                announced = Integer.parseInt(line.substring(15).strip());
            }
        }
        int length = announced < 0 ? chunks() : fill(0, announced);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(
                    status + " " + new String(answer, 0, length, StandardCharsets.UTF_8));
        }
        return length;
    }

    private int chunks() throws IOException {
        int length = 0;
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            length = fill(length, size);
            line();
        }
        line();
        return length;
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private int fill(int at, int size) throws IOException {
        if (answer.length < at + size) {
            answer = Arrays.copyOf(answer, (at + size) * 2);
        }
        in.readFully(answer, at, size);
        return at + size;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
