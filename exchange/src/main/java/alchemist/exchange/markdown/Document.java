package alchemist.exchange.markdown;

import alchemist.exchange.files.SourceLines;
import alchemist.exchange.plantuml.PlantUml;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one Markdown file says, or the Markdown of a notebook. Lines count from 1.
 *
 * @param title of its front matter, else its first heading of the first level; empty for none
 * @param frontMatter what stands in front of it, but for title, aliases and tags
 * @param aliases what else it is called
 * @param problems what could not be read
 * @param lines where in the file its lines stand
 */
record Document(
        String title,
        SortedMap<String, Value> frontMatter,
        List<String> aliases,
        List<Section> sections,
        List<Link> links,
        List<Tag> tags,
        List<Task> tasks,
        List<Diagram> diagrams,
        List<Mention> mentions,
        List<Problem> problems,
        SourceLines lines) {

    /** A file that is one diagram of Mermaid. */
    static Document ofMermaid(String text) {
        return ofDiagrams(List.of(new Diagram(Notation.MERMAID, text, NO_SECTION, 1)), List.of());
    }

    /** A file of diagrams of PlantUML, which takes in other files. */
    static Document ofPlantUml(String text) {
        return ofDiagrams(
                PlantUml.blocks(text).stream()
                        .map(b -> new Diagram(Notation.PLANTUML, b.text(), NO_SECTION, b.line()))
                        .toList(),
                PlantUml.included(text).stream()
                        .map(i -> new Link(LinkKind.IMAGE, i.path(), "", NO_SECTION, i.line()))
                        .toList());
    }

    private static Document ofDiagrams(List<Diagram> diagrams, List<Link> links) {
        return new Document(
                "",
                new TreeMap<>(),
                List.of(),
                List.of(),
                links,
                List.of(),
                List.of(),
                diagrams,
                List.of(),
                List.of(),
                SourceLines.SAME);
    }

    /** Of what stands before the first heading. */
    static final int NO_SECTION = -1;

    /**
     * A heading and what follows it.
     *
     * @param anchor by which links name it, different for each
     * @param within the section that it is a part of, or {@link #NO_SECTION}
     */
    record Section(String heading, String anchor, int level, int within, int line) {}

    /** How something is linked to. */
    enum LinkKind {
        /** {@code [text](target)}: a path or an address. */
        LINK,
        /** {@code ![text](target)}. */
        IMAGE,
        /** {@code [[target|text]]}: a name. */
        WIKI,
        /** {@code ![[target]]}. */
        EMBED
    }

    /**
     * A link.
     *
     * @param section in which it stands, or {@link #NO_SECTION}
     */
    record Link(LinkKind kind, String target, String text, int section, int line) {}

    /** A tag, without its {@code #}; of the front matter, line 0. */
    record Tag(String name, int line) {}

    /** Something to do. */
    record Task(String text, boolean done, int section, int line) {}

    /** What a diagram is written in. */
    enum Notation {
        /** Mermaid. */
        MERMAID,
        /** PlantUML. */
        PLANTUML
    }

    /** The source text of a diagram. */
    record Diagram(Notation notation, String text, int section, int line) {}

    /** Code that may name a file. */
    record Mention(String text, int section, int line) {}

    /** What could not be read, and in which line of the file. */
    record Problem(int line, String what) {}
}
