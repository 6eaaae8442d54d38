package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The projects on other hosts that a repository is a clone of. */
final class Remotes {
    /** Where a project is taken to be whose host nobody tells. */
    private static final String USUAL_HOST = "github.com";

    private static final Pattern BY_URL =
            Pattern.compile("[a-z+]+://(?:[^/@]*@)?([^/:]+)(?::\\d+)?/+(.+)");
    private static final Pattern BY_SSH = Pattern.compile("(?:[^/@:]+@)?([^/:@]+):(?!/)(.+)");

    private final Set<String> projects = new LinkedHashSet<>();
    private final String host;

    private Remotes(Iterable<String> urls) {
        String first = "";
        for (String url : urls) {
            Matcher matcher = BY_URL.matcher(url);
            if (!matcher.matches()) {
                matcher = BY_SSH.matcher(url);
            }
            if (matcher.matches()) {
                String named = matcher.group(1).toLowerCase(Locale.ROOT);
                first = first.isEmpty() ? named : first;
                projects.add(named + "/" + project(matcher.group(2)));
            }
        }
        this.host = first.isEmpty() ? USUAL_HOST : first;
    }

    /** Those of addresses; what is no address of a host is passed over. */
    static Remotes of(Iterable<String> urls) {
        return new Remotes(urls);
    }

    /** Those of a repository; {@code origin} first. */
    static Remotes of(Git git) throws ReadingFailed {
        Set<String> origin = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        String listed = git.textOrNothing("config", "--get-regexp", "^remote\\..*\\.url$");
        for (String line : listed.split("\n", -1)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                boolean first = line.startsWith("remote.origin.");
                (first ? origin : others).add(line.substring(space + 1).strip());
            }
        }
        origin.addAll(others);
        return new Remotes(origin);
    }

    /**
     * Where a project is.
     *
     * @param named its host; empty: that of the repository itself
     * @return empty where it is the repository itself
     */
    String place(String named, String path) {
        String project = project(path);
        String place = (named.isEmpty() ? host : named.toLowerCase(Locale.ROOT)) + "/" + project;
        return projects.contains(place) ? "" : place;
    }

    private static String project(String path) {
        String plain = path.replaceFirst("/+$", "").replaceFirst("\\.git$", "");
        return plain.toLowerCase(Locale.ROOT);
    }
}
