package alchemist.exchange.markdown;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.DatedStatements;
import alchemist.exchange.Reading;
import alchemist.exchange.files.FileStatements;
import alchemist.exchange.files.Root;
import alchemist.exchange.folder.FolderStatements;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.folder.OpenedFiles;
import alchemist.exchange.markdown.Document.Diagram;
import alchemist.exchange.markdown.Document.Link;
import alchemist.exchange.markdown.Document.LinkKind;
import alchemist.exchange.markdown.Document.Mention;
import alchemist.exchange.markdown.Document.Section;
import alchemist.exchange.markdown.Document.Tag;
import alchemist.exchange.markdown.Document.Task;
import alchemist.exchange.markdown.MarkdownReading.Page;
import alchemist.exchange.mermaid.Mermaid;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What pages state: themselves, their parts, and what they lead to. */
final class PageStatements {
    /** What other readers state of a file; front matter of these names stands behind a prefix. */
    private static final Set<String> TAKEN =
            Set.of(
                    "path",
                    "size",
                    "sha256",
                    "language",
                    "lines",
                    "binary",
                    "link",
                    "target",
                    "executable",
                    "title");

    private final OpenedFiles files;
    private final List<Page> pages;
    private final Reading reading;
    private final DatedStatements statements;
    private final FolderStatements folders;
    private final Targets targets;
    private final Map<Id, Page> byFile = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    PageStatements(
            OpenedFiles files, List<Page> pages, Reading reading, DatedStatements statements) {
        this.files = files;
        this.pages = pages;
        this.reading = reading;
        this.statements = statements;
        this.folders = new FolderStatements(files, statements);
        this.targets = new Targets(files.all());
    }

    void add() {
        for (Page page : pages) {
            byFile.put(page.file().id(), page);
            for (String alias : page.document().aliases()) {
                targets.alias(alias, page.file());
            }
        }
        boolean notes = !files.isVersioned() || linksByName();
        for (Page page : pages) {
            reading.check();
            new OnePage(page, notes).add();
        }
    }

