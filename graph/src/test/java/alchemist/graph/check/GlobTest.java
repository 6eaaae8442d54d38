package alchemist.graph.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        "a**z, a/b/z, true"
    })
    void means(String glob, String path, boolean matches) {
        assertEquals(matches, Glob.of(glob).matches(path));
    }
}
