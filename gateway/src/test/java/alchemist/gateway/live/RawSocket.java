package alchemist.gateway.live;

import alchemist.gateway.http.RawClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A socket whose frames are written and read by hand, to do what no library does. */
final class RawSocket implements AutoCloseable {
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** A frame of the server. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(int kind, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return ByteBuffer.wrap(bytes).getShort();
        }
    }

    final RawClient client;

    RawSocket(int port, String workspace) throws IOException {
        client = new RawClient(port);
        client.send(client.head("GET", "/api/v1/workspaces/" + workspace + "/live", handshake()));
        if (client.answer(true).status() != 101) {
            throw new IOException("no socket was opened");
        }
    }

    static String[] handshake() {
        return new String[] {
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
        };
    }

    void say(String json) throws IOException {
        send(TEXT, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a frame, with a mask of zeros. */
    void send(int kind, byte[] bytes) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(bytes.length + 14);
        frame.put((byte) (0x80 | kind));
        if (bytes.length < 126) {
            frame.put((byte) (0x80 | bytes.length));
        } else if (bytes.length < 1 << 16) {
            frame.put((byte) (0x80 | 126)).putShort((short) bytes.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(bytes.length);
        }
        frame.putInt(0).put(bytes).flip();
        byte[] all = new byte[frame.remaining()];
        frame.get(all);
        client.send(all);
    }

    Frame read() throws IOException {
        byte[] head = client.bytes(2);
        int length = head[1] & 0x7f;
        if (length == 126) {
            length = ByteBuffer.wrap(client.bytes(2)).getShort() & 0xffff;
        } else if (length == 127) {
            length = (int) ByteBuffer.wrap(client.bytes(8)).getLong();
        }
        return new Frame(head[0] & 0x0f, client.bytes(length));
    }

    /** The next frame of a kind; others are passed over. */
    Frame read(int kind) throws IOException {
        Frame frame = read();
        while (frame.kind != kind) {
            frame = read();
        }
        return frame;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
