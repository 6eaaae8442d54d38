package alchemist.exchange.markdown;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.DatedStatements;
import alchemist.exchange.files.FileStatements;
import alchemist.exchange.files.Root;
import alchemist.exchange.folder.FolderStatements;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.folder.OpenedFiles;
import alchemist.exchange.markdown.MarkdownReading.Page;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pages that are read together, as nodes of their files; and where their links may lead. */
final class Pages {
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

    final OpenedFiles files;
    final DatedStatements statements;
    final FolderStatements folders;
    final Targets targets;
    private final Map<Id, Page> byFile = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    Pages(OpenedFiles files, List<Page> all, DatedStatements statements) {
        this.files = files;
        this.statements = statements;
        this.folders = new FolderStatements(files, statements);
        this.targets = new Targets(files.all(), files.links());
        for (Page page : all) {
            byFile.put(page.file().id(), page);
            for (String alias : page.document().aliases()) {
                targets.alias(alias, page.file());
            }
        }
    }

    /** The page that a file is; null where it is none that is read. */
    @Nullable Page of(OpenedFile file) {
        return byFile.get(file.id());
    }

    /** The nth time that the same would get the same id. */
    String nth(String key) {
        int n = occurrences.merge(key, 1, Integer::sum);
        return n == 1 ? key : key + "\0" + n;
    }

    /** The file that something leads to since a time, stated by this source as well. */
    Id stated(OpenedFile target, long at) {
        Page other = byFile.get(target.id());
        if (other != null) {
            addPage(other, Math.max(at, other.effectiveAt()), at);
        } else if (!statements.has(target.id())) {
            addFile(target, new TreeMap<>(), List.of("File"), at, at);
        }
        return target.id();
    }

    void edge(String relation, Id from, Id to, SortedMap<String, Value> properties, long at) {
        statements.add(
                new EdgeStatement(
                        Id.of("edge", "markdown\0" + relation + "\0" + from + "\0" + to),
                        from,
                        to,
                        relation,
                        Properties.of(properties)),
                at);
    }

    /**
     * Adds a page with its front matter.
     *
     * @param since when it is what it is
     * @param folderSince when its folder is said to be there
     */
    void addPage(Page one, long since, long folderSince) {
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
                since,
                folderSince);
    }

    private void addFile(
            OpenedFile one,
            TreeMap<String, Value> properties,
            List<String> types,
            long since,
            long folderSince) {
        folders.add(Root.parent(one.path()), folderSince);
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

    /** Whether a path from the root is in what is opened. */
    boolean isInside(String path) {
        return files.prefix().isEmpty() || path.startsWith(files.prefix() + "/");
    }
}
