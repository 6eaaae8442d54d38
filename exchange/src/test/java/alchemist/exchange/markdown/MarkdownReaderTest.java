package alchemist.exchange.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Shared;
import alchemist.exchange.Warning;
import alchemist.exchange.folder.FolderReader;
import alchemist.exchange.git.Repositories;
import alchemist.exchange.git.TestRepository;
import alchemist.exchange.imports.FolderTesting;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class MarkdownReaderTest extends FolderTesting {
    private final Repositories repositories = new Repositories();
    private final MarkdownReader reader = new MarkdownReader(repositories);

    MarkdownReaderTest() {
        super("notes");
    }

    @Test
    void aPageIsItsFileWithSectionsAndLeadsToOtherPagesAndTheirParts() throws IOException {
        write("README.md", "# Hello\n\nSee [zoom](docs/map.md#zoom-in) and [docs](docs/).\n");
        write("docs/map.md", "# Map\n\n## Zoom in\n\nBack to [the top](../README.md).\n");
        assertEquals(ImportState.APPLIED, read().state());
        assertEquals(
                List.of(
                        "Map has section Zoom in",
                        "README.md has section Hello",
                        "README.md links to Zoom in [zoom]",
                        "README.md links to docs [docs]",
                        "map.md has section Map",
                        "map.md links to README.md [the top]"),
                edges());
        NodeStatement page = named("README.md");
        assertEquals(List.of("File", "Page"), page.types());
        assertEquals(Value.text("Hello"), page.properties().find("title"));
        NodeStatement zoom = named("Zoom in");
        assertEquals(Value.text("docs/map.md"), zoom.properties().find("path"));
        assertEquals(Value.integer(3), zoom.properties().find("line"));
        assertEquals(Value.text("docs"), node(zoom.group()).name());
    }

    @Test
    void filesAreTheSameNodesAsTheFoldersAndNothingDisagrees() throws IOException {
        write("a.md", "[b](b.md) `App.java`\n");
        write("b.md", "");
        write("src/App.java", "class App {}\n");
        ImportsTesting.run(workspace, top, new FolderReader(repositories), reader);
        Source folder = workspace.sourceOf("folder");
        Source pages = workspace.sourceOf("markdown");
        for (NodeStatement node : pages.nodes.values()) {
            NodeStatement other = folder.nodes.get(node.node());
            assertNotNull(other, node.toString());
            assertEquals(other.name(), node.name());
            assertEquals(other.group(), node.group());
        }
        assertEquals(2, pages.edges.size());
    }

    @Test
    void diagramsOfPlantUmlAreReadInPagesAndFilesAndLeadToWhatTheyTakeIn() throws IOException {
        write(
                "a.md",
                "# A\n\n```plantuml\nAlice -> Bob: hi\nwhat is this\n```\n\n```\n@startuml\nclass C\n```\n");
        write(
                "shop.puml",
                "!include parts/all.iuml\n@startuml shop\n[Web] --> [Data]\n@enduml\n@startuml\nX <|-- Y\n");
        write("parts/all.iuml", "!define X 3\n");
        write("b.plantuml", "!include gone.puml\nAnn -> Ben\n");
        assertEquals(
                List.of(
                        "a.md line 5: not understood: 'what is this'",
                        "b.plantuml line 1: links to 'gone.puml', where nothing is"),
                read().warnings().stream().map(w -> w.where() + ": " + w.what()).sorted().toList());
        assertEquals(
                List.of(
                        "A shows A",
                        "Alice sends Bob {hi}",
                        "Ann sends Ben {calls}",
                        "Web uses Data",
                        "Y extends X",
                        "a.md has section A",
                        "b.plantuml shows b.plantuml",
                        "shop.puml embeds all.iuml",
                        "shop.puml shows shop",
                        "shop.puml shows shop.puml"),
                edges());
        assertEquals(Value.integer(3), named("Web").properties().find("line"));
        assertEquals(List.of("File"), named("all.iuml").types());
    }

    @Test
    void notesLeadToEachOtherByNameAliasTagAndToWhatIsNotWrittenYet() throws IOException {
        write("Deep/Where it is.md", "---\naliases: [Place]\n---\n#topic/part\n## Inside\n");
        write("start.md", "[[where it is#Inside|in]] [[place]] ![[pic.png]] [[Later]]\n");
        write("pic.png", "x");
        read();
        assertEquals(
                List.of(
                        "#topic/part is a kind of #topic",
                        "Where it is.md has section Inside",
                        "Where it is.md tagged with #topic/part",
                        "start.md embeds pic.png",
                        "start.md links to Inside [in]",
                        "start.md links to Later",
                        "start.md links to Where it is.md"),
                edges());
        assertEquals(List.of("Unwritten note"), named("Later").types());
    }

    @Test
    void notesAlsoLeadByPathsToWhatLiesElsewhere() throws IOException {
        write("Attachments/my base.png", "x");
        write(
                "Views/Table.md",
                "![](my%20base.png#part) [c](Card.md) [g](../Card.md) [h](Gone.md)\n");
        write("Deep/Card.md", "# Card\n");
        ImportRun run = read();
        assertEquals(
                List.of(
                        "Card.md has section Card",
                        "Table.md embeds my base.png",
                        "Table.md links to Card.md [c]"),
                edges());
        assertEquals(
                List.of(
                        "Views/Table.md line 1: links to '../Card.md', where nothing is",
                        "Views/Table.md line 1: links to 'Gone.md', where nothing is"),
                run.warnings().stream().map(MarkdownReaderTest::told).toList());
    }

    @Test
    void inARepositoryWhatLooksLikeANoteIsNoneUnlessPagesLinkByName() throws IOException {
        TestRepository git = TestRepository.create(top);
        write("a.md", "[[nobody]] #define is no tag\n");
        git.commit("pages");
        read();
        assertEquals(List.of(), edges());
        write("b.md", "[[a]]\n");
        read();
        assertEquals(
                List.of("a.md links to nobody", "a.md tagged with #define", "b.md links to a.md"),
                edges());
    }

    @Test
    void addressesAreWebPagesAndTasksAreThings() throws IOException {
        write("a.md", "# Plan\n[x](https://a.example/p#q)\n- [x] done\n- [ ] open\n");
        read();
        assertEquals(
                List.of(
                        "Plan has task done",
                        "Plan has task open",
                        "a.md has section Plan",
                        "a.md links to a.example/p [x]"),
                edges());
        assertEquals(Value.flag(true), named("done").properties().find("done"));
        assertEquals(
                Value.text("https://a.example/p"), named("a.example/p").properties().find("url"));
    }

    @Test
    void diagramsAreGroupsThatSectionsShow() throws IOException {
        write(
                "a.md",
                """
                # Flow

                ```mermaid
                flowchart LR
                  a[Ask] -->|yes| b[Answer]
                  subgraph s [Later]
                    c
                  end
                ```
                """);
        write("one.mmd", "graph TD\n  x --> y\n");
        read();
        assertTrue(named("Flow", "Diagram").formsGroup());
        assertEquals(named("Flow", "Diagram").node(), named("Ask").group());
        assertEquals(named("Later").node(), named("c").group());
        assertEquals(
                List.of(
                        "Ask leads to Answer {yes}",
                        "Flow shows Flow",
                        "a.md has section Flow",
                        "one.mmd shows one.mmd",
                        "x leads to y"),
                edges());
        assertEquals(Value.integer(5), named("Ask").properties().find("line"));
    }

    @Test
    void aLinkToThePageThatASiteMakesLeadsToWhatItIsMadeOf() throws IOException {
        write("book/src/ch01.md", "# Begin\n[two](ch02.html#keys) [start](index.html)\n");
        write("book/src/ch02.md", "# Two\n## Keys\n[up](../more.html) [gone](ch03.html)\n");
        write("book/src/README.md", "[std](../std/vec.html) [one](./ch01.html)\n");
        write("book/src/made.html", "<p></p>\n");
        write("book/src/made.md", "[itself](made.html)\n");
        write("post.md", "<a :href=\"post.url\" data-src='x.png'>x</a> <a href='away'>y</a>\n");
        ImportRun run = read();
        assertEquals(
                List.of(
                        "README.md links to ch01.md [one]",
                        "Two has section Keys",
                        "ch01.md has section Begin",
                        "ch01.md links to Keys [two]",
                        "ch01.md links to README.md [start]",
                        "ch02.md has section Two",
                        "made.md links to made.html [itself]"),
                edges());
        assertEquals(
                List.of(
                        "book/src/ch02.md line 3: links to 'ch03.html', where nothing is",
                        "post.md line 1: links to 'away', where nothing is"),
                run.warnings().stream().map(w -> w.where() + ": " + w.what()).toList());
    }

    @Test
    void whatLeadsNowhereIsToldAndWhatLeadsOutIsNot() throws IOException {
        write(
                "a/b.md",
                "[x](gone.md)\n[y](../../out.md) [z](mailto:a@example.org) [w](?q) [v](#none)\n");
        ImportRun run = read();
        assertEquals(
                List.of("a/b.md line 1: links to 'gone.md', where nothing is"),
                run.warnings().stream().map(MarkdownReaderTest::told).toList());
        assertEquals(List.of(), edges());
    }

    private static String told(Warning warning) {
        return warning.where() + ": " + warning.what();
    }

    @Test
    void readAgainOnlyWhatDiffersIsStated() throws IOException {
        write("a.md", "# One\n[b](b.md)\n");
        write("b.md", "# Two\n");
        read();
        int commands = workspace.commands.size();
        assertEquals(ImportState.UNCHANGED, read().state());
        assertEquals(commands, workspace.commands.size());
        write("b.md", "# Three\n");
        read();
        assertTrue(edges().contains("b.md has section Three"));
        assertFalse(edges().contains("b.md has section Two"));
        Files.delete(top.resolve("b.md"));
        read();
        assertEquals(List.of("a.md has section One"), edges());
    }

    @Test
    void otherEncodingsAreReadOrTold() throws IOException {
        Files.write(top.resolve("bom.md"), "\uFEFF# Bom\n".getBytes(StandardCharsets.UTF_8));
        Files.write(top.resolve("wide.md"), "\uFEFF# Wide\n".getBytes(StandardCharsets.UTF_16LE));
        Files.write(
                top.resolve("latin.md"), "# Stra\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1));
        ImportRun run = read();
        assertEquals(
                List.of(
                        "bom.md has section Bom",
                        "latin.md has section Stra\uFFFDe",
                        "wide.md has section Wide"),
                edges());
        assertEquals(1, run.warnings().size());
        assertTrue(run.warnings().getFirst().what().contains("is no UTF-8"));
    }

    @Test
    void aPageAloneIsReadWithTheSameIds() throws IOException {
        write("a.md", "# A\n");
        read();
        Source whole = workspace.only().nodes.isEmpty() ? null : workspace.sourceOf("markdown");
        SimulatedWorkspace other = new SimulatedWorkspace();
        ImportsTesting.run(other, top.resolve("a.md"), reader);
        assertNotNull(whole);
        assertEquals(whole.nodes.keySet(), other.only().nodes.keySet());
    }

    /**
     * Pages, headings and tasks of vaults that others wrote. Counted by a script that leaves out
     * front matter and fences, and then counts the lines that look like {@code # x} and {@code -
     * [x] y}.
     */
    @Test
    void vaultsOfOthersAreReadWhole() throws IOException {
        assertVault("foam-docs", 28, 250, 0);
        assertVault("tasks-demo", 27, 151, 111);
        assertVault("dataview-test-vault", 21, 17, 19);
    }

    private void assertVault(String name, int pages, int sections, int tasks) throws IOException {
        SimulatedWorkspace other = new SimulatedWorkspace();
        ImportsTesting.run(other, Shared.data("inputs/vault/" + name), reader);
        assertEquals(pages, count(other, "Page"), name);
        assertEquals(sections, count(other, "Section"), name);
        assertEquals(tasks, count(other, "Task"), name);
    }

    private static long count(SimulatedWorkspace workspace, String type) {
        return workspace.only().nodes.values().stream()
                .filter(node -> node.types().contains(type))
                .count();
    }

    @Test
    void pathsFromTheRootOfASiteAreFoundAboveThePage() throws IOException {
        write("src/main.ts", "\n");
        write("www/static/img/logo.svg", "<svg/>\n");
        write("www/docs/server/routers.mdx", "# Routers\n");
        write(
                "www/docs/client/start.md",
                """
                [r](/docs/server/routers#routers) ![l](/img/logo.svg) [f](/docs/server)
                [s](/blog/of-the-site) [g](/src/gone.ts) [m](../server/routers)
                """);
        ImportRun run = read();
        assertEquals(
                List.of(
                        "routers.mdx has section Routers",
                        "start.md embeds logo.svg [l]",
                        "start.md links to Routers [r]",
                        "start.md links to routers.mdx [m]",
                        "start.md links to server [f]"),
                edges());
        assertEquals(
                List.of(
                        "www/docs/client/start.md line 2: links to '/src/gone.ts', where nothing is"),
                run.warnings().stream().map(MarkdownReaderTest::told).toList());
    }

    @Test
    void pagesThatASiteServesAsFoldersLeadToThoseBesideThem() throws IOException {
        write("docs/api.md", "# Keys\n");
        write("docs/start.md", "[k](../api/#keys) [a](../api) [l](../../account/login/)\n");
        write("docs/files.md", "[gone](../api.md) [folder](../../gone/) [root](../)\n");
        write("top.md", "[a](../docs/api/)\n");
        write("docs/README.md", "[gone](./../api/)\n");
        ImportRun run = read();
        assertEquals(
                List.of(
                        "api.md has section Keys",
                        "start.md links to Keys [k]",
                        "start.md links to api.md [a]",
                        "top.md links to api.md [a]"),
                edges());
        assertEquals(
                List.of(
                        "docs/README.md line 1: links to './../api/', where nothing is",
                        "docs/files.md line 1: links to '../api.md', where nothing is"),
                run.warnings().stream().map(MarkdownReaderTest::told).toList());
    }

    @Test
    void pagesLeadToWhatTheLinksOfTheFileSystemLeadTo() throws IOException {
        write("LICENSE", "free\n");
        write("docs/guide/start.md", "# Start\n");
        write("core/a.md", "[l](LICENSE) [g](/book/start.md) [f](/book) [o](out) [n](loop/x)\n");
        Files.createSymbolicLink(top.resolve("core/LICENSE"), Path.of("../LICENSE"));
        Files.createSymbolicLink(top.resolve("book"), Path.of("docs/guide"));
        Files.createSymbolicLink(top.resolve("core/out"), Path.of("../../elsewhere"));
        Files.createSymbolicLink(top.resolve("core/loop"), Path.of("loop"));
        ImportRun run = read();
        assertEquals(
                List.of(
                        "a.md links to LICENSE [l]",
                        "a.md links to guide [f]",
                        "a.md links to start.md [g]",
                        "start.md has section Start"),
                edges());
        assertEquals(
                List.of("core/a.md line 1: links to 'loop/x', where nothing is"),
                run.warnings().stream().map(MarkdownReaderTest::told).toList());
    }

    private ImportRun read() throws IOException {
        return readBy(reader);
    }

    private List<String> edges() {
        TreeSet<String> told = new TreeSet<>();
        for (EdgeStatement edge : workspace.sourceOf("markdown").edges.values()) {
            String text = edge.properties().find("text") instanceof Value.Text(String t) ? t : "";
            boolean link = edge.type().equals("links to") || edge.type().equals("embeds");
            told.add(
                    name(edge.from())
                            + " "
                            + edge.type()
                            + " "
                            + name(edge.to())
                            + (text.isEmpty() ? "" : link ? " [" + text + "]" : " {" + text + "}"));
        }
        return List.copyOf(told);
    }

    private String name(Id id) {
        return node(id).name() instanceof Value.Text(String text) ? text : "";
    }

    private NodeStatement node(Id id) {
        NodeStatement node = workspace.sourceOf("markdown").nodes.get(id);
        assertNotNull(node);
        return node;
    }

    private NodeStatement named(String name) {
        return named(name, "");
    }

    private NodeStatement named(String name, String type) {
        return workspace.sourceOf("markdown").nodes.values().stream()
                .filter(n -> n.name().equals(Value.text(name)))
                .filter(n -> type.isEmpty() || n.types().contains(type))
                .findFirst()
                .orElseThrow();
    }
}
