package alchemist.exchange.places;

import alchemist.exchange.ReadingFailed;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where something to open is, as people write it. */
public sealed interface Address {
    /** How it is written. */
    String text();

    /** How people call what is there: the last part of its path. */
    String label();

    /** A file or folder of this machine. */
    record Here(Path path) implements Address {
        @Override
        public String text() {
            return path.toString();
        }

        @Override
        public String label() {
            Path last = path.getFileName();
            return last == null ? path.toString() : last.toString();
        }
    }

    /** A zip of this machine, whose files are meant. */
    record Archive(Path path) implements Address {
        @Override
        public String text() {
            return path.toString();
        }

        @Override
        public String label() {
            return withoutEnd(String.valueOf(path.getFileName()), ".zip");
        }
    }

    /**
     * A Git repository elsewhere.
     *
     * @param host that is asked; empty for one of this machine
     */
    record Repository(String text, String host) implements Address {
        @Override
        public String label() {
            String path = text;
            while (path.endsWith("/")) {
                path = path.substring(0, path.length() - 1);
            }
            int from = Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1;
            return withoutEnd(path.substring(from), ".git");
        }
    }

    /** A file on the web. */
    record WebFile(URI uri) implements Address {
        @Override
        public String text() {
            return uri.toString();
        }

        @Override
        public String label() {
            String path = uri.getPath() == null ? "" : uri.getPath();
            String last = path.substring(path.lastIndexOf('/') + 1);
            return last.isEmpty() ? uri.getHost() : last;
        }
    }

    /** Sites whose pages of two path segments are repositories. */
    Set<String> FORGES = Set.of("github.com", "gitlab.com", "codeberg.org", "bitbucket.org");

    Pattern SSH = Pattern.compile("[A-Za-z0-9._-]+@([A-Za-z0-9.-]+):(?!//).+");
    Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+)://.*");

    /**
     * Reads what people write: a path, the path of a zip, the address of a repository ({@code
     * …​.git}, {@code git+…}, {@code ssh:}, {@code file:}, {@code git@host:path}, a project of a
     * known forge), or of a file on the web.
     *
     * @throws ReadingFailed when it is none of these
     */
    static Address of(String text) throws ReadingFailed {
        String given = text.strip();
        Matcher ssh = SSH.matcher(given);
        if (ssh.matches()) {
            return new Repository(given, ssh.group(1));
        }
        Matcher scheme = SCHEME.matcher(given);
        if (scheme.matches()) {
            return remote(given, scheme.group(1).toLowerCase(Locale.ROOT));
        }
        try {
            Path path = Path.of(given);
            boolean zip =
                    given.toLowerCase(Locale.ROOT).endsWith(".zip") && Files.isRegularFile(path);
            return zip ? new Archive(path) : new Here(path);
        } catch (InvalidPathException e) {
            throw new ReadingFailed("'" + given + "' is no path: " + e.getReason(), e);
        }
    }

    private static Address remote(String given, String scheme) throws ReadingFailed {
        boolean marked = scheme.startsWith("git+");
        String address = marked ? given.substring("git+".length()) : given;
        URI uri = uri(address);
        String host = uri.getHost() == null ? "" : uri.getHost();
        return switch (marked ? scheme.substring("git+".length()) : scheme) {
            case "file" -> new Repository(address, "");
            case "ssh", "git" -> {
                requireHost(host, given);
                if (uri.getRawUserInfo() != null && uri.getRawUserInfo().contains(":")) {
                    throw new ReadingFailed(
                            "the address must not hold a password: leave ':…' out of it");
                }
                yield new Repository(address, host);
            }
            case "http", "https" -> {
                requireHost(host, given);
                if (uri.getRawUserInfo() != null) {
                    throw new ReadingFailed(
                            "the address must not hold a name or password: leave '…@' out of it");
                }
                yield marked || isRepository(uri)
                        ? new Repository(address, host)
                        : new WebFile(uri);
            }
            default ->
                    throw new ReadingFailed(
                            "'"
                                    + scheme
                                    + ":' is not read; give a path, an http(s) address, or a"
                                    + " repository by https, ssh, git or file");
        };
    }

    private static boolean isRepository(URI uri) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (path.endsWith(".git") || path.endsWith(".git/")) {
            return true;
        }
        long segments =
                java.util.Arrays.stream(path.split("/", -1)).filter(s -> !s.isEmpty()).count();
        return segments == 2 && FORGES.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private static URI uri(String text) throws ReadingFailed {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new ReadingFailed("'" + text + "' is no address: " + e.getReason(), e);
        }
    }

    private static String requireHost(String host, String text) throws ReadingFailed {
        if (host.isEmpty()) {
            throw new ReadingFailed("'" + text + "' names no host");
        }
        return host;
    }

    private static String withoutEnd(String name, String end) {
        boolean has = name.length() > end.length() && name.toLowerCase(Locale.ROOT).endsWith(end);
        return has ? name.substring(0, name.length() - end.length()) : name;
    }
}
