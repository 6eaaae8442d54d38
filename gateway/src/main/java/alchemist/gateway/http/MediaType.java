package alchemist.gateway.http;

/** The media types that this server reads and writes. */
public final class MediaType {
    /** One JSON text. */
    public static final String JSON = "application/json";

    /** One JSON text a line. */
    public static final String NDJSON = "application/x-ndjson";

    /** Commands one behind the other, each preceded by its length: see {@link Frames}. */
    public static final String COMMANDS = "application/vnd.alchemist.commands";

    /** What became of them, likewise. */
    public static final String RESULTS = "application/vnd.alchemist.results";

    /** The bytes of a file. */
    public static final String BYTES = "application/octet-stream";

    /** A problem (RFC 9457). */
    public static final String PROBLEM = "application/problem+json";

    /** Server-sent events. */
    public static final String EVENTS = "text/event-stream";

    private MediaType() {}

    /** Whether it is one of records that are preceded by their lengths. */
    public static boolean isFramed(String mediaType) {
        return mediaType.equals(COMMANDS) || mediaType.equals(RESULTS);
    }

    /** The type of a header's text without its parameters, in lower case. */
    static String bare(String header) {
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end))
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
    }

    /** The charset that a header's text asks for, in lower case; empty for none. */
    static String charset(String header) {
        for (String part : header.split(";", -1)) {
            String text = part.strip();
            if (text.regionMatches(true, 0, "charset=", 0, 8)) {
                return text.substring(8)
                        .replace("\"", "")
                        .strip()
                        .toLowerCase(java.util.Locale.ROOT);
            }
        }
        return "";
    }
}
