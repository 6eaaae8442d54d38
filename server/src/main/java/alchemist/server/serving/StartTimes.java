package alchemist.server.serving;

import alchemist.engine.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * When the parts of a start were there; the workspace is opened beside the HTTP server.
 *
 * @param process when the process was started
 * @param begun when it began to start the server: before that are the launcher and the JVM
 * @param listening when it answered over HTTP
 * @param ahead the workspace that was opened without being asked for, if one was
 */
public record StartTimes(Instant process, Instant begun, Instant listening, Optional<Ahead> ahead) {
    /**
     * A workspace that was opened ahead.
     *
     * @param opening when its parts were there
     * @param answering when its graph answered
     * @param deciding when the state of its rules was there
     */
    record Ahead(Opening opening, Instant answering, Instant deciding) {}

    /** When everything that only reads could be answered. */
    private Instant ready() {
        Instant graph = ahead.map(Ahead::answering).orElse(listening);
        return graph.isAfter(listening) ? graph : listening;
    }

    /** One line for people and for the benchmark: each part in seconds. */
    public String text() {
        String text =
                "ready in "
                        + seconds(process, ready())
                        + " s: JVM "
                        + seconds(process, begun)
                        + ", HTTP "
                        + seconds(begun, listening);
        return text
                + ahead.map(
                                each ->
                                        ", log "
                                                + seconds(
                                                        each.opening().asked(),
                                                        each.opening().logRead())
                                                + ", graph "
                                                + seconds(
                                                        each.opening().logRead(), each.answering())
                                                + "; rules' state "
                                                + seconds(ready(), each.deciding())
                                                + " s later")
                        .orElse("");
    }

    private static String seconds(Instant from, Instant to) {
        long ms = Math.max(0, Duration.between(from, to).toMillis());
        return String.format(Locale.ROOT, "%.2f", ms / 1e3);
    }
}
