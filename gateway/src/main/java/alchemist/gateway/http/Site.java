package alchemist.gateway.http;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is, and what it serves beside its operations.
 *
 * @param host the address to bind, such as 127.0.0.1
 * @param port 0 for any that is free
 * @param names the host names, beside those of the loopback, that requests may be addressed to
 * @param files the folder of the web app; null for none
 */
public record Site(String host, int port, Set<String> names, @Nullable Path files) {
    /** On the loopback alone. */
    public static Site local(int port, @Nullable Path files) {
        return new Site("127.0.0.1", port, Set.of(), files);
    }
}
