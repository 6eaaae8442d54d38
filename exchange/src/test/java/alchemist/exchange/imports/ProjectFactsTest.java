package alchemist.exchange.imports;

import static alchemist.exchange.imports.ImportsTesting.all;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import alchemist.exchange.Place;
import alchemist.exchange.code.ParsersTesting;
import alchemist.graph.Graph;
import alchemist.graph.read.Direction;
import alchemist.graph.read.NeighborRead;
import alchemist.graph.read.NodePage;
import alchemist.graph.read.NodeSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people who know this project know of it, chosen by hand: opening the project must find it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProjectFactsTest {
    private static final int MANY_COMMITS = 100;

    private static final List<String> RELATIONS =
            List.of(
                    "implements",
                    "extends",
                    "calls",
                    "creates",
                    "imports",
                    "tests",
                    "links to",
                    "mentions",
                    "has section",
                    "depends on",
                    "inherits from",
                    "declares",
                    "changes",
                    "authored by");

    /** From a thing, by a relation, to a thing; each is a name and a type. */
    private static final List<String> FACTS =
            List.of(
                    // Which type is what.
                    "GraphView:Class implements View:Interface",
                    "WorkspaceDecider:Class implements Reversible:Interface",
                    "Reversible:Interface extends Decider:Interface",
                    "FileLog:Class implements Log:Interface",
                    "GitReader:Class implements Reader:Interface",
                    "MarkdownReader:Class implements Reader:Interface",
                    "Repositories:Class implements FileKeys:Interface",
                    "CorruptLog:Class extends LogException:Class",
                    // Which code calls and makes what.
                    "seal:Method calls begin:Method",
                    "handOverIfIdle:Method calls isIdle:Method",
                    "process:Method calls recoverAfterFailure:Method",
                    "rehash:Method calls insert:Method",
                    "recoverAfterFailure:Method calls rebuild:Method",
                    "ofOneRun:Method creates GitReader:Constructor",
                    "run:Method creates DatedStatements:Constructor",
                    // Which file needs which.
                    "GraphView.java:File imports View.java:File",
                    "Writer.java:File imports Submission.java:File",
                    "Appender.java:File imports Log.java:File",
                    "MarkdownReader.java:File imports Repositories.java:File",
                    "main.tsx:File imports react-dom:Library",
                    // Which test is of what.
                    "GitReaderTest.java:File tests GitReader.java:File",
                    "ArrowsReaderTest.java:File tests ArrowsReader.java:File",
                    "FolderReaderTest.java:File tests FolderReader.java:File",
                    "camera.test.ts:File tests camera.ts:File",
                    // Which document tells of what.
                    "README.md:Page links to ARCHITECTURE.md:Page",
                    "ARCHITECTURE.md:Page links to durability.md:Page",
                    "ARCHITECTURE.md:Page links to engine.md:Page",
                    "README.md:Page links to arrows.md:Page",
                    "Readers:Section has section Ids:Section",
                    // Which module needs which, and which library code and manifest name alike.
                    "engine:Module depends on log:Module",
                    "exchange:Module inherits from alchemist:Module",
                    "pom.xml:File declares kernel:Module",
                    "alchemist-web:Module depends on react-dom:Library",
                    // Who did what, and what first.
                    "Send again a reactor's commands that were refused between accepted ones, also"
                            + " after a crash:Commit changes ReactorRunner.java:File");

    @TempDir static Path folder;
    private RealWorkspace workspace;
    private Graph graph;

    @BeforeAll
    void open() throws Exception {
        Path project = project();
        Assumptions.assumeTrue(
                Files.exists(project.resolve(".git")), "skipped: needs the project's repository");
        workspace = new RealWorkspace(folder.resolve("data"));
        Imports imports = new Imports(workspace.workplace(), ParsersTesting::readers);
        ImportRun run = imports.start(Place.at(project), all());
        assertEquals(ImportState.APPLIED, run.ended().join(), () -> run.error().toString());
        graph = workspace.graph();
    }

    @AfterAll
    void close() throws Exception {
        if (workspace != null) {
            workspace.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> isInTheGraph() {
        // A shallow clone knows less.
        boolean whole = graph.statistics().types().getOrDefault("Commit", 0) > MANY_COMMITS;
        return FACTS.stream()
                .filter(fact -> whole || !fact.contains(":Commit "))
                .map(fact -> DynamicTest.dynamicTest(fact, () -> assertFact(fact)));
    }

    private void assertFact(String fact) {
        // The relation stands behind the first type, whose name has no space.
        int relationAt = -1;
        String relation = "";
        for (String one : RELATIONS) {
            int at = fact.indexOf(" " + one + " ");
            if (at > 0 && (relationAt < 0 || at < relationAt) && fact.lastIndexOf(':', at) > 0) {
                relationAt = at;
                relation = one;
            }
        }
        String from = fact.substring(0, relationAt);
        String to = fact.substring(relationAt + relation.length() + 2);
        List<NodeSummary> sources = named(from);
        assertFalse(sources.isEmpty(), "there is no " + from);
        for (NodeSummary source : sources) {
            for (NeighborRead one :
                    graph.neighbors(source.id(), relation, Direction.OUT, 10_000, "").items()) {
                if (is(one.node(), to)) {
                    return;
                }
            }
        }
        fail(fact);
    }

    private List<NodeSummary> named(String thing) {
        int colon = thing.lastIndexOf(':');
        List<NodeSummary> all = new ArrayList<>();
        String cursor = "";
        do {
            NodePage page =
                    graph.nodes(thing.substring(colon + 1), thing.substring(0, colon), 500, cursor);
            page.items().stream().filter(node -> is(node, thing)).forEach(all::add);
            cursor = page.cursor();
        } while (!cursor.isEmpty());
        return all;
    }

    private static boolean is(NodeSummary node, String thing) {
        int colon = thing.lastIndexOf(':');
        return node.name().text().equals(thing.substring(0, colon))
                && node.types().contains(thing.substring(colon + 1));
    }

    private static Path project() {
        Path up = Path.of("").toAbsolutePath();
        while (up.getParent() != null && !Files.exists(up.resolve("alchemist"))) {
            up = up.getParent();
        }
        return up;
    }
}
