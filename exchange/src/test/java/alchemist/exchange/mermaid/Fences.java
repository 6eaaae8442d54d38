package alchemist.exchange.mermaid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The diagrams in Markdown. */
final class Fences {
    /**
     * A diagram.
     *
     * @param line where its fence stands, from 1
     */
    record Fence(int line, String text) {}

    private Fences() {}

    static List<Fence> of(String markdown) {
        List<Fence> fences = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int opened = 0;
        int number = 0;
        for (String line : markdown.lines().toList()) {
            number++;
            if (opened == 0) {
                opened = line.strip().equals("```mermaid") ? number : 0;
            } else if (line.strip().equals("```")) {
                fences.add(new Fence(opened, text.toString()));
                text.setLength(0);
                opened = 0;
            } else {
                text.append(line).append('\n');
            }
        }
        return fences;
    }

    /** Those of all Markdown files in a folder, in the order of their names. */
    static List<Fence> below(Path folder) throws IOException {
        List<Fence> fences = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".md")) {
                    fences.addAll(of(Files.readString(file)));
                }
            }
        }
        return fences;
    }
}
