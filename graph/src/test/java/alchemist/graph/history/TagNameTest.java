package alchemist.graph.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names of tags say. */
class TagNameTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "v1.2.3, \"\", 1.2",
                "1.2.3-rc.1, \"\", 1.2",
                "V1.2, \"\", 1.2",
                "v3, \"\", 3.",
                "r5.1, \"\", 5.1",
                "2024-01-31, \"\", 2024.",
                "cli@0.46.1, cli@, 0.46",
                "@scope/log4j-2.17.1, @scope/log4j-, 2.17",
                "pkg/v2/2.0.1, pkg/v2/, 2.0",
                "release-1.0-rc1, release-, 1.0",
                "REL_14_1, REL_, 14.1",
                "go1.21rc2, go, 1.21",
                "jdk-21+35, jdk-, 21.",
                "parent-, parent-, \"\"",
                "nightly, nightly, \"\"",
                "2.3.x, 2.3.x, \"\"",
                "v2.X, v2.X, \"\"",
            })
    void aNameHasALineAndASeries(String name, String line, String series) {
        assertEquals(new TagName(line, series), TagName.of(name));
    }

    @Test
    void seriesComeAfterOneAnotherByTheirNumbers() {
        assertTrue(TagName.of("v2.9.1").isBefore(TagName.of("v2.10.0")));
        assertTrue(TagName.of("v2.10.0").isBefore(TagName.of("v10.0")));
        assertFalse(TagName.of("v2.10.0").isBefore(TagName.of("v2.10.1")));
        assertFalse(TagName.of("v2.9.0").isBefore(TagName.of("cli-2.10.0")));
        assertFalse(TagName.of("nightly").isBefore(TagName.of("v1.0")));
        assertTrue(TagName.of("r9").isBefore(TagName.of("r10")));
    }
}
