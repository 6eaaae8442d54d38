package alchemist.exchange.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Targets of links, as they are written. */
final class Addresses {
    private Addresses() {}

    /** What stands before the heading or block that a link names. */
    static String name(String target) {
        int hash = target.indexOf('#');
        return (hash < 0 ? target : target.substring(0, hash)).strip();
    }

    /** What stands behind it, or empty. */
    static String fragment(String target) {
        int hash = target.indexOf('#');
        return hash < 0 ? "" : target.substring(hash + 1).strip();
    }

    /** Whether it is on the web. */
    static boolean isAddress(String target) {
        String lower = target.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    /** Whether something else than a path is meant. */
    static boolean hasScheme(String target) {
        int colon = target.indexOf(':');
        int slash = target.indexOf('/');
        return target.startsWith("//") || (colon > 1 && (slash < 0 || colon < slash));
    }

    static String withoutQuery(String path) {
        int mark = path.indexOf('?');
        return mark < 0 ? path : path.substring(0, mark);
    }

    static String withoutFragment(String address) {
        int hash = address.indexOf('#');
        return hash < 0 ? address : address.substring(0, hash);
    }

    /** An address as people say it. */
    static String spoken(String address) {
        try {
            URI uri = new URI(address);
            String path = uri.getPath() == null || uri.getPath().equals("/") ? "" : uri.getPath();
            return uri.getHost() == null ? address : uri.getHost() + path;
        } catch (URISyntaxException e) {
            return address;
        }
    }
}
