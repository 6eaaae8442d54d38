package alchemist.testkit.fuzz;

import com.code_intelligence.jazzer.sanitizers.Constants;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fuzzing by coverage: Jazzer, in a process of its own, changes inputs and keeps those that reach
 * code which none before has reached. What it has kept is in {@code target/fuzz}, and the next run
 * begins with it.
 */
public final class Jazzer {
    /** Of tests that need it. */
    static final String TAG = "jazzer";

    private static final String TARGET = "alchemist.fuzz.target";
    private static final String ASIDE = "alchemist.fuzz.aside";
    private static final int LONGEST_BYTES = 1 << 16;
    private static final int SLOWEST_SECONDS = 20;
    private static final int LINES_SHOWN = 60;
    private static final int MOST_ASIDE = 100;

    private static @Nullable DecoderContract target;
    private static int aside;

    private Jazzer() {}

    /**
     * Looks for bytes that break a contract.
     *
     * @param contract of a class with a constructor that takes nothing
     * @return bytes that took too much memory there: what watches the code takes memory as well, so
     *     they are to be tried where nothing does
     * @throws AssertionError when some are found; it names the file that has them
     */
    public static List<byte[]> run(DecoderContract contract, int seconds) throws Exception {
        Class<? extends DecoderContract> target = contract.getClass();
        List<byte[]> seeds = contract.seeds();
        Path folder = Path.of("target", "fuzz", target.getSimpleName()).toAbsolutePath();
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        takeAside(Files.createDirectories(folder.resolve("aside")));
        Process process =
                new ProcessBuilder(command(contract, folder, corpus, seconds))
                        .redirectErrorStream(true)
                        .start();
        Deque<String> said = new ArrayDeque<>();
        process.inputReader(StandardCharsets.UTF_8)
                .lines()
                .forEach(
                        line -> {
                            said.add(line);
                            if (said.size() > LINES_SHOWN) {
                                said.remove();
                            }
                        });
        if (process.waitFor() != 0) {
            throw new AssertionError(
                    "again: mvn -pl "
                            + Path.of("").toAbsolutePath().getFileName()
                            + " -am -Dsurefire.failIfNoSpecifiedTests=false test -Dtest="
                            + target.getSimpleName()
                            + " -Dalchemist.fuzz.input=FILE, of the file that is named last in\n"
                            + String.join("\n", said));
        }
        System.out.println(target.getSimpleName() + ": " + sum(said));
        return takeAside(folder.resolve("aside"));
    }

    private static List<byte[]> takeAside(Path folder) throws IOException {
        List<byte[]> taken = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                taken.add(Files.readAllBytes(file));
                Files.delete(file);
            }
        }
        return taken;
    }

    /** Keeps bytes that took too much memory, for who looks at them again; only while it fuzzes. */
    static boolean putAside(byte[] bytes) throws IOException {
        String folder = System.getProperty(ASIDE);
        if (folder != null && aside < MOST_ASIDE) {
            Files.write(Path.of(folder, "bytes-" + aside++), bytes);
        }
        return folder != null;
    }

    private static List<String> command(
            DecoderContract contract, Path folder, Path corpus, int seconds) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx768m",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djdk.attach.allowAttachSelf=true",
                        "-D" + TARGET + "=" + contract.getClass().getName(),
                        "-D" + ASIDE + "=" + folder.resolve("aside"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + Jazzer.class.getName(),
                        "--instrumentation_includes=alchemist.**",
                        "--instrumentation_excludes=alchemist.testkit.fuzz.DecoderContract",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-max_total_time=" + seconds,
                        "-max_len=" + LONGEST_BYTES,
                        "-timeout=" + SLOWEST_SECONDS,
                        "-rss_limit_mb=0", // the heap is bounded above
                        "-print_final_stats=1",
                        corpus.toString()));
        if (!contract.mayReachOut()) {
            command.add("--disabled_hooks=" + String.join(":", Constants.SANITIZER_HOOK_NAMES));
        }
        return command;
    }

    private static String sum(Deque<String> said) {
        return said.stream()
                .filter(line -> line.contains("number_of_executed_units") || line.contains("DONE"))
                .map(String::strip)
                .reduce("", (all, line) -> all + " " + line)
                .strip();
    }

    /** Jazzer calls it once. */
    public static void fuzzerInitialize() throws Exception {
        Constructor<? extends DecoderContract> constructor =
                Class.forName(System.getProperty(TARGET, ""))
                        .asSubclass(DecoderContract.class)
                        .getDeclaredConstructor();
        constructor.setAccessible(true);
        DecoderContract made = constructor.newInstance();
        made.warmUp();
        target = made;
    }

    /** Jazzer calls it for every input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (target != null) {
            target.check(bytes);
        }
    }
}
