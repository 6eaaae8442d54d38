package alchemist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdTest {
    /** Ids are a file format: these never change. */
    @ParameterizedTest
    @CsvSource({
        "file, README.md, 54a5h3x98hmm9c4f411zm6w9d0",
        "file, src/main/java/Main.java, 7a5dwx1ffdb899vafsdd5p7t6n",
        "person, zoë@example.org, 3bpcjysff7ayv3838gjn6e3zy9",
        "'', '', 3e6g5sszxkfac9s9a4wtxqg2hc",
    })
    void areGolden(String namespace, String key, String text) {
        assertEquals(text, Id.of(namespace, key).toString());
    }

    @Test
    void areTheFirstHalfOfTheHashOfNamespaceZeroAndKey() {
        byte[] hash = Sha256.of("file\0README.md".getBytes(StandardCharsets.UTF_8));
        Id id = Id.of("file", "README.md");
        assertEquals(
                HexFormat.of().formatHex(hash, 0, 16),
                HexFormat.of().toHexDigits(id.high()) + HexFormat.of().toHexDigits(id.low()));
    }

    @Test
    void aNamespaceHasNoZeroCharacter() {
        assertThrows(IllegalArgumentException.class, () -> Id.of("a\0", "b"));
        assertNotEquals(Id.of("a", "\0b"), Id.of("a", "b"));
    }

    @Test
    void keysThatDifferOnlyInHalvesOfSurrogatesDiffer() {
        assertNotEquals(Id.of("a", "\uD800"), Id.of("a", "?"));
        assertNotEquals(Id.of("a", "\uD800"), Id.of("a", "\uD801"));
    }

    @Property
    void comeBackFromText(@ForAll long high, @ForAll long low) {
        Id id = new Id(high, low);
        String text = id.toString();
        assertEquals(Id.TEXT_LENGTH, text.length());
        assertEquals(id, Id.parse(text));
        assertTrue(Id.isId(text));
    }

    @Property
    void areOrderedAsTheirText(
            @ForAll long high, @ForAll long low, @ForAll long otherHigh, @ForAll long otherLow) {
        Id one = new Id(high, low);
        Id sameHigh = new Id(high, otherLow);
        Id other = new Id(otherHigh, otherLow);
        assertEquals(
                Integer.signum(one.toString().compareTo(other.toString())), one.compareTo(other));
        assertEquals(
                Integer.signum(one.toString().compareTo(sameHigh.toString())),
                one.compareTo(sameHigh));
        assertEquals(0, one.compareTo(new Id(high, low)));
    }

    @Test
    void areReadInEitherCase() {
        Id id = Id.of("file", "README.md");
        assertEquals(id, Id.parse("54A5H3X98HMM9C4F411ZM6W9D0"));
        assertEquals(id, Id.parse("54a5h3x98hmm9c4F411ZM6W9D0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "54a5h3x98hmm9c4f411zm6w9d",
                "54a5h3x98hmm9c4f411zm6w9d00",
                "84a5h3x98hmm9c4f411zm6w9d0",
                "u4a5h3x98hmm9c4f411zm6w9d0",
                "-4a5h3x98hmm9c4f411zm6w9d0",
                "54a5h3x98hmm9c4f411zm6w9dl",
                "54a5h3x98hmm9c4f411zm6w9dé",
                "54a5h3x98hmm9c4f411zm6w9d\u2028",
            })
    void textThatIsNoneIsRefused(String text) {
        assertFalse(Id.isId(text));
        assertThrows(IllegalArgumentException.class, () -> Id.parse(text));
    }

    @Test
    void noneIsZero() {
        assertTrue(Id.NONE.isNone());
        assertTrue(new Id(0, 0).isNone());
        assertFalse(new Id(0, 1).isNone());
        assertFalse(new Id(1, 0).isNone());
        assertEquals("0".repeat(26), Id.NONE.toString());
    }

    @Test
    void compareByContent() {
        assertEquals(new Id(1, 2), new Id(1, 2));
        assertNotEquals(new Id(1, 2), new Id(2, 2));
        assertNotEquals(new Id(1, 2), new Id(1, 1));
        assertNotEquals(new Id(1, 2), (Object) "1");
    }

    @Test
    void hashWell() {
        Set<Integer> hashes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            hashes.add(new Id(i, 0).hashCode());
            hashes.add(new Id(0, i).hashCode());
        }
        assertTrue(hashes.size() > 19_000, "only " + hashes.size() + " of 19,999");
    }
}
