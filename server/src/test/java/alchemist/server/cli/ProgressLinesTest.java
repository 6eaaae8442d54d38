package alchemist.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgressLinesTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long nanos;
    private final ProgressLines lines =
            new ProgressLines(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> nanos);

    private List<String> told() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void tellsALineNowAndThen() {
        for (int second = 0; second <= 12; second++) {
            nanos = second * 1_000_000_000L;
            lines.at(second + " of 12");
        }
        assertEquals(List.of("5 of 12", "10 of 12"), told());
    }

    @Test
    void tellsNothingOfWhatEndsSoon() {
        nanos = 60_000_000_000L;
        lines.begin();
        nanos += ProgressLines.EVERY_NANOS - 1;
        lines.at("1 of 2");
        assertEquals(List.of(), told());
    }

    @Test
    void tellsNothingTwice() {
        nanos = ProgressLines.EVERY_NANOS;
        lines.at("paused");
        nanos *= 2;
        lines.at("paused");
        assertEquals(List.of("paused"), told());
    }
}
