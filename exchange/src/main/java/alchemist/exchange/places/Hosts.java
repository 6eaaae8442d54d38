package alchemist.exchange.places;

import alchemist.exchange.ReadingFailed;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which hosts are asked for what is opened: those of the Internet, and those that are named. So an
 * address that somebody was talked into opening reaches nothing inside a network, nor the services
 * of this machine (server-side request forgery).
 *
 * <p>What connects asks the addresses that were found here: a name that means another host a moment
 * later (DNS rebinding) leads nowhere else. Java keeps its answer meanwhile, Git is told it.
 */
public final class Hosts {
    /** Names hosts in the environment that are asked although they are not of the Internet. */
    public static final String VARIABLE = "ALCHEMIST_ALLOW_HOSTS";

    /** Looks the addresses of a host up. */
    @FunctionalInterface
    interface LookUp {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Set<String> named = new HashSet<>();
    private final LookUp lookUp;

    /** Those of the Internet, and those named, parted by commas. */
    public Hosts(String alsoThese) {
        this(alsoThese, InetAddress::getAllByName);
    }

    Hosts(String alsoThese, LookUp lookUp) {
        this.lookUp = lookUp;
        for (String name : alsoThese.split(",", -1)) {
            if (!name.isBlank()) {
                named.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
    }

    /**
     * Lets a host be asked.
     *
     * @return the addresses at which; none of a host that is named and known only to a proxy
     * @throws ReadingFailed when it is unknown, or may not be asked
     */
    List<InetAddress> require(String host) throws ReadingFailed {
        String name = host.toLowerCase(Locale.ROOT);
        boolean isNamed = named.contains(name);
        InetAddress[] addresses;
        try {
            addresses = lookUp.addresses(host);
        } catch (UnknownHostException e) {
            if (isNamed) {
                return List.of();
            }
            throw new ReadingFailed("there is no host '" + host + "', or no network", e);
        }
        for (InetAddress address : addresses) {
            if (!isNamed && !isPublic(address)) {
                throw new ReadingFailed(
                        "'"
                                + host
                                + "' is no host of the Internet ("
                                + address.getHostAddress()
                                + "), and is not asked; if it is meant, start Alchemist with "
                                + VARIABLE
                                + "="
                                + name);
            }
        }
        return List.of(addresses);
    }

    /** Whether an address is one that anybody may ask (the registries of RFC 6890 are not). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isPublic(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
            case Inet6Address _ -> isPublic6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic(int a, int b, int c) {
        boolean thisNetwork = a == 0;
        boolean shared = a == 100 && b >= 64 && b < 128;
        boolean protocols = a == 192 && b == 0 && (c == 0 || c == 2);
        boolean benchmarks = a == 198 && (b == 18 || b == 19);
        boolean examples = (a == 198 && b == 51 && c == 100) || (a == 203 && b == 0 && c == 113);
        boolean reserved = a >= 240;
        return !(thisNetwork || shared || protocols || benchmarks || examples || reserved);
    }

    private static boolean isPublic6(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        boolean uniqueLocal = (a & 0xfe) == 0xfc;
        boolean global = (a & 0xe0) == 0x20;
        boolean example = a == 0x20 && b == 0x01 && bytes[2] == 0x0d && (bytes[3] & 0xff) == 0xb8;
        // Those that hold an address of version 4 lead wherever it does.
        boolean teredo = a == 0x20 && b == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        boolean sixToFour = a == 0x20 && b == 0x02;
        return global && !uniqueLocal && !example && !teredo && !sixToFour;
    }
}
