package alchemist.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks whose checksums are right and whose content is not: what only a bad writer makes. */
final class BlockParserTest {
    private static final byte[] ROOT = Hex.resource("root.hex");
    private static final byte[] BLOCK = Hex.resource("block.hex");

    /** Changes a block and makes its hash and checksum right again. */
    private static byte[] forged(byte[] block, Consumer<byte[]> change) {
        byte[] bytes = block.clone();
        change.accept(bytes);
        new Sha256().hash(bytes, 0, 104).write(bytes, bytes.length - 40);
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - 8);
        Bytes.i32(bytes, bytes.length - 8, (int) crc.getValue());
        return bytes;
    }

    private static String reason(byte[] block) {
        MalformedBlock e = assertThrows(MalformedBlock.class, () -> CommitBlock.of(block));
        return String.valueOf(e.getMessage());
    }

    @Test
    void tellsANewerVersionFromDamage() {
        byte[] newer = forged(BLOCK, b -> Bytes.u16(b, 4, 2));
        MalformedBlock e = assertThrows(MalformedBlock.class, () -> CommitBlock.of(newer));
        assertEquals(2, e.newerVersion());
        assertTrue(reason(newer).contains("newer version"));
        // Whatever is in it: only where magic, version, lengths and checksum are must stay.
        byte[] strange = forged(BLOCK, b -> Arrays.fill(b, 12, b.length - 40, (byte) 0xee));
        Bytes.u16(strange, 4, 9);
        byte[] resealed = forged(strange, b -> {});
        assertEquals(
                9,
                assertThrows(MalformedBlock.class, () -> CommitBlock.of(resealed)).newerVersion());
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertTrue(reason(forged(BLOCK, b -> Bytes.u16(b, 4, 0))).contains("version 0"));
        assertTrue(reason(forged(BLOCK, b -> Bytes.u16(b, 6, 2))).contains("flags"));
        assertTrue(reason(forged(BLOCK, b -> Bytes.i64(b, 16, 0))).contains("first position"));
        assertTrue(reason(forged(BLOCK, b -> Bytes.i64(b, 16, -1))).contains("first position"));
        assertTrue(
                reason(forged(BLOCK, b -> Bytes.i64(b, 16, Long.MAX_VALUE)))
                        .contains("first position"));
        assertTrue(reason(forged(BLOCK, b -> Bytes.i32(b, 24, 0))).contains("0 events"));
        assertTrue(reason(forged(BLOCK, b -> Bytes.i32(b, 24, 6))).contains("6 events"));
        assertTrue(reason(forged(BLOCK, b -> Bytes.i32(b, 28, -1))).contains("records"));
        assertTrue(reason(forged(ROOT, b -> Bytes.i32(b, 28, 0))).contains("0 records"));
        assertTrue(reason(forged(BLOCK, b -> Bytes.i32(b, 24, 2))).contains("3"));
        assertTrue(reason(forged(BLOCK, b -> Bytes.i32(b, 28, 4))).contains("5"));
        assertTrue(reason(forged(BLOCK, b -> b[80] ^= 1)).contains("Merkle"));
        assertTrue(reason(forged(BLOCK, b -> b[106] ^= 1)).contains("Merkle"));
        assertTrue(reason(forged(BLOCK, b -> Bytes.u16(b, 6, 1))).contains("origin"));
        assertTrue(reason(forged(ROOT, b -> Bytes.i64(b, 16, 2))).contains("origin"));
        assertTrue(reason(forged(ROOT, b -> b[40] = 1)).contains("origin"));
        assertTrue(reason(forged(ROOT, b -> b[106 + 16] = 1)).contains("origin"));
    }

    @Test
    void refusesHeadersThatMakeNoSenseBeforeItReadsARecord() {
        BlockParser parser = new BlockParser();
        for (byte[] block :
                List.of(
                        forged(BLOCK, b -> Bytes.i32(b, 28, 2)), // 3 events in 2 records
                        forged(BLOCK, b -> Bytes.i32(b, 24, -1)),
                        forged(ROOT, b -> Bytes.i32(b, 28, 0)),
                        forged(BLOCK, b -> b[0] ^= 1),
                        forged(BLOCK, b -> Bytes.i64(b, 16, Long.MAX_VALUE - 999_998)))) {
            assertThrows(MalformedBlock.class, () -> parser.check(block, 0, block.length));
        }
    }

    @Test
    void refusesAnOriginThatIsNotTheFirstRecordOfALog() {
        byte[] origin = Arrays.copyOfRange(ROOT, 104, ROOT.length - 40);
        assertTrue(reason(withRecords(origin)).contains("an origin where none may be"));
        byte[] two = Arrays.copyOf(origin, 2 * origin.length);
        System.arraycopy(origin, 0, two, origin.length, origin.length);
        byte[] first = forged(withRecords(two), b -> System.arraycopy(ROOT, 4, b, 4, 4));
        byte[] block =
                forged(
                        first,
                        b -> {
                            System.arraycopy(ROOT, 16, b, 16, 8);
                            System.arraycopy(ROOT, 40, b, 40, 32);
                            Bytes.i32(b, 24, 0);
                            Bytes.i32(b, 28, 2);
                        });
        assertTrue(reason(block).contains("record 1 is an origin"), reason(block));
    }

    @Test
    void refusesABlockWithBytesBehindIt() {
        byte[] longer = Arrays.copyOf(BLOCK, BLOCK.length + 1);
        assertTrue(reason(longer).contains("were given"));
    }

    @Test
    void saysHowLongABlockIsWhereItMayBeSoLong() {
        for (int length : new int[] {146, 147, 999_999}) {
            assertEquals(length, BlockParser.lengthAt(beginning(length), 0));
        }
        for (int length : new int[] {Integer.MIN_VALUE, -1, 0, 145, 1_000_000}) {
            assertEquals(-1, BlockParser.lengthAt(beginning(length), 0));
        }
    }

    private static byte[] beginning(int length) {
        byte[] bytes = Arrays.copyOf(BLOCK, 12);
        Bytes.i32(bytes, 8, length);
        return bytes;
    }

    @Test
    void verifiesOneBlockAfterAnother() throws Exception {
        BlockParser parser = new BlockParser();
        CommitBlock malformed = parser.parse(forged(BLOCK, b -> b[80] ^= 1));
        for (int i = 0; i < 3; i++) {
            parser.verify(parser.parse(BLOCK.clone()));
            parser.verify(parser.parse(ROOT.clone()));
            assertThrows(MalformedBlock.class, () -> parser.verify(malformed));
        }
    }

    @Test
    void refusesAHashThatIsNotTheHeaders() {
        byte[] block = BLOCK.clone();
        block[block.length - 40] ^= 1;
        CRC32C crc = new CRC32C();
        crc.update(block, 0, block.length - 8);
        Bytes.i32(block, block.length - 8, (int) crc.getValue());
        assertTrue(reason(block).contains("hash"));
    }

    @ParameterizedTest
    @CsvSource({
        "02 02 2a, an event without a command",
        "02 00 2a, an origin where none may be",
        "02 01 2a 02 00 2a, an origin where none may be",
        "02 03 2a, unknown kind 3",
        "02 ff 2a, unknown kind 255",
        "00 01, no valid length",
        "82 00 01 2a, no valid length",
        "80 80 80 00 01, no valid length",
        "03 01 2a, no valid length",
        "02 01 2a 80, no valid length",
    })
    void refusesRecordsThatAreOutOfOrder(String records, String expected) {
        byte[] block = withRecords(HexFormat.of().parseHex(records.replace(" ", "")));
        String message = reason(block);
        assertTrue(message.contains(expected), message);
        if (expected.contains("kind") || expected.contains("length")) {
            assertStops(block);
        }
    }

    /** Whoever did not verify the block does not walk over what is no record either. */
    private static void assertStops(byte[] block) {
        IllegalStateException e =
                assertThrows(
                        IllegalStateException.class,
                        () -> {
                            Records walk = new BlockParser().parse(block).records();
                            int walked = 0;
                            while (walk.next()) {
                                assertEquals(walked++, walk.index());
                            }
                        });
        int before = block[104] == 2 && block[107] == (byte) 0x80 ? 1 : 0;
        assertEquals("record " + before + " is malformed", e.getMessage());
    }

    /** A block with these bytes for records, and everything else right as far as it can be. */
    private static byte[] withRecords(byte[] records) {
        byte[] block = new byte[104 + records.length + 40];
        System.arraycopy(BLOCK, 0, block, 0, 104);
        System.arraycopy(records, 0, block, 104, records.length);
        Bytes.i32(block, 8, block.length);
        Bytes.i32(block, block.length - 4, block.length);
        Bytes.i32(block, 24, 1);
        Bytes.i32(block, 28, 1);
        return forged(block, b -> {});
    }

    @Test
    void readsABlockAmongOtherBytes() throws Exception {
        byte[] bytes = new byte[BLOCK.length + 50];
        System.arraycopy(BLOCK, 0, bytes, 30, BLOCK.length);
        assertEquals(BLOCK.length, BlockParser.lengthAt(bytes, 30));
        assertEquals(-1, BlockParser.lengthAt(bytes, 29));
        BlockParser parser = new BlockParser();
        CommitBlock block = parser.parse(bytes, 30, bytes.length);
        parser.verify(block);
        assertEquals(CommitBlock.of(BLOCK).hash(), block.hash());
        assertThrows(MalformedBlock.class, () -> parser.parse(bytes, 29, bytes.length));
        assertThrows(MalformedBlock.class, () -> parser.parse(bytes, 30, 30 + BLOCK.length - 1));
    }

    @Test
    void neverThrowsAnythingElseForBytesThatAreNoBlock() {
        List<byte[]> strange = new ArrayList<>();
        for (int i = 0; i < 104; i++) {
            byte[] bytes = BLOCK.clone();
            Arrays.fill(bytes, i, i + 4, (byte) 0xff);
            strange.add(bytes);
            strange.add(forged(bytes, b -> {}));
        }
        int refused = 0;
        for (byte[] bytes : strange) {
            try {
                CommitBlock.of(bytes);
            } catch (MalformedBlock e) {
                refused++;
            }
        }
        // Forged times, rules and links are for the chain to notice.
        assertTrue(refused > 150 && refused < strange.size());
    }
}
