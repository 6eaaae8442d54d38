package alchemist.logfile;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.DiskFull;
import alchemist.log.LogLocked;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Who has a log open for writing: file {@code owner}, three lines of text for people. The lock
 * itself is another file, {@code lock}, and the system's: this one only says whom to ask, and when
 * it is left over from a process that died it holds up nobody.
 */
record Owner(long pid, String host, Instant since) {
    static final String NAME = "owner";
    private static final int BYTES = 512;

    static Owner ofThisProcess(Instant now) {
        return new Owner(ProcessHandle.current().pid(), hostName(), now);
    }

    private static String hostName() {
        // Asking the resolver could take seconds.
        for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
            String name = System.getenv(variable);
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "this machine";
        }
    }

    void write(LogDirectory directory) throws IOException {
        String text = "pid=" + pid + "\nhost=" + host + "\nsince=" + since + "\n";
        Disk.Mode mode = directory.has(NAME) ? Disk.Mode.WRITE : Disk.Mode.CREATE;
        byte[] said = text.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(said, BYTES);
        Arrays.fill(bytes, Math.min(BYTES, said.length), BYTES, (byte) '\n');
        try (DiskFile f = directory.open(NAME, mode)) {
            // Always as long, so that it needs no room once it is there.
            f.writeFully(ByteBuffer.wrap(bytes), 0);
        } catch (DiskFull e) {
            return; // a log can be opened on a full disk; people are told less then
        }
    }

    /**
     * The refusal that names who has the log; it may just have begun or ended, then less is known.
     */
    static LogLocked locked(LogDirectory directory) throws IOException {
        String text = read(directory);
        return new LogLocked(
                directory.toString(),
                pid(line(text, "pid=").orElse("0")),
                line(text, "host=").orElse("an unknown host"),
                since(line(text, "since=").orElse("")));
    }

    private static Optional<String> line(String text, String begin) {
        return text.lines()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()))
                .findFirst();
    }

    private static long pid(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Instant since(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static String read(LogDirectory directory) throws IOException {
        if (!directory.has(NAME)) {
            return "";
        }
        try (DiskFile f = directory.open(NAME, Disk.Mode.READ)) {
            byte[] bytes = new byte[(int) Math.min(4096, f.size())];
            f.readFully(ByteBuffer.wrap(bytes), 0);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
