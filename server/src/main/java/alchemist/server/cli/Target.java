package alchemist.server.cli;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.places.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a command is to read, as it was called.
 *
 * @param text as the server takes it: a whole path, or an address
 * @param label how people call it
 * @param path where it is here; empty where it is elsewhere
 */
record Target(String text, String label, Optional<Path> path) {
    /** Why an empty word, such as a variable that is not set, is no place. */
    static final String NOTHING =
            "the place that is named is empty; write . for the folder that you are in";

    /**
     * What a word of the command line means.
     *
     * @throws Failure when nothing is there, or it is no address
     */
    static Target of(String word) throws Failure, IOException {
        if (word.isBlank()) {
            throw new Failure(NOTHING);
        }
        try {
            return switch (Address.of(word)) {
                case Address.Here here -> here(here.path(), "");
                case Address.Archive archive -> here(archive.path(), archive.label());
                case Address.Repository repository ->
                        new Target(repository.text(), repository.label(), Optional.empty());
                case Address.WebFile file ->
                        new Target(file.text(), file.label(), Optional.empty());
            };
        } catch (ReadingFailed e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    static List<Target> of(List<String> words) throws Failure, IOException {
        List<Target> targets = new ArrayList<>();
        for (String word : words) {
            targets.add(of(word));
        }
        return targets;
    }

    private static Target here(Path path, String called) throws Failure, IOException {
        if (!Files.exists(path)) {
            throw new Failure("there is no " + path + "; check the spelling");
        }
        Path real = path.toRealPath();
        Path last = real.getFileName();
        String own = last == null ? real.toString() : last.toString();
        String label = called.isEmpty() ? own : called;
        return new Target(real.toString(), label, Optional.of(real));
    }

    /** The workspace that it is read into where none is named. */
    String workspace() {
        return WorkspaceName.of(Path.of(label));
    }
}
