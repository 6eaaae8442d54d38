package alchemist.exchange.code;

import alchemist.exchange.code.parsing.ParserMain;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A process that outlines files, begun with the first and again after a file that it could not
 * bear. One thread.
 */
final class Parser implements AutoCloseable {
    /** How often it is asked whether it is still waited for. */
    private static final int LOOK_SECONDS = 2;

    private static final List<String> FLAGS =
            List.of(
                    "-Xms12m",
                    "-Xmn8m",
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED");

    /** Names the folder with libraries that were compiled with optimisation, if there is one. */
    private static final String PREBUILDS = "alchemist.prebuilds";

    private final Path libraries;
    private @Nullable Process process;
    private @Nullable DataOutputStream asked;
    private @Nullable DataInputStream answered;

    /** One whose native libraries are kept in a folder. */
    Parser(Path libraries) {
        this.libraries = libraries;
    }

    /** A file could not be outlined. */
    static final class NotParsed extends Exception {
        private static final long serialVersionUID = 1;

        NotParsed(String why) {
            super(why);
        }
    }

    /**
     * The outline of a file, as bytes.
     *
     * @throws NotParsed when it cannot be
     */
    byte[] outline(CodeLanguage language, byte[] source) throws NotParsed {
        try {
            DataInputStream in = begin(language, source);
            CompletableFuture<byte @Nullable []> answer = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> await(in, answer));
            byte[] outline = awaited(answer);
            if (outline == null) {
                throw new NotParsed("its parser gave up");
            }
            return outline;
        } catch (ExecutionException | IOException e) {
            close();
            throw new NotParsed("its parser ended: " + e.getMessage());
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new NotParsed("it was interrupted");
        }
    }

    /** Waits for the answer as long as the process may compute. */
    private byte @Nullable [] awaited(CompletableFuture<byte @Nullable []> answer)
            throws NotParsed, ExecutionException, InterruptedException {
        Patience patience = new Patience(this::computed, System::nanoTime);
        while (true) {
            try {
                return answer.get(LOOK_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                String end = patience.end();
                if (!end.isEmpty()) {
                    close();
                    throw new NotParsed("its parser " + end);
                }
            }
        }
    }

    /** How long the process has computed, where the system tells that. */
    private Optional<Duration> computed() {
        Process running = process;
        return running == null ? Optional.empty() : running.info().totalCpuDuration();
    }

    private DataInputStream begin(CodeLanguage language, byte[] source) throws IOException {
        if (process == null) {
            start();
        }
        DataOutputStream out = asked;
        DataInputStream in = answered;
        if (out == null || in == null) {
            throw new IOException("it did not start");
        }
        out.writeUTF(language.name());
        out.writeInt(source.length);
        out.write(source);
        out.flush();
        return in;
    }

    private void start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        String prebuilds = System.getProperty(PREBUILDS, "");
        if (!prebuilds.isEmpty()) {
            command.add("-D" + PREBUILDS + "=" + prebuilds);
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(ParserMain.class.getName());
        command.add(libraries.toString());
        Process started =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process = started;
        asked = new DataOutputStream(new BufferedOutputStream(started.getOutputStream(), 1 << 16));
        answered = new DataInputStream(new BufferedInputStream(started.getInputStream(), 1 << 16));
    }

    private static void await(DataInputStream in, CompletableFuture<byte @Nullable []> answer) {
        try {
            int length = in.readInt();
            byte[] outline = length < 0 ? null : in.readNBytes(length);
            if (outline != null && outline.length < length) {
                throw new IOException("in the middle of an answer");
            }
            answer.complete(outline);
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
        process = null;
        asked = null;
        answered = null;
    }
}
