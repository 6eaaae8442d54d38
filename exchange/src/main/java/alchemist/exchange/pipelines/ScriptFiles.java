package alchemist.exchange.pipelines;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.deployment.Image;
import alchemist.exchange.files.Root;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the commands of a job lead to: files that they name, and images that they run in. */
final class ScriptFiles {
    /** Longer commands hold data. */
    private static final int MAX_CHARS = 200_000;

    /** Longer words are no paths. */
    private static final int MAX_WORD = 500;

    private final Blueprint blueprint;

    ScriptFiles(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /**
     * Leads from a job to the files that its commands name.
     *
     * @param folder that they run in, from the root
     */
    void add(Id job, Tree commands, String folder, SourceFile file) {
        if (commands.text().length() > MAX_CHARS) {
            file.warn(
                    commands.line(),
                    "has more than " + MAX_CHARS + " characters of commands, which are not read");
            return;
        }
        for (String word : words(commands.text())) {
            @Nullable String path = Root.resolved(folder, word);
            if (path == null) {
                continue;
            }
            @Nullable Id to = blueprint.fileAt(path, file);
            if (to != null) {
                blueprint.edge("refers to", job, to, Facts.at(commands.line()), file);
            }
        }
    }

    /** Words of commands that may be paths of files. */
    private static List<String> words(String commands) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= commands.length(); i++) {
            boolean ends =
                    i == commands.length()
                            || " \t\n\r\"'`;|&()<>=,".indexOf(commands.charAt(i)) >= 0;
            if (ends) {
                String word = commands.substring(from, i);
                boolean isPath =
                        word.length() > 2
                                && word.length() < MAX_WORD
                                && !word.startsWith("-")
                                && !word.startsWith("/")
                                && (word.indexOf('/') >= 0 || word.indexOf('.') >= 0)
                                && word.indexOf('$') < 0;
                if (isPath) {
                    words.add(word);
                }
                from = i + 1;
            }
        }
        return words;
    }

    /** Leads from a job to an image; not where its name is put together when it runs. */
    void addImage(Id job, Tree written, String how, SourceFile file) {
        String name = written.text();
        if (name.isEmpty() || name.indexOf('$') >= 0 || name.indexOf(' ') >= 0) {
            return;
        }
        Image image = Image.of(name);
        blueprint.edge(
                "runs",
                job,
                image.add(blueprint, file),
                "how",
                how,
                Facts.at(written.line()).text("version", image.version()),
                file);
    }
}
