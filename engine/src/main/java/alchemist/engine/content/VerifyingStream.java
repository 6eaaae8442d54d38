package alchemist.engine.content;

import alchemist.log.DiskFile;
import alchemist.log.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;

/** The bytes of a content; at their end it is known whether they are what was put in. */
final class VerifyingStream extends InputStream {
    private final DiskFile file;
    private final Cid cid;
    private final Path path;
    private final MessageDigest sha256 = ContentStore.sha256();
    private long offset;
    private boolean ended;

    VerifyingStream(DiskFile file, Cid cid, Path path) {
        this.file = file;
        this.cid = cid;
        this.path = path;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int start, int length) throws IOException {
        java.util.Objects.checkFromIndexSize(start, length, target.length);
        if (length == 0) {
            return 0;
        }
        int n = ended ? -1 : file.read(ByteBuffer.wrap(target, start, length), offset);
        if (n >= 0) {
            sha256.update(target, start, n);
            offset += n;
            return n;
        }
        if (!ended) {
            ended = true;
            if (!Hash.read(sha256.digest(), 0).equals(cid.hash())) {
                throw new DamagedContent(cid, path);
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
