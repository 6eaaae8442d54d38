package alchemist.exchange.git;

import alchemist.exchange.PathText;
import alchemist.exchange.ReadingFailed;
import alchemist.kernel.Id;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The output of a running command, read piece by piece. Closing it ends the command. One thread,
 * beside those that feed the command and take its complaints.
 */
final class GitOutput implements AutoCloseable {
    private static final int MAX_COMPLAINT = 8192;

    private final Process process;
    private final String command;
    private final String where;
    private final InputStream in;
    private final Thread complaints;
    private final StringBuilder complaint = new StringBuilder();
    private byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;

    GitOutput(Process process, String command, String where) {
        this.process = process;
        this.command = command;
        this.where = where;
        this.in = process.getInputStream();
        this.complaints = Thread.ofVirtual().start(this::readComplaints);
    }

    /** Gives the command nothing to read. */
    void noInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It ended already; end() tells why.
        }
    }

    /** Gives the command lines to read, while its output is read. */
    void input(Iterable<String> lines) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (BufferedWriter writer = writer()) {
                                for (String line : lines) {
                                    writer.write(line);
                                    writer.write('\n');
                                }
                            } catch (IOException e) {
                                // It reads no more, because it ended; end() tells why.
                            }
                        });
    }

    /** A writer of what the command reads. */
    BufferedWriter writer() {
        return new BufferedWriter(
                new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** The next byte without passing it, or -1 at the end. */
    int peek() throws ReadingFailed {
        if (at == limit) {
            fill(0);
        }
        return at == limit ? -1 : buffer[at] & 0xff;
    }

    /** Passes the next byte. */
    void skip() {
        at++;
    }

    /**
     * The bytes up to a stop, which is passed; up to the end where it does not come.
     *
     * @return a view of the buffer, valid until the next call
     */
    Bytes until(byte stop) throws ReadingFailed {
        int scanned = 0;
        while (true) {
            for (int i = at + scanned; i < limit; i++) {
                if (buffer[i] == stop) {
                    Bytes found = new Bytes(buffer, at, i);
                    at = i + 1;
                    return found;
                }
            }
            scanned = limit - at;
            if (!fill(scanned)) {
                Bytes rest = new Bytes(buffer, at, limit);
                at = limit;
                return rest;
            }
        }
    }

    /** Some bytes of a buffer. */
    record Bytes(byte[] array, int from, int to) {
        /** The name of a file. */
        String path() {
            return PathText.of(array, from, to);
        }

        /** Text in UTF-8, or where it is none, in the encoding that most often stood for it. */
        String text() {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(array, from, to - from))
                        .toString();
            } catch (CharacterCodingException e) {
                return ascii();
            }
        }

        /** Text of one byte a character. */
        String ascii() {
            return new String(array, from, to - from, StandardCharsets.ISO_8859_1);
        }

        int length() {
            return to - from;
        }

        /** A number in octal digits. */
        int octal() {
            int number = 0;
            for (int i = from; i < to; i++) {
                number = number << 3 | (array[i] - '0');
            }
            return number;
        }

        /** The first 128 bits of a hash, as {@link CommitGraph#key} has them. */
        Id key() {
            return new Id(hex(from), hex(from + 16));
        }

        private long hex(int at) {
            long number = 0;
            for (int i = at; i < at + 16; i++) {
                int digit = array[i];
                number = number << 4 | (digit <= '9' ? digit - '0' : digit - 'a' + 10);
            }
            return number;
        }
    }

    /** All that is left. */
    byte[] allBytes() throws ReadingFailed {
        try {
            byte[] rest = in.readAllBytes();
            byte[] all = Arrays.copyOfRange(buffer, at, limit + rest.length);
            System.arraycopy(rest, 0, all, limit - at, rest.length);
            at = limit;
            return all;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Passes so many bytes on; fewer where the end comes before.
     *
     * @return how many
     */
    long copy(long most, OutputStream to) throws ReadingFailed, IOException {
        long copied = 0;
        while (copied < most && (at < limit || fill(0))) {
            int some = (int) Math.min(limit - at, most - copied);
            to.write(buffer, at, some);
            at += some;
            copied += some;
        }
        return copied;
    }

    /** What the command complained of so far, in lines. */
    String complaint() {
        synchronized (complaint) {
            return complaint.toString();
        }
    }

    /** Waits for the command's end. */
    int exitCode() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    int code = process.waitFor();
                    complaints.join();
                    return code;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Waits for the command's end.
     *
     * @throws ReadingFailed when it failed
     */
    void end() throws ReadingFailed {
        int code = exitCode();
        if (code != 0) {
            String why = complaint().strip();
            throw new ReadingFailed(
                    "git "
                            + command
                            + " failed in "
                            + where
                            + " with code "
                            + code
                            + (why.isEmpty() ? "" : ": " + why));
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            in.close();
        } catch (IOException e) {
            // Nothing more is read.
        }
    }

    /** Reads more behind what is there; whether something came. */
    private boolean fill(int kept) throws ReadingFailed {
        if (at > 0) {
            System.arraycopy(buffer, at, buffer, 0, kept);
            at = 0;
            limit = kept;
        } else if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        try {
            int read = in.read(buffer, limit, buffer.length - limit);
            limit += Math.max(0, read);
            return read > 0;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private ReadingFailed failed(IOException e) {
        return new ReadingFailed("the output of git " + command + " cannot be read", e);
    }

    private void readComplaints() {
        byte[] some = new byte[1024];
        try (InputStream err = process.getErrorStream()) {
            for (int read = err.read(some); read >= 0; read = err.read(some)) {
                String more = new String(some, 0, read, StandardCharsets.ISO_8859_1);
                synchronized (complaint) {
                    if (complaint.length() < MAX_COMPLAINT) {
                        complaint.append(more);
                    }
                }
            }
        } catch (IOException e) {
            // The command was ended.
        }
    }
}
