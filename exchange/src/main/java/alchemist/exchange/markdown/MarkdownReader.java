package alchemist.exchange.markdown;

import alchemist.exchange.Fingerprint;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.files.Root;
import alchemist.exchange.folder.OpenedFiles;
import alchemist.exchange.git.Repositories;
import alchemist.exchange.notebook.Notebook;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the pages of a folder: documents of a repository as well as a vault of notes, and what
 * stands as Markdown in notebooks, with their headings, links, tags, tasks and diagrams.
 */
public final class MarkdownReader implements Reader {
    /** How long a page may be, in bytes. */
    private static final long MAX_BYTES = 4L << 20;

    private static final Set<String> PAGES = Set.of("md", "markdown", "mdx", "mkd");
    private static final Set<String> DIAGRAMS = Set.of("mmd", "mermaid");
    private static final Set<String> PLANTUML = Set.of("puml", "plantuml", "iuml");

    private final Repositories repositories;

    /** A reader that finds out from these repositories which file is which. */
    public MarkdownReader(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public boolean reads(Place place) {
        return place.isFolder() ? !Repositories.isBare(place.path()) : isRead(place.label());
    }

    @Override
    public boolean readsTogether() {
        return true;
    }

    @Override
    public void read(Place place, Reading reading) throws ReadingFailed {
        new MarkdownReading(OpenedFiles.at(place, repositories, reading), reading).run();
    }

    @Override
    public void fingerprint(Place place, Fingerprint print) throws ReadingFailed {
        OpenedFiles.fingerprint(place, print);
    }

    /** Whether a file is a page or a diagram, by its name. */
    static boolean isRead(String name) {
        return isPage(name) || isDiagram(name);
    }

    /** Whether a file is a page, by its name. */
    public static boolean isPage(String name) {
        return PAGES.contains(ending(name)) || Notebook.isNotebook(name);
    }

    /** How long a file may be to be read as a page, in bytes, by its name. */
    public static long maxBytes(String name) {
        return Notebook.isNotebook(name) ? Notebook.MAX_BYTES : MAX_BYTES;
    }

    static boolean isDiagram(String name) {
        return DIAGRAMS.contains(ending(name)) || isPlantUml(name);
    }

    static boolean isPlantUml(String name) {
        return PLANTUML.contains(ending(name));
    }

    private static String ending(String path) {
        String name = Root.name(path);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
