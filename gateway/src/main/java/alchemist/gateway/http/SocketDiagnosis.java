package alchemist.gateway.http;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.InetSocketAddress;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Asks Linux directly for one connection, over a socket of the family netlink: a tenth of a
 * millisecond, where the {@link SocketTables} take several. Learning to call the system takes some
 * hundred milliseconds once. For any thread.
 *
 * <pre>
 * request   nlmsghdr      length u32, type u16 = 20, flags u16 = 1, sequence u32, sender u32
 *           inet_diag_req_v2   family u8, protocol u8 = 6, 2 B, states u32, then the socket:
 *                         ports u16 × 2 and addresses 16 B × 2 big-endian, interface u32, cookie 8 B
 * answer    nlmsghdr, inet_diag_msg   4 B, the socket 48 B, 12 B, user u32, inode u32
 *           or nlmsghdr of type 2, error i32
 * </pre>
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/sock_diag.7.html">sock_diag(7)</a>
 */
@SuppressWarnings("restricted") // calls C: the JDK has no sockets of this family
final class SocketDiagnosis implements SocketOwners {
    private static final int FAMILY_NETLINK = 16;
    private static final int RAW_CLOSED_ON_EXEC = 3 | 0x80000;
    private static final int ABOUT_SOCKETS = 4;
    private static final int WITHOUT_WAITING = 0x40;
    private static final short BY_FAMILY = 20;
    private static final short REQUEST = 1;
    private static final short ERROR = 2;
    private static final byte IPV4 = 2;
    private static final byte IPV6 = 10;
    private static final byte TCP = 6;
    private static final int NOT_FOUND = -2;

    private static final int REQUEST_BYTES = 72;
    private static final int ANSWER_BYTES = 512;
    private static final int TYPE_AT = 4;
    private static final int ERROR_AT = 16;
    private static final int FROM_PORT_AT = 24;
    private static final int TO_PORT_AT = 26;
    private static final int FROM_AT = 28;
    private static final int TO_AT = 44;
    private static final int COOKIE_AT = 64;
    private static final int USER_AT = 80;
    private static final int INODE_AT = 84;

    private final MethodHandle socket;
    private final MethodHandle send;
    private final MethodHandle receive;
    private final MethodHandle close;

    private SocketDiagnosis() {
        FunctionDescriptor passing =
                FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
        socket = call("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        send = call("send", passing);
        receive = call("recv", passing);
        close = call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    }

    /** Learns to ask; null where this system cannot be asked so. */
    static @Nullable SocketDiagnosis learnt() {
        try {
            return new SocketDiagnosis();
        } catch (NoSuchElementException | UnsupportedOperationException | LinkageError e) {
            return null;
        }
    }

    private static MethodHandle call(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }

    @Override
    public @Nullable Owner find(InetSocketAddress client, InetSocketAddress server)
            throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(ANSWER_BYTES, Long.BYTES);
            long length = ask(request(client, server, arena), answer);
            boolean isError =
                    length >= ERROR_AT + Integer.BYTES && answer.get(JAVA_SHORT, TYPE_AT) == ERROR;
            if (isError && answer.get(JAVA_INT, ERROR_AT) == NOT_FOUND) {
                return null;
            }
            if (isError
                    || length < INODE_AT + Integer.BYTES
                    || answer.get(JAVA_SHORT, TYPE_AT) != BY_FAMILY) {
                throw new IOException("the system does not tell whose a connection is");
            }
            return new Owner(answer.get(JAVA_INT, USER_AT), answer.get(JAVA_INT, INODE_AT));
        }
    }

    private static MemorySegment request(
            InetSocketAddress client, InetSocketAddress server, Arena arena) {
        byte[] from = client.getAddress().getAddress();
        byte[] to = server.getAddress().getAddress();
        MemorySegment request = arena.allocate(REQUEST_BYTES, Long.BYTES);
        request.set(JAVA_INT, 0, REQUEST_BYTES);
        request.set(JAVA_SHORT, TYPE_AT, BY_FAMILY);
        request.set(JAVA_SHORT, TYPE_AT + 2, REQUEST);
        request.set(JAVA_BYTE, 16, from.length == Integer.BYTES ? IPV4 : IPV6);
        request.set(JAVA_BYTE, 17, TCP);
        request.set(JAVA_INT, 20, -1); // in whatever state
        port(client, request, FROM_PORT_AT);
        port(server, request, TO_PORT_AT);
        MemorySegment.copy(from, 0, request, JAVA_BYTE, FROM_AT, from.length);
        MemorySegment.copy(to, 0, request, JAVA_BYTE, TO_AT, to.length);
        request.set(JAVA_LONG, COOKIE_AT, -1); // none
        return request;
    }

    private static void port(InetSocketAddress address, MemorySegment request, int at) {
        request.set(JAVA_BYTE, at, (byte) (address.getPort() >>> 8));
        request.set(JAVA_BYTE, at + 1, (byte) address.getPort());
    }

    private long ask(MemorySegment request, MemorySegment answer) throws IOException {
        try {
            int file = (int) socket.invokeExact(FAMILY_NETLINK, RAW_CLOSED_ON_EXEC, ABOUT_SOCKETS);
            if (file < 0) {
                throw new IOException("there is no netlink here");
            }
            try {
                long sent = (long) send.invokeExact(file, request, request.byteSize(), 0);
                // The answer is there when sending returns.
                return sent < 0
                        ? sent
                        : (long)
                                receive.invokeExact(
                                        file, answer, answer.byteSize(), WITHOUT_WAITING);
            } finally {
                int closed = (int) close.invokeExact(file);
                assert closed == 0;
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("the system could not be asked", e);
        }
    }
}
