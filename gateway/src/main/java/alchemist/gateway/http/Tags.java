package alchemist.gateway.http;

/** Entity tags (RFC 9110, 8.8.3). */
public final class Tags {
    private Tags() {}

    /** Whether a header If-None-Match names a tag, so that the client has that content already. */
    public static boolean match(String ifNoneMatch, String tag) {
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        for (String one : ifNoneMatch.split(",", -1)) {
            if (weak(one.strip()).equals(weak(tag))) {
                return true;
            }
        }
        return false;
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
