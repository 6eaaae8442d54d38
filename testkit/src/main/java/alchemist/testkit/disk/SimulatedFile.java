package alchemist.testkit.disk;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;

/** An open file of a {@link SimulatedDisk}. */
final class SimulatedFile implements DiskFile {
    private final SimulatedDisk disk;
    private final Inode inode;
    private final Disk.Mode mode;
    private final int alignment;
    private boolean closed;

    SimulatedFile(SimulatedDisk disk, Inode inode, Disk.Mode mode, int alignment) {
        this.disk = disk;
        this.inode = inode;
        this.mode = mode;
        this.alignment = mode == Disk.Mode.DIRECT ? alignment : 1;
    }

    @Override
    public int alignment() {
        return alignment;
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return disk.size(inode);
    }

    @Override
    public int read(ByteBuffer target, long offset) throws IOException {
        requireOpen();
        byte[] bytes = new byte[target.remaining()];
        int n = disk.read(inode, bytes, offset);
        if (n > 0) {
            target.put(bytes, 0, n);
        }
        return n;
    }

    @Override
    public int write(ByteBuffer source, long offset) throws IOException {
        requireWritable();
        byte[] bytes = new byte[source.remaining()];
        if (offset % alignment != 0 || bytes.length % alignment != 0) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes at " + offset + " are not whole sectors");
        }
        source.duplicate().get(bytes);
        int n = disk.write(inode, bytes, offset, alignment);
        source.position(source.position() + n);
        return n;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        requireOpen();
        disk.force(inode);
    }

    @Override
    public void truncate(long size) throws IOException {
        requireWritable();
        disk.truncate(inode, size);
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }

    private void requireWritable() throws IOException {
        requireOpen();
        if (mode == Disk.Mode.READ) {
            throw new NonWritableChannelException();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
