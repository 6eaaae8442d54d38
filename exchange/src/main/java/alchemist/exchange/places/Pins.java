package alchemist.exchange.places;

import alchemist.exchange.places.Address.Repository;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Settings by which Git asks the addresses of a host that were looked at, whatever its name means
 * when Git looks it up.
 *
 * <p>Of {@code https:}, {@code http:} and {@code git:}. SSH asks whom the settings of the person
 * say, and proves by the host's key that it is the one.
 */
final class Pins {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Pins() {}

    /** Those of a repository whose host has these addresses. */
    static List<String> of(Repository repository, List<InetAddress> addresses) {
        boolean isAddress = repository.host().startsWith("[");
        if (addresses.isEmpty() || isAddress || !repository.text().contains("://")) {
            return List.of();
        }
        URI uri = URI.create(repository.text());
        String host = repository.host();
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> List.of(resolved(host, uri, HTTPS, addresses));
            case "http" -> List.of(resolved(host, uri, HTTP, addresses));
            case "git" -> List.of(instead(uri, addresses.getFirst()));
            default -> List.of();
        };
    }

    /** HOST:PORT:ADDRESS,ADDRESS as curl has it. */
    private static String resolved(String host, URI uri, int usual, List<InetAddress> addresses) {
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        return "http.curloptResolve="
                + host
                + ":"
                + port
                + ":"
                + addresses.stream().map(Pins::written).collect(Collectors.joining(","));
    }

    private static String instead(URI uri, InetAddress address) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return "url.git://"
                + written(address)
                + port
                + "/.insteadOf=git://"
                + uri.getRawAuthority()
                + "/";
    }

    private static String written(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        String plain = zone < 0 ? text : text.substring(0, zone);
        return address instanceof Inet6Address ? "[" + plain + "]" : plain;
    }
}
