package alchemist.gateway.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A client that sends whatever it is told to, right or wrong, and reads what is answered. */
public final class RawClient implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final int port;

    /** Connects to a port of the loopback. */
    public RawClient(int port) throws IOException {
        this.port = port;
        this.socket = new Socket(java.net.InetAddress.getLoopbackAddress(), port);
        this.socket.setSoTimeout(20_000);
        // Else a body waits until its head is acknowledged, which systems put off for 40 ms.
        this.socket.setTcpNoDelay(true);
        this.in = new java.io.BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** What was answered; header names in lower case. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** A header, empty when it is missing. */
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        /** The body, decompressed. */
        public String unzipped() throws IOException {
            try (InputStream gzip = new GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
                return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    /** Sends a GET with our own host, and further header lines. */
    public Answer get(String target, String... headers) throws IOException {
        return ask("GET", target, headers);
    }

    /** Sends a request without a body. */
    public Answer ask(String method, String target, String... headers) throws IOException {
        send(head(method, target, headers));
        return answer(method.equals("HEAD"));
    }

    /** Sends a JSON body. */
    public Answer post(String target, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type: application/json";
        all[headers.length + 1] = "Content-Length: " + bytes.length;
        send(head("POST", target, all));
        out.write(bytes);
        out.flush();
        return answer(false);
    }

    /** The answer to a POST of the bytes of a file. */
    public Answer sendBytes(String target, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        send(
                head(
                        "POST",
                        target,
                        "Content-Type: application/octet-stream",
                        "Content-Length: " + bytes.length));
        send(bytes);
        return answer(false);
    }

    /** The head of a request, with our own host. */
    public String head(String method, String target, String... headers) {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        head.append("Host: localhost:").append(port).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    /** Sends text as it is. */
    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes as they are. */
    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Sends no more. */
    public void endSending() throws IOException {
        socket.shutdownOutput();
    }

    /** Whether an answer has begun to arrive. */
    public boolean hasAnswer() throws IOException {
        return in.available() > 0;
    }

    /** Reads a whole answer. */
    public Answer answer(boolean toHead) throws IOException {
        String status = line();
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int code = Integer.parseInt(status.substring(9, 12));
        return new Answer(
                code,
                headers,
                toHead || code == 304 || code == 204 || code < 200 ? new byte[0] : body(headers));
    }

    /** Reads one line. */
    public String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the server closed after '" + line + "'");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Reads one chunk of a body of chunks. */
    public String chunk() throws IOException {
        byte[] bytes = in.readNBytes(Integer.parseInt(line(), 16));
        line();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads so many bytes. */
    public byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the server closed");
        }
        return bytes;
    }

    /** Whether the server closes the connection without another byte. */
    public boolean isClosedByServer() throws IOException {
        try {
            return in.read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (java.net.SocketException e) {
            return true;
        }
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            while (true) {
                byte[] chunk = in.readNBytes(Integer.parseInt(line(), 16));
                line();
                if (chunk.length == 0) {
                    return body.toByteArray();
                }
                body.writeBytes(chunk);
            }
        }
        return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
