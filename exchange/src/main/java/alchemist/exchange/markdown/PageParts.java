package alchemist.exchange.markdown;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Reading;
import alchemist.exchange.files.Root;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.markdown.Document.Diagram;
import alchemist.exchange.markdown.Document.Section;
import alchemist.exchange.markdown.Document.Tag;
import alchemist.exchange.markdown.Document.Task;
import alchemist.exchange.markdown.MarkdownReading.Page;
import alchemist.exchange.mermaid.Mermaid;
import alchemist.exchange.plantuml.PlantUml;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is in one page: sections, tags, tasks and diagrams. */
final class PageParts {
    private final Pages pages;
    private final Reading reading;
    private final OpenedFile file;
    private final Document document;
    private final String path;
    private final String key;
    private final long at;
    private final boolean notes;

    /**
     * The parts of a page.
     *
     * @param notes whether words behind {@code #} are tags also outside of the front matter
     */
    PageParts(Pages pages, Page page, boolean notes, Reading reading) {
        this.pages = pages;
        this.reading = reading;
        this.file = page.file();
        this.document = page.document();
        this.path = file.path();
        this.key = file.id().toString();
        this.at = page.effectiveAt();
        this.notes = notes;
    }

    /** Adds the sections, which links may lead to. */
    void addSections() {
        document.sections().forEach(this::addSection);
    }

    /** Adds what stands in them. */
    void addContents() {
        for (Tag tag : document.tags()) {
            if (notes || tag.line() == 0) {
                addTag(tag);
            }
        }
        for (Task task : document.tasks()) {
            addTask(task);
        }
        for (Diagram diagram : document.diagrams()) {
            addDiagram(diagram);
        }
    }

    private void addSection(Section section) {
        Id id = sectionId(key, section.anchor());
        TreeMap<String, Value> properties = line(section.line());
        properties.put("path", Value.text(path));
        properties.put("level", Value.integer(section.level()));
        pages.statements.add(
                new NodeStatement(
                        id,
                        Value.text(section.heading()),
                        List.of("Section"),
                        Properties.of(properties),
                        group(),
                        false),
                at);
        Id within =
                section.within() == Document.NO_SECTION
                        ? file.id()
                        : sectionId(key, document.sections().get(section.within()).anchor());
        edge("has section", within, id, new TreeMap<>());
    }

    /** A tag, and those that it is below. */
    private void addTag(Tag tag) {
        Id id = tagNode(tag.name());
        edge("tagged with", file.id(), id, line(tag.line()));
        String name = tag.name();
        for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/')) {
            String above = name.substring(0, slash);
            edge("is a kind of", tagNode(name), tagNode(above), new TreeMap<>());
            name = above;
        }
    }

    private Id tagNode(String name) {
        Id id = Id.of("hashtag", name.toLowerCase(Locale.ROOT));
        pages.statements.add(
                new NodeStatement(
                        id,
                        Value.text("#" + name),
                        List.of("Hashtag"),
                        Properties.NONE,
                        Id.NONE,
                        false),
                at);
        return id;
    }

    private void addTask(Task task) {
        Id id = Id.of("task", pages.nth(key + "\0" + task.text()));
        TreeMap<String, Value> properties = line(task.line());
        properties.put("path", Value.text(path));
        properties.put("done", Value.flag(task.done()));
        pages.statements.add(
                new NodeStatement(
                        id,
                        Value.text(task.text()),
                        List.of("Task"),
                        Properties.of(properties),
                        group(),
                        false),
                at);
        edge("has task", partOrFile(task.section()), id, new TreeMap<>());
    }

    private void addDiagram(Diagram diagram) {
        String anchor = anchor(diagram.section());
        Id id = Id.of("diagram", pages.nth(key + "\0" + anchor));
        alchemist.exchange.mermaid.Diagram read =
                switch (diagram.notation()) {
                    case MERMAID -> Mermaid.parse(diagram.text());
                    case PLANTUML -> PlantUml.parse(diagram.text());
                };
        for (alchemist.exchange.mermaid.Problem problem : read.problems()) {
            int at = diagram.line() + problem.line() - 1;
            reading.warn(path + " " + document.lines().where(at), problem.what());
        }
        TreeMap<String, Value> properties = line(diagram.line());
        properties.put("path", Value.text(path));
        properties.put("kind", Value.text(read.kind()));
        pages.statements.add(
                new NodeStatement(
                        id,
                        Value.text(diagramName(read, diagram.section())),
                        List.of("Diagram"),
                        Properties.of(properties),
                        group(),
                        true),
                at);
        edge("shows", partOrFile(diagram.section()), id, new TreeMap<>());
        new DiagramStatements(read, id, diagram.line(), document.lines(), pages.statements, at)
                .add();
    }

    private String diagramName(alchemist.exchange.mermaid.Diagram read, int section) {
        if (!read.title().isEmpty()) {
            return read.title();
        }
        return section == Document.NO_SECTION
                ? Root.name(path)
                : document.sections().get(section).heading();
    }

    private Id partOrFile(int section) {
        return section == Document.NO_SECTION ? file.id() : sectionId(key, anchor(section));
    }

    private String anchor(int section) {
        return section == Document.NO_SECTION ? "" : document.sections().get(section).anchor();
    }

    private Id group() {
        return pages.files.root().folder(Root.parent(path));
    }

    private void edge(String relation, Id from, Id to, SortedMap<String, Value> properties) {
        pages.edge(relation, from, to, properties, at);
    }

    /** The id of a section. */
    static Id sectionId(String fileKey, String anchor) {
        return Id.of("section", fileKey + "\0" + anchor);
    }

    /** A line from 1 as properties; none where it is 0. */
    private TreeMap<String, Value> line(int line) {
        TreeMap<String, Value> properties = new TreeMap<>();
        document.lines().tell(line, properties);
        return properties;
    }
}
