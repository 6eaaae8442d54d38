package alchemist.exchange.code.parsing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SummaryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Opens one. Then more.|Opens one.",
                "Opens version 1.2 of it, e.g. The last, i.e. That. More|Opens version 1.2 of it, e.g. The last, i.e. That.",
                "Really? Yes!|Really?",
                "Opens foo.bar files. lower goes on. End.|Opens foo.bar files. lower goes on.",
                "打开一个。然后更多。|打开一个。",
                "See {@link a.B#c(int) how}, {@link #d}, {@link B#e}.|See how, d, B.e.",
                "Of {@code Map<K, V>} and <b>bold</b> &lt;x&gt; &amp;amp;.|Of Map<K, V> and bold <x> &amp;.",
                "Of {@literal a $1 \\ b}.|Of a $1 \\ b.",
                "<summary>Opens <see cref=\"T:A.B\"/> of <paramref name=\"x\"/>.</summary>|Opens A.B of x.",
                "<param name=\"x\">what</param>|''",
                "<inheritdoc/>|''",
                "Like ``code`` and [text](https://a.b/c).|Like `code` and text.",
                "Copyright 2020 of us. All.|''",
                "Licensed under what.|''",
                "TODO write this.|''",
                "(non-Javadoc) see other|''",
                "----|''",
                "x|''",
            })
    void isTheFirstSentence(String comment, String said) {
        assertEquals(said, Summary.of(comment));
    }

    @Test
    void isOfTheFirstParagraph() {
        assertEquals(
                "Opens one and goes on", Summary.of("\n * Opens one\n * and goes on\n *\n * No."));
        assertEquals("Opens", Summary.of("* Opens\n * <p>\n * No."));
        assertEquals("Opens", Summary.of("Opens\n# Panics\nNo."));
        assertEquals("Opens", Summary.of("Opens\n=====\nNo."));
        assertEquals("Opens it", Summary.of("* ========\n * @class Door\n * Opens\n * it\n"));
    }

    @Test
    void isCutBetweenWords() {
        String cut = Summary.of("word ".repeat(100));
        assertTrue(cut.length() <= 301 && cut.endsWith("word…"), cut);
        String whole = Summary.of("😀".repeat(10) + "abc".repeat(200));
        assertEquals(300, whole.length(), whole);
        assertEquals('…', whole.charAt(299));
        for (int at = 0; at < 4; at++) {
            String emoji = Summary.of("abcd".substring(at) + "abc" + "😀".repeat(300));
            assertTrue(Character.isSurrogate(emoji.charAt(emoji.length() - 2)), emoji);
            assertTrue(emoji.codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000), emoji);
        }
    }

    @Test
    void codeThatSomebodyPutOutOfUseIsNone() {
        assertEquals("", Summary.ofAny(" open(door);"));
        assertEquals("", Summary.ofAny(" if (door) {"));
        assertEquals("Opens one", Summary.ofAny(" Opens one"));
    }

    @Test
    void whatIsMadeToBeSlowIsNot() {
        for (String part :
                List.of(
                        "{@",
                        "{@a ",
                        "<a ",
                        "[",
                        ":a:`",
                        "<see a=\"",
                        "* ",
                        "`",
                        "[`",
                        "<summary>",
                        ". ",
                        "("))
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> Summary.of(part.repeat(20_000 / part.length())));
    }
}
