package alchemist.server.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether something listens on a port of this machine. */
final class FreePort {
    private FreePort() {}

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
