package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.log.LogLocked;
import alchemist.testkit.disk.SimulatedDisk;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnerTest {
    private static final Instant SINCE = Instant.parse("2026-01-31T09:30:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"meadow", "wiese.größe", "\\uplands", "C:\\new", "a=b", "a: b # c"})
    void isNamedAsItIsCalled(String host) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(1);
        disk.createDirectories(Script.DIRECTORY);
        LogDirectory directory = new LogDirectory(disk, Script.DIRECTORY);
        new Owner(17, host, SINCE).write(directory);
        LogLocked refusal = Owner.locked(directory);
        assertEquals(17, refusal.pid());
        assertEquals(host, refusal.host());
        assertEquals(SINCE, refusal.since());
    }
}
