package alchemist.exchange.blueprint;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.DatedStatements;
import alchemist.exchange.Reading;
import alchemist.exchange.files.FileStatements;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import alchemist.exchange.folder.FolderStatements;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.folder.OpenedFiles;
import alchemist.exchange.markdown.MarkdownReader;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the definitions at a place state: things, the files that declare them, and what they have to
 * do with one another. One thread.
 */
public final class Blueprint {
    private final OpenedFiles files;
    private final DatedStatements statements = new DatedStatements();
    private final FolderStatements folders;
    private final Map<Id, Edge> edges = new LinkedHashMap<>();
    private final Map<String, OpenedFile> byPath = new HashMap<>();
    private final Set<String> folderPaths = new HashSet<>();

    /** Several reasons for the same edge are one edge that names them all. */
    private static final class Edge {
        final Id from;
        final Id to;
        final String relation;
        final TreeMap<String, Value> facts;
        final TreeMap<String, TreeSet<String>> lists = new TreeMap<>();
        final long since;

        Edge(Id from, Id to, String relation, Facts facts, long since) {
            this.from = from;
            this.to = to;
            this.relation = relation;
            this.facts = facts.values();
            this.since = since;
        }
    }

    /** Nothing yet, of opened files. */
    public Blueprint(OpenedFiles files) {
        this.files = files;
        this.folders = new FolderStatements(files, statements);
        for (OpenedFile file : files.all()) {
            byPath.put(file.path(), file);
            for (String folder = Root.parent(file.path());
                    folderPaths.add(folder) && !folder.isEmpty();
                    folder = Root.parent(folder)) {}
        }
    }

    /** All files that are read. */
    public Iterable<OpenedFile> files() {
        return files.all();
    }

    /** How people call what is opened. */
    public String label() {
        return files.label();
    }

    /** Adds a file, in its folder. */
    public Id file(SourceFile file) {
        return file(file.id(), file.path(), file.effectiveAt());
    }

    private Id file(Id id, String path, long since) {
        folders.add(Root.parent(path), since);
        NodeStatement plain = FileStatements.file(files.root(), id, path, "File", new TreeMap<>());
        // The same types as who reads pages states.
        List<String> types = MarkdownReader.isPage(path) ? List.of("File", "Page") : plain.types();
        statements.add(
                new NodeStatement(
                        id, plain.name(), types, plain.properties(), plain.group(), false),
                since);
        return id;
    }

    /** Adds the file at a path from the root, because of another one; null where none is read. */
    public @Nullable Id fileAt(String path, SourceFile because) {
        OpenedFile file = byPath.get(path);
        return file == null ? null : file(file.id(), path, because.effectiveAt());
    }

    /**
     * Reads the file at a path from the root, which only another one says is of its kind.
     *
     * @param maxBytes what is longer is not read, and told of
     * @return null where nothing can be read
     */
    public @Nullable SourceFile open(String path, int maxBytes, SourceFile because) {
        OpenedFile file = byPath.get(path);
        return file == null ? null : because.beside(file, maxBytes);
    }

    /** Adds the folder at a path from the root, because of a file; null where none is read. */
    public @Nullable Id folderAt(String path, SourceFile because) {
        if (!isFolder(path)) {
            return null;
        }
        folders.add(path, because.effectiveAt());
        return files.root().folder(path);
    }

    /** Whether files that are read are in a folder, by its path from the root. */
    public boolean isFolder(String path) {
        return folderPaths.contains(path);
    }

    /** The paths of all files that are read, from the root. */
    public Set<String> paths() {
        return byPath.keySet();
    }

    /** The id of what a file declares: of one kind, things are known by their names. */
    public static Id id(SourceFile file, String kind, String name) {
        return Id.of("definition", file.id() + "\0" + kind + "\0" + name);
    }

    /**
     * Adds something that a file declares, in the folder of the file.
     *
     * @return its id
     */
    public Id declare(SourceFile file, String type, String name, Id id, Facts facts) {
        return declare(file, type, name, id, facts, Id.NONE, false);
    }

    /**
     * Adds something that a file declares.
     *
     * @param owner what it is in, added before; NONE for the folder of the file
     * @param formsGroup whether other things are in it
     * @return its id
     */
    public Id declare(
            SourceFile file,
            String type,
            String name,
            Id id,
            Facts facts,
            Id owner,
            boolean formsGroup) {
        Id fileId = file(file);
        Id group = owner.equals(Id.NONE) ? files.root().folder(file.folder()) : owner;
        facts.text("path", file.path());
        statements.add(
                new NodeStatement(
                        id, Value.text(name), List.of(type), facts.properties(), group, formsGroup),
                file.effectiveAt());
        edge("declares", owner.equals(Id.NONE) ? fileId : owner, id, Facts.none(), file);
        return id;
    }

    /** Adds something that no file declares, such as what is elsewhere. */
    public Id external(String type, String name, Id id, Facts facts, SourceFile because) {
        statements.add(
                new NodeStatement(
                        id, Value.text(name), List.of(type), facts.properties(), Id.NONE, false),
                because.effectiveAt());
        return id;
    }

    /** Adds a library. */
    public Id library(Library library, SourceFile because) {
        statements.add(library.statement(), because.effectiveAt());
        return library.id();
    }

    /** Adds an edge between things that are added; of several alike the first stands. */
    public void edge(String relation, Id from, Id to, Facts facts, SourceFile because) {
        of(relation, from, to, facts, because);
    }

    /** Adds an edge, and one of several reasons for it. */
    public void edge(
            String relation,
            Id from,
            Id to,
            String list,
            String reason,
            Facts facts,
            SourceFile because) {
        Edge edge = of(relation, from, to, facts, because);
        if (!reason.isEmpty()) {
            edge.lists.computeIfAbsent(list, _ -> new TreeSet<>()).add(reason);
        }
    }

    private Edge of(String relation, Id from, Id to, Facts facts, SourceFile because) {
        Id id = Id.of("edge", "architecture\0" + relation + "\0" + from + "\0" + to);
        return edges.computeIfAbsent(
                id, _ -> new Edge(from, to, relation, facts, because.effectiveAt()));
    }

    /** Whether something was added. */
    public boolean has(Id thing) {
        return statements.has(thing);
    }

    /** States all of it. */
    public void state(Reading reading, String what) {
        edges.forEach(
                (id, edge) -> {
                    edge.lists.forEach(
                            (name, texts) ->
                                    edge.facts.put(
                                            name,
                                            new Value.ListOf(
                                                    texts.stream()
                                                            .<Value>map(Value::text)
                                                            .toList())));
                    statements.add(
                            new EdgeStatement(
                                    id,
                                    edge.from,
                                    edge.to,
                                    edge.relation,
                                    Properties.of(edge.facts)),
                            edge.since);
                });
        statements.state(reading, what);
    }
}
