package alchemist.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainStartTest {
    @Test
    void readsWhatIsUsual() {
        assertInstanceOf(ServeCommand.class, PlainStart.of("serve").orElseThrow());
        assertInstanceOf(
                ServeCommand.class,
                PlainStart.of("serve", "--port", "0", "--data", "/tmp/d").orElseThrow());
        assertInstanceOf(
                OpenCommand.class,
                PlainStart.of("open", ".", "-w", "w", "--no-browser", "-p", "80").orElseThrow());
    }

    /** What is wrong, unusual or a question is left to the library, which explains it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "open",
                "serve x",
                "serve --port",
                "serve --port x",
                "serve --help",
                "open -h .",
                "serve --port=0",
                "serve --no-browser",
                "stats",
                "help",
                "open . --port -1",
                "open @file"
            })
    void leavesTheRestToOthers(String line) {
        assertEquals(
                Optional.empty(), PlainStart.of(line.isEmpty() ? new String[0] : line.split(" ")));
    }
}
