package alchemist.logfile;

import alchemist.log.Log;
import alchemist.testkit.log.Blocks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Another process, which appends to a log until it is killed, and prints what was acknowledged. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    OtherProcess(Path log) throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        log.toString());
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        output = process.inputReader(StandardCharsets.US_ASCII);
    }

    static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        try (Log log = FileLog.open(new FileDisk(), Path.of(args[0]), Script.OPTIONS)) {
            Blocks blocks = new Blocks(8);
            while (true) {
                log.append(log.position(), blocks.after(log.head(), 5));
                out.println(log.position());
            }
        }
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it says that something was acknowledged. */
    long acknowledged() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new AssertionError("the other process ended by itself; see its output");
        }
        return Long.parseLong(line);
    }

    /** Kills it without a warning; answers the last position that it had said. */
    long kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly(); // unlike the process itself it leaves the pipe open
        long last = 0;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            last = Long.parseLong(line);
        }
        process.waitFor();
        return last;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
