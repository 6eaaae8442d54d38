package alchemist.gateway.http;

/**
 * The server's side of a WebSocket. Called by the I/O thread of the connection, one call at a time:
 * nothing here may wait.
 */
public interface Conversation {
    /** What a socket does not take in. */
    enum Unread {
        /** A message of bytes. */
        BINARY,
        /** A message that is longer than it may be. */
        TOO_LARGE
    }

    /** The socket is open: first of all. */
    void opened(Socket socket);

    /** The client sent a whole message. */
    void said(byte[] utf8);

    /** The client sent what was thrown away; it goes on being heard until the socket is closed. */
    void unread(Unread what);

    /** The socket is closed, by whomever: at last, and once. */
    void closed();
}
