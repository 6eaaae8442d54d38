package alchemist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "web/**, web/src/a.ts, true",
        "web/**, web, true",
        "web/**, website/a, false",
        "**/a.ts, a.ts, true",
        "**/a.ts, x/y/a.ts, true",
        "**/git/*, a/git/b, true",
        "**/git/*, a/git/b/c, false",
        "a/**/z, a/z, true",
        "a/**/z, a/b/c/z, true",
        "*.java, A.java, true",
        "*.java, b/A.java, false",
        "?.c, a.c, true",
        "?.c, ab.c, false",
        "a+b(c), a+b(c), true",
        "a**z, a/b/z, true",
        "crates/*, crates/a, true",
        "crates/*, crates/a/b, false",
        "**, a/b, true",
        "a/**, ab, false",
        "a/?, a//, false"
    })
    void means(String glob, String path, boolean matches) {
        assertEquals(matches, Glob.of(glob).matches(path));
    }

    @Test
    void aPatternThatMayBeReadInManyWaysTakesNoTime() {
        assertFalse(Glob.of("*a".repeat(500) + "b").matches("a".repeat(2_000)));
        assertFalse(Glob.of("**/".repeat(300) + "b").matches("a/".repeat(1_000)));
    }

    @Test
    void patternsAreEqualByTheirTexts() {
        assertEquals(Glob.of("a/*"), Glob.of("a/*"));
        assertEquals(Glob.of("a/*").hashCode(), Glob.of("a/*").hashCode());
        assertNotEquals(Glob.of("a/*"), Glob.of("a/**"));
        assertEquals("a/*", Glob.of("a/*").toString());
    }
}
