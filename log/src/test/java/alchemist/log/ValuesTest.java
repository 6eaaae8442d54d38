package alchemist.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ValuesTest {
    private static final WorkspaceId ID = new WorkspaceId(1, 2);
    private static final Hash HASH = new Hash(1, 2, 3, 4);

    @Test
    void writesAHashAsItIsRead() {
        String hex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        assertEquals(hex, Hash.parse(hex).toString());
        assertThrows(IllegalArgumentException.class, () -> Hash.parse("00"));
        assertThrows(IllegalArgumentException.class, () -> Hash.parse("xyz"));
    }

    @Test
    void writesAWorkspaceIdInHexadecimalDigits() {
        assertEquals("00000000000000010000000000000002", ID.toString());
        assertTrue(WorkspaceId.NONE.isNone());
        assertFalse(new WorkspaceId(0, 1).isNone());
    }

    @Test
    void refusesAnOriginThatIsNeitherRootNorBranch() {
        WorkspaceId none = WorkspaceId.NONE;
        assertThrows(IllegalArgumentException.class, () -> Origin.root(none));
        assertThrows(IllegalArgumentException.class, () -> new Origin(ID, none, 1, Hash.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Origin(ID, none, 0, HASH));
        assertThrows(IllegalArgumentException.class, () -> new Origin(ID, ID, 3, Hash.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Origin(ID, ID, -1, HASH));
        assertEquals(4, new Origin(ID, new WorkspaceId(3, 4), 3, HASH).firstPosition());
    }

    @Test
    void readsVarintsInTheirShortestFormOnly() {
        byte[] bytes = new byte[5];
        for (int n : new int[] {0, 1, 127, 128, 300, 16383, 16384, 999_999, (1 << 21) - 1}) {
            int end = Varint.write(bytes, 1, n);
            assertEquals(1 + Varint.bytes(n), end);
            assertEquals(n, Varint.read(bytes, 1, end));
            assertEquals(-1, Varint.read(bytes, 1, end - 1));
        }
        assertEquals(-1, Varint.read(new byte[] {(byte) 0x80, 0}, 0, 2));
        assertEquals(-1, Varint.read(new byte[] {-1, -1, -1, 1}, 0, 4));
    }

    @Test
    void saysWhatHappenedToWhatAndWhatToDo() {
        CorruptLog corrupt = new CorruptLog("a.alog", 80, "the block's checksum is wrong");
        assertEquals(
                "a.alog is damaged at byte 80: the block's checksum is wrong",
                corrupt.getMessage());
        assertEquals("a.alog", corrupt.file());
        assertEquals(80, corrupt.offset());
        assertEquals("the block's checksum is wrong", corrupt.reason());
        LogLocked locked = new LogLocked("/logs/a", 7, "here", Instant.EPOCH);
        assertEquals(
                "/logs/a is open for writing in process 7 on here since 1970-01-01T00:00:00Z;"
                        + " stop that process first, or open it read-only",
                locked.getMessage());
        assertEquals(7, locked.pid());
        assertEquals("here", locked.host());
        assertEquals(Instant.EPOCH, locked.since());
        assertTrue(
                String.valueOf(new LogLocked("a", 0, "here", Instant.EPOCH).getMessage())
                        .contains("unknown"));
        IOException cause = new IOException("broken cable");
        for (LogException e :
                new LogException[] {
                    new IoFailure("could not append to the log in /logs/a", cause),
                    new LogFailed("the log in /logs/a", cause),
                }) {
            assertTrue(String.valueOf(e.getMessage()).contains("broken cable"));
            assertEquals(cause, e.getCause());
        }
        DiskFull full = new DiskFull("no space left", null);
        for (LogException e :
                new LogException[] {
                    new LogFull("/logs/a", full),
                    new LogExists("/logs/a"),
                    new NoSuchLog("/logs/a"),
                    new NewerFormat("/logs/a", 2, 1),
                }) {
            assertTrue(String.valueOf(e.getMessage()).contains("/logs/a"));
        }
        assertTrue(
                String.valueOf(new LogReadOnly("a", "it was opened so").getMessage())
                        .contains("read-only"));
    }

    @Test
    void readsAndWritesAllOfAFileThatDoesLittleAtATime() throws Exception {
        Slow file = new Slow();
        file.writeFully(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5}), 2);
        ByteBuffer read = ByteBuffer.allocate(4);
        file.readFully(read, 3);
        assertEquals(ByteBuffer.wrap(new byte[] {2, 3, 4, 5}), read.flip());
        assertThrows(EOFException.class, () -> file.readFully(ByteBuffer.allocate(4), 4));
    }

    private static final class Slow implements DiskFile {
        private final byte[] bytes = new byte[7];

        @Override
        public int alignment() {
            return 1;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(ByteBuffer target, long offset) {
            if (offset >= bytes.length) {
                return -1;
            }
            target.put(bytes[(int) offset]);
            return 1;
        }

        @Override
        public int write(ByteBuffer source, long offset) {
            bytes[(int) offset] = source.get();
            return 1;
        }

        @Override
        public void force(boolean metadata) {}

        @Override
        public void truncate(long size) throws IOException {
            throw new IOException("it has one size");
        }

        @Override
        public void close() {}
    }
}
