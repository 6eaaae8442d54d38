package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Where the repositories that are parts of another come from, as its HEAD says. */
final class Submodules {
    /** What stands before the host may be a password. */
    private static final Pattern USER = Pattern.compile("^([a-zA-Z+]+://)[^/@]*@");

    private static final String SECTION = "submodule.";

    private Submodules() {}

    /** Addresses by path; those of which HEAD says nothing are missing. */
    static Map<String, String> urls(Repository repository) throws ReadingFailed {
        Map<String, String> paths = new HashMap<>();
        Map<String, String> addresses = new HashMap<>();
        if (repository.head().isEmpty()) {
            return addresses;
        }
        String told =
                repository
                        .git()
                        .textOrNothing(
                                "config",
                                "--blob",
                                repository.head() + ":.gitmodules",
                                "--get-regexp",
                                "^submodule\\..*\\.(path|url)$");
        for (String line : told.split("\n", -1)) {
            int space = line.indexOf(' ');
            if (space > 0 && line.startsWith(SECTION)) {
                String key = line.substring(SECTION.length(), space);
                String name = key.substring(0, key.lastIndexOf('.'));
                (key.endsWith(".url") ? addresses : paths).put(name, line.substring(space + 1));
            }
        }
        Map<String, String> urls = new HashMap<>();
        paths.forEach(
                (name, path) -> {
                    String address = addresses.get(name);
                    if (address != null) {
                        urls.put(path, USER.matcher(address).replaceFirst("$1"));
                    }
                });
        return urls;
    }
}
