package alchemist.exchange.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PatienceTest {
    private Optional<Duration> computed = Optional.of(Duration.ofSeconds(7));
    private Duration clock = Duration.ofDays(3);

    private Patience patience() {
        return new Patience(() -> computed, () -> clock.toNanos());
    }

    @Test
    void waitsForAProcessThatIsNotGivenTheProcessor() {
        Patience patience = patience();
        clock = clock.plusSeconds(200);
        computed = Optional.of(Duration.ofSeconds(26));
        assertEquals("", patience.end());
    }

    @Test
    void endsWhenTheProcessHasComputedTooLong() {
        Patience patience = patience();
        computed = Optional.of(Duration.ofSeconds(27));
        assertEquals("computed for more than 20 s", patience.end());
    }

    @Test
    void endsAtTheFarLimitWhateverIsComputed() {
        Patience patience = patience();
        clock = clock.plusMinutes(5);
        assertEquals("had no answer after 5 minutes", patience.end());
    }

    @Test
    void goesByTheClockWhereTheSystemDoesNotTell() {
        computed = Optional.empty();
        Patience patience = patience();
        clock = clock.plusSeconds(19);
        assertEquals("", patience.end());
        clock = clock.plusSeconds(1);
        assertEquals("took more than 20 s", patience.end());
    }
}
