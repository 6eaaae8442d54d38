package alchemist.exchange.code.parsing;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parsers' library compiled with optimisation, where there is one for this machine: that of the
 * Java package is compiled without, and takes three times as long. It comes with the package for
 * Node.js, of whose C++ half nothing is ever called, so it does not matter whether this machine has
 * what that asks for.
 *
 * <p>While it is tried a file says so. Where several tries never came to their end, it is left
 * alone: then it ends the process.
 */
final class QuickLibrary {
    /** Names the folder with the libraries of all systems. */
    static final String FOLDER = "alchemist.prebuilds";

    private static final String TRIED = ".tried";
    private static final int MAX_FAILED = 3;

    private final SymbolLookup symbols;
    private @Nullable Path tried;

    private QuickLibrary(SymbolLookup symbols, Path tried) {
        this.symbols = symbols;
        this.tried = tried;
    }

    /** That of this machine, loaded from a copy in a folder of ours. */
    static Optional<QuickLibrary> load(NativeLibraries libraries) {
        String folder = System.getProperty(FOLDER, "");
        Path file = Path.of(folder, system(), "tree-sitter.node");
        if (folder.isEmpty() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Path copy =
                    libraries.keep(
                            system() + "-tree-sitter.node",
                            ElfNeeds.weakened(Files.readAllBytes(file), "GLIBCXX_", "CXXABI_"));
            long pid = ProcessHandle.current().pid();
            Path tried = copy.resolveSibling(copy.getFileName() + "." + pid + TRIED);
            if (failed(copy) >= MAX_FAILED) {
                return Optional.empty();
            }
            Files.write(tried, new byte[0]);
            return Optional.of(loaded(copy, tried));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // the other one does the same
        }
    }

    @SuppressWarnings("restricted") // loads C, as the classes that it stands in for do
    private static QuickLibrary loaded(Path copy, Path tried) throws IOException {
        try {
            return new QuickLibrary(SymbolLookup.libraryLookup(copy, Arena.global()), tried);
        } catch (IllegalArgumentException e) {
            Files.deleteIfExists(tried);
            throw e; // this machine does not take it
        }
    }

    /** How many processes tried it and ended before they could say so. */
    private static long failed(Path copy) throws IOException {
        String beginning = copy.getFileName() + ".";
        try (Stream<Path> files = Files.list(copy.resolveSibling(""))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(beginning) && name.endsWith(TRIED))
                    .map(name -> name.substring(beginning.length(), name.length() - TRIED.length()))
                    .filter(pid -> ProcessHandle.of(Long.parseLong(pid)).isEmpty())
                    .count();
        }
    }

    SymbolLookup symbols() {
        return symbols;
    }

    /** It has parsed something. */
    void works() {
        Path file = tried;
        tried = null;
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // It counts as a try that failed, of which there may be some.
            }
        }
    }

    /** What Node.js calls this system. */
    private static String system() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String chip = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return (system.contains("mac") ? "darwin" : system.contains("windows") ? "win32" : "linux")
                + (chip.contains("aarch64") ? "-arm64" : "-x64");
    }
}
