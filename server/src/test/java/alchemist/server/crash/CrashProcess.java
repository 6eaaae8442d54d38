package alchemist.server.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A process that writes and tells what was acknowledged, until something happens to it. */
final class CrashProcess {
    private final Process process;

    private CrashProcess(Process process) {
        this.process = process;
    }

    /** What happens to it. */
    @FunctionalInterface
    interface Crash {
        void run() throws Exception;
    }

    /**
     * Begins to write.
     *
     * @param from the first command's number
     * @param forces whether it forces what it writes; else it only says so
     */
    static CrashProcess start(Path data, long from, boolean forces) throws IOException {
        return new CrashProcess(
                new ProcessBuilder(
                                System.getProperty("java.home")
                                        + File.separator
                                        + "bin"
                                        + File.separator
                                        + "java",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CrashWriter.class.getName(),
                                data.toString(),
                                "" + from,
                                "" + forces)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Lets a crash happen after so many answers; notes all that were acknowledged, to its end. */
    void crashAfter(int answers, Crash crash, Map<Long, Long> acknowledged) throws Exception {
        boolean crashed = false;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int seen = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", 2);
                if (!parts[0].equals("problem")) {
                    acknowledged.put(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
                } else {
                    assertEquals(true, crashed, line);
                }
                if (++seen == answers) {
                    crashed = true;
                    crash.run();
                }
            }
        } finally {
            kill();
        }
        process.waitFor();
    }
}