    /** Whether any page links to another by its name, as notes do. */
    private boolean linksByName() {
        for (Page page : pages) {
            for (Link link : page.document().links()) {
                if ((link.kind() == LinkKind.WIKI || link.kind() == LinkKind.EMBED)
                        && targets.byWikiName(name(link.target()), page.file().path()) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What stands before the heading or block that a link names. */
    private static String name(String target) {
        int hash = target.indexOf('#');
        return (hash < 0 ? target : target.substring(0, hash)).strip();
    }

    private static String fragment(String target) {
        int hash = target.indexOf('#');
        return hash < 0 ? "" : target.substring(hash + 1).strip();
    }

    /** The nth time that the same would get the same id. */
    private String nth(String key) {
        int n = occurrences.merge(key, 1, Integer::sum);
        return n == 1 ? key : key + "\0" + n;
    }

    private final class OnePage {
        private final Page page;
        private final OpenedFile file;
        private final Document document;
        private final String path;
        private final String key;
        private final long at;
        private final boolean notes;

        OnePage(Page page, boolean notes) {
            this.page = page;
            this.file = page.file();
            this.document = page.document();
            this.path = file.path();
            this.key = file.id().toString();
            this.at = page.effectiveAt();
            this.notes = notes;
        }

        void add() {
            addPage(page, at);
            for (int i = 0; i < document.sections().size(); i++) {
                addSection(document.sections().get(i));
            }
            for (Link link : document.links()) {
                follow(link);
            }
            for (Mention mention : document.mentions()) {
                OpenedFile target = targets.mentioned(mention.text(), path);
                if (target != null && target != file) {
                    edge(
                            "mentions",
                            file.id(),
                            stated(target),
                            place(mention.section(), mention.line()));
                }
            }
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
            statements.add(
                    new NodeStatement(
                            id,
                            Value.text(section.heading()),
                            List.of("Section"),
                            Properties.of(
                                    Map.of(
                                            "path", Value.text(path),
                                            "line", Value.integer(section.line()),
                                            "level", Value.integer(section.level()))),
                            group(),
                            false),
                    at);
            Id within =
                    section.within() == Document.NO_SECTION
                            ? file.id()
                            : sectionId(key, document.sections().get(section.within()).anchor());
            edge("has section", within, id, new TreeMap<>());
        }

        private void follow(Link link) {
            switch (link.kind()) {
                case WIKI, EMBED -> followName(link);
                case LINK, IMAGE -> followPath(link);
            }
        }

        private void followName(Link link) {
            String name = name(link.target());
            OpenedFile target = name.isEmpty() ? file : targets.byWikiName(name, path);
            String relation = link.kind() == LinkKind.EMBED ? "embeds" : "links to";
            if (target != null) {
                lead(relation, target, fragment(link.target()), link);
            } else if (notes) {
                Id missing =
                        Id.of("note", files.root().key() + "\0" + name.toLowerCase(Locale.ROOT));
                statements.add(
                        new NodeStatement(
                                missing,
                                Value.text(name),
                                List.of("Unwritten note"),
                                Properties.NONE,
                                Id.NONE,
                                false),
                        at);
                edge(relation, file.id(), missing, place(link.section(), link.line()));
            }
        }

        private void followPath(Link link) {
            String target = link.target();
            if (isAddress(target)) {
                if (link.kind() == LinkKind.LINK) {
                    addAddress(link);
                }
                return;
            }
            if (hasScheme(target)) {
                return; // mail, telephone, data: no place of its own
            }
            String plain = withoutQuery(name(target));
            OpenedFile found = plain.isEmpty() ? file : targets.byPath(plain, path);
            String relation = link.kind() == LinkKind.IMAGE ? "embeds" : "links to";
            if (found != null) {
                lead(relation, found, fragment(target), link);
                return;
            }
            String full = Targets.resolved(plain, path);
            if (full != null && !full.isEmpty() && targets.isFolder(full)) {
                folders.add(full, at);
                edge(relation, file.id(), files.root().folder(full), shown(link));
            } else if (full != null && isInside(full) && !full.isEmpty()) {
                reading.warn(
                        path + " line " + link.line(),
                        "links to '" + target + "', where nothing is");
            }
        }

        /** Leads to a file, or to the part of it that is named. */
        private void lead(String relation, OpenedFile target, String fragment, Link link) {
            Id to = stated(target);
            Page other = byFile.get(target.id());
            Section section =
                    other == null || fragment.isEmpty()
                            ? null
                            : section(other.document(), fragment);
            if (section != null) {
                to = sectionId(target.id().toString(), section.anchor());
            } else if (target == file) {
                return; // to itself as a whole says nothing
            }
            edge(relation, file.id(), to, shown(link));
        }

        private void addAddress(Link link) {
            String address = withoutFragment(link.target());
            Id id = Id.of("url", address);
            statements.add(
                    new NodeStatement(
                            id,
                            Value.text(spoken(address)),
                            List.of("Web page"),
                            Properties.of("url", Value.text(address)),
                            Id.NONE,
                            false),
                    at);
            edge("links to", file.id(), id, shown(link));
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
            statements.add(
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
            Id id = Id.of("task", nth(key + "\0" + task.text()));
            TreeMap<String, Value> properties = line(task.line());
            properties.put("path", Value.text(path));
            properties.put("done", Value.flag(task.done()));
            statements.add(
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
            Id id = Id.of("diagram", nth(key + "\0" + anchor));
            String where = path + " line ";
            alchemist.exchange.mermaid.Diagram read = Mermaid.parse(diagram.text());
            for (alchemist.exchange.mermaid.Problem problem : read.problems()) {
                reading.warn(where + (diagram.line() + problem.line() - 1), problem.what());
            }
            TreeMap<String, Value> properties = line(diagram.line());
            properties.put("path", Value.text(path));
            properties.put("kind", Value.text(read.kind()));
            statements.add(
                    new NodeStatement(
                            id,
                            Value.text(diagramName(read, diagram.section())),
                            List.of("Diagram"),
                            Properties.of(properties),
                            group(),
                            true),
                    at);
            edge("shows", partOrFile(diagram.section()), id, new TreeMap<>());
            new DiagramStatements(read, id, diagram.line(), statements, at).add();
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

        /** Where a link stands, and what it shows where that is not its target. */
        private SortedMap<String, Value> shown(Link link) {
            SortedMap<String, Value> place = place(link.section(), link.line());
            if (!link.text().isEmpty() && !link.text().equals(link.target())) {
                place.put("text", Value.text(link.text()));
            }
            return place;
        }

        private SortedMap<String, Value> place(int section, int line) {
            TreeMap<String, Value> place = line(line);
            if (section != Document.NO_SECTION) {
                place.put("section", Value.text(document.sections().get(section).heading()));
            }
            return place;
        }

        private Id group() {
            return files.root().folder(Root.parent(path));
        }

        /** The file that something leads to, stated by this source as well. */
        private Id stated(OpenedFile target) {
            Page other = byFile.get(target.id());
            if (other != null) {
                addPage(other, Math.max(at, other.effectiveAt()));
            } else if (!statements.has(target.id())) {
                addFile(target, new TreeMap<>(), List.of("File"), at);
            }
            return target.id();
        }

        private void edge(String relation, Id from, Id to, SortedMap<String, Value> properties) {
            statements.add(
                    new EdgeStatement(
                            Id.of("edge", "markdown\0" + relation + "\0" + from + "\0" + to),
                            from,
                            to,
                            relation,
                            Properties.of(properties)),
                    at);
        }

        private void addPage(Page one, long since) {
            Document said = one.document();
            TreeMap<String, Value> properties = new TreeMap<>();
            said.frontMatter()
                    .forEach(
                            (name, value) ->
                                    properties.put(
                                            TAKEN.contains(name) ? "front." + name : name, value));
            if (!said.title().isEmpty()) {
                properties.put("title", Value.text(said.title()));
            }
            if (!said.aliases().isEmpty()) {
                properties.put(
                        "aliases",
                        new Value.ListOf(said.aliases().stream().<Value>map(Value::text).toList()));
            }
            boolean page = MarkdownReader.isPage(one.file().path());
            addFile(
                    one.file(),
                    properties,
                    page ? List.of("File", "Page") : List.of("File"),
                    since);
        }

        private void addFile(
                OpenedFile one, TreeMap<String, Value> properties, List<String> types, long since) {
            folders.add(Root.parent(one.path()), at);
            NodeStatement plain =
                    FileStatements.file(files.root(), one.id(), one.path(), "File", properties);
            statements.add(
                    new NodeStatement(
                            plain.node(),
                            plain.name(),
                            types,
                            plain.properties(),
                            plain.group(),
                            false),
                    since);
        }
    }

    private boolean isInside(String path) {
        return files.prefix().isEmpty() || path.startsWith(files.prefix() + "/");
    }

    private static Id sectionId(String fileKey, String anchor) {
        return Id.of("section", fileKey + "\0" + anchor);
    }

    /** The section that a link names: by its anchor, or by its words as notes do. */
    private static @Nullable Section section(Document document, String fragment) {
        String last = fragment.substring(fragment.lastIndexOf('#') + 1);
        String anchor = Anchors.of(last);
        for (Section section : document.sections()) {
            if (section.anchor().equals(fragment)
                    || section.anchor().equals(anchor)
                    || section.heading().equalsIgnoreCase(last)) {
                return section;
            }
        }
        return null;
    }

    private static TreeMap<String, Value> line(int line) {
        TreeMap<String, Value> properties = new TreeMap<>();
        if (line > 0) {
            properties.put("line", Value.integer(line));
        }
        return properties;
    }

    private static boolean isAddress(String target) {
        String lower = target.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    private static boolean hasScheme(String target) {
        int colon = target.indexOf(':');
        int slash = target.indexOf('/');
        return target.startsWith("//") || (colon > 1 && (slash < 0 || colon < slash));
    }

    private static String withoutQuery(String path) {
        int mark = path.indexOf('?');
        return mark < 0 ? path : path.substring(0, mark);
    }

    private static String withoutFragment(String address) {
        int hash = address.indexOf('#');
        return hash < 0 ? address : address.substring(0, hash);
    }

    /** An address as people say it. */
    private static String spoken(String address) {
        try {
            URI uri = new URI(address);
            String path = uri.getPath() == null || uri.getPath().equals("/") ? "" : uri.getPath();
            return uri.getHost() == null ? address : uri.getHost() + path;
        } catch (URISyntaxException e) {
            return address;
        }
    }
}
