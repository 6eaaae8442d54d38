package alchemist.server.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether something listens on a port of this machine. */
final class FreePort {
    private static final int GREATEST = 0xffff;

    private FreePort() {}

    /** Only so many are there. */
    static void check(int port) throws Failure {
        if (port < 0 || port > GREATEST) {
            throw new Failure("a port is a number from 0 to " + GREATEST + ", not " + port);
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
