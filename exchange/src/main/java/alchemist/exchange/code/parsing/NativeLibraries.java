package alchemist.exchange.code.parsing;

import alchemist.exchange.code.CodeLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.treesitter.utils.NativeUtils;

/**
 * The native libraries of the parsers, unpacked once into a folder of ours. Left to itself, each
 * process unpacks them anew into the system's folder for temporary files, and one that is killed
 * leaves them there.
 */
final class NativeLibraries {
    /** Tells the parsers' own loader in which folder to look first. */
    static final String FOLDER = "tree-sitter-lib";

    private static final String PART = ".part";

    private final Path folder;

    private NativeLibraries(Path folder) {
        this.folder = folder;
    }

    /** Those in a folder; what processes that were killed left behind there is removed. */
    static NativeLibraries in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        try (Stream<Path> parts = Files.list(folder.resolve("lib"))) {
            for (Path part : parts.filter(NativeLibraries::isLeft).toList()) {
                Files.deleteIfExists(part);
            }
        }
        NativeLibraries libraries = new NativeLibraries(folder);
        libraries.unpack("tree-sitter");
        System.setProperty(FOLDER, folder.toString());
        return libraries;
    }

    /** Has the library of a language there. */
    void require(CodeLanguage language) throws IOException {
        String name =
                language == CodeLanguage.CSHARP
                        ? "c-sharp"
                        : language.name().toLowerCase(Locale.ROOT);
        unpack("tree-sitter-" + name);
    }

    private void unpack(String name) throws IOException {
        String path = "lib/" + platform() + "-" + name + "." + ending();
        byte[] bytes;
        try (InputStream in = NativeUtils.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                return; // the loader says what is missing
            }
            bytes = in.readAllBytes();
        }
        keep(path.substring("lib/".length()), bytes);
    }

    /** Has a library there; where it lies. */
    Path keep(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("lib").resolve(name);
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return file;
        }
        Path part =
                file.resolveSibling(
                        file.getFileName() + "." + ProcessHandle.current().pid() + PART);
        Files.write(part, bytes);
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** Whether a file is one that a process did not finish. */
    private static boolean isLeft(Path file) {
        String[] words = file.getFileName().toString().split("\\.", -1);
        if (!file.toString().endsWith(PART) || words.length < 3) {
            return false;
        }
        String pid = words[words.length - 2];
        return !pid.matches("\\d{1,18}") || ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String chip = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return (chip.contains("aarch64") ? "aarch64" : "x86_64")
                + (system.contains("windows")
                        ? "-windows"
                        : system.contains("mac") ? "-macos" : "-linux-gnu");
    }

    private static String ending() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("windows") ? "dll" : system.contains("mac") ? "dylib" : "so";
    }
}
