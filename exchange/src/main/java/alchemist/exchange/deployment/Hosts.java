package alchemist.exchange.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of hosts in addresses. */
final class Hosts {
    /** A host behind a scheme and perhaps who logs in. */
    private static final Pattern IN_URL =
            Pattern.compile("[a-z][a-z0-9+.:-]{0,40}://(?:[^@/\\s]*@)?([a-zA-Z0-9][a-zA-Z0-9.-]*)");

    /** A host with a port, and nothing else. */
    private static final Pattern WITH_PORT =
            Pattern.compile("([a-zA-Z][a-zA-Z0-9.-]*):\\d{2,5}(?:/.*)?");

    /** A host behind what a text of several settings calls it: {@code Host=db;Database=shop}. */
    private static final Pattern IN_SETTING =
            Pattern.compile(
                    "(?i)(?:host|hostname|server|source|addr|address)=(?:tcp:)?([a-z][a-z0-9.-]*)(?::\\d{2,5})?");

    private static final Pattern ALONE = Pattern.compile("[a-z][a-z0-9.-]*");

    /** Called so, a variable holds a host even where nothing but its name is in it. */
    private static final Pattern OF_HOST =
            Pattern.compile(
                    "(?i).*(?:host|hostname|addr|address|server|servers|endpoint|url|uri|service)");

    private static final int MAX_CHARS = 2_000;

    private Hosts() {}

    /** The hosts that the value of a variable names. */
    static List<String> in(String variable, String value) {
        List<String> hosts = new ArrayList<>(2);
        if (value.length() > MAX_CHARS) {
            return hosts;
        }
        for (String part : value.split("[,;\\s]+", -1)) {
            Matcher url = IN_URL.matcher(part);
            if (url.find()) {
                hosts.add(url.group(1));
                continue;
            }
            Matcher setting = IN_SETTING.matcher(part);
            if (setting.matches()) {
                hosts.add(setting.group(1));
                continue;
            }
            Matcher port = WITH_PORT.matcher(part);
            if (port.matches()) {
                hosts.add(port.group(1));
            } else if (part.equals(value)
                    && ALONE.matcher(part).matches()
                    && OF_HOST.matcher(variable).matches()) {
                hosts.add(part);
            }
        }
        return hosts;
    }
}
