package alchemist.exchange.git;

import static alchemist.exchange.git.TestRepository.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.domain.sources.SourcesCommand.StateBatch;
import alchemist.exchange.Place;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is stated of commits, and of what they change. */
final class GitReaderTest extends GitTesting {
    @Test
    void statesCommitsFilesFoldersAndPeopleInTheirGroups() throws IOException {
        repository.write("src/main/App.java", "class App {}\n").write("README.md", "# Hi\nyou\n");
        String first = repository.commit("Begin\n\nAll of it.");
        repository.as("Bob", "bob@example.org").write("README.md", "# Hello\nyou\n");
        String second = repository.commit("Greet better");
        assertEquals(ImportState.APPLIED, read().state());

        NodeStatement commit = node(GitIds.commit(first));
        assertEquals(Value.text("Begin"), commit.name());
        assertEquals(List.of("Commit"), commit.types());
        assertEquals(Value.text(first), commit.properties().find("hash"));
        assertEquals(Value.text("Begin\n\nAll of it."), commit.properties().find("message"));
        assertEquals(new Value.DateTime(START, 0, 7200, ""), commit.properties().find("committed"));
        NodeStatement year = node(commit.group());
        assertEquals(Value.text("2020"), year.name());
        NodeStatement history = node(year.group());
        assertEquals(Value.text("History"), history.name());
        NodeStatement top = node(history.group());
        assertEquals(List.of("Repository"), top.types());
        assertEquals(Value.text("project"), top.name());

        NodeStatement app = file("src/main/App.java");
        assertEquals(Value.text("App.java"), app.name());
        assertEquals(Value.text("Java"), app.properties().find("language"));
        NodeStatement main = node(app.group());
        assertEquals(Value.text("main"), main.name());
        assertTrue(main.formsGroup());
        assertEquals(List.of("Folder"), main.types());
        NodeStatement root = node(node(main.group()).group());
        assertEquals(Value.text("project"), root.name());
        assertEquals(top.node(), root.group());

        List<NodeStatement> people = ofType("Person");
        assertEquals(2, people.size());
        NodeStatement ada = node(Id.of("secret person", "ada@example.org"));
        assertEquals(new Value.Personal(ada.node(), "Ada Lovelace"), ada.name());
        assertEquals(
                new Value.Personal(ada.node(), "ada@example.org"), ada.properties().find("email"));
        assertEquals(Value.text("People"), node(ada.group()).name());

        assertEquals(
                new TreeSet<>(
                        List.of(
                                "Begin -authored by-> Ada Lovelace",
                                "Begin -changes-> App.java",
                                "Begin -changes-> README.md",
                                "Greet better -authored by-> Bob",
                                "Greet better -changes-> README.md",
                                "Greet better -follows-> Begin",
                                "main -points to-> Greet better")),
                edges());
        EdgeStatement change = edge(second, file("README.md").node());
        assertEquals(Value.text("M"), change.properties().find("kind"));
        assertEquals(Value.integer(1), change.properties().find("added"));
        assertEquals(Value.integer(1), change.properties().find("deleted"));
    }

    @Test
    void mentionsLeadToIssuesAndPullRequests() throws IOException {
        repository.git("remote", "add", "origin", "https://ann:secret@github.com/acme/tool.git");
        repository.write("a", "1").commit("Begin, as in #7");
        repository.write("a", "2").commit("Mend it (#8)\n\nFixes acme/tool#7, like other/lib#3");
        assertEquals(ImportState.APPLIED, read().state());
        assertEquals(
                new TreeSet<>(List.of("#7", "other/lib#3")),
                ofType("Issue").stream()
                        .map(issue -> ((Value.Text) issue.name()).value())
                        .collect(Collectors.toCollection(TreeSet::new)));
        NodeStatement pull = ofType("PullRequest").getFirst();
        assertEquals(Value.text("#8"), pull.name());
        assertEquals(Value.integer(8), pull.properties().find("number"));
        NodeStatement group = node(pull.group());
        assertEquals(Value.text("Issues"), group.name());
        assertEquals(List.of("Repository"), node(group.group()).types());
        assertTrue(
                edges().containsAll(
                                List.of(
                                        "Begin, as in #7 -mentions-> #7",
                                        "Mend it (#8) -mentions-> #7",
                                        "Mend it (#8) -mentions-> #8",
                                        "Mend it (#8) -mentions-> other/lib#3")),
                () -> edges().toString());
        assertEquals(fresh(), workspace.only());
        assertFalse(workspace.only().toString().contains("secret@"));

        repository.write("a", "3").commit("Merge pull request #7 from acme/x");
        read();
        assertEquals(2, ofType("PullRequest").size(), "what was taken for an issue is none");
        assertEquals(fresh(), workspace.only());
    }

    @Test
    void aRenameKeepsTheFileAndMovesIt() throws IOException {
        repository.write("a/one.txt", "1\n2\n3\n4\n5\n").commit("one");
        read();
        Id one = file("a/one.txt").node();
        repository.move("a/one.txt", "b/two.txt");
        String moved = repository.commit("moved");
        read();
        assertEquals(one, file("b/two.txt").node());
        assertEquals(Value.text("two.txt"), file("b/two.txt").name());
        assertEquals(Value.text("b"), node(file("b/two.txt").group()).name());
        assertEquals(List.of("b"), folders());
        EdgeStatement change = edge(moved, one);
        assertEquals(Value.text("R"), change.properties().find("kind"));
        assertEquals(Value.text("a/one.txt"), change.properties().find("was"));
        assertEquals(fresh(), workspace.only());
    }

    @Test
    void aFileThatIsBornAgainIsAnotherOne() throws IOException {
        repository.write("x.txt", "first\n").write("y.txt", "z\n").commit("born");
        read();
        Id first = file("x.txt").node();
        repository.delete("x.txt").commit("gone");
        read();
        assertEquals(List.of("y.txt"), paths());
        repository.write("x.txt", "quite another thing\n").commit("again");
        read();
        assertNotEquals(first, file("x.txt").node());
        assertEquals(fresh(), workspace.only());
        assertEquals(3, ofType("Commit").size());
    }

    @Test
    void filesLiveFromBirthToDeletionAtTheirTimes() throws IOException {
        repository.write("d/x.txt", "x\n").write("y.txt", "y\n").commit("one");
        repository.delete("d/x.txt").commit("two");
        read();
        Id folderId = root().folder("d");
        Id fileId = root().file("d/x.txt");
        List<String> told = new ArrayList<>();
        for (Submission submission : workspace.commands) {
            if (submission.command() instanceof StateBatch batch) {
                long second = submission.envelope().effectiveAt() / 1_000_000 - START;
                batch.nodes().stream()
                        .filter(n -> n.node().equals(fileId) || n.node().equals(folderId))
                        .forEach(n -> told.add(second + " +" + text(n.name())));
                batch.withdrawn()
                        .forEach(w -> told.add(second + " -" + (w.equals(fileId) ? "x" : "d")));
            }
        }
        assertEquals(List.of("0 +d", "0 +x.txt", "3600 -x", "3600 -d"), told);
    }

    @Test
    void unchangedRefsSendNothingAndNewCommitsOnlyThemselves() throws IOException {
        repository.write("a.txt", "a\n").commit("one");
        read();
        int count = workspace.commands.size();
        assertEquals(ImportState.UNCHANGED, read().state());
        assertEquals(count, workspace.commands.size());
        repository.write("b.txt", "b\n");
        String two = repository.commit("two");
        read();
        List<Submission> more = workspace.commands.subList(count, workspace.commands.size());
        // The start, the commit with what main points to now, the end.
        assertEquals(3, more.size());
        assertEquals((START + 3600) * 1_000_000, more.get(1).envelope().effectiveAt());
        StateBatch moved = (StateBatch) more.get(1).command();
        assertEquals(
                List.of("b.txt", "main", "two"),
                moved.nodes().stream().map(n -> text(n.name())).sorted().toList());
        assertEquals(1, moved.withdrawn().size());
        assertEquals(
                Value.text(two), node(ids().ref("refs/heads/main")).properties().find("commit"));
        assertEquals(fresh(), workspace.only());
    }

    @Test
    void rewrittenHistoryLeavesNothingOfTheOld() throws IOException {
        repository.write("a.txt", "a\n").commit("one");
        repository.write("b.txt", "b\n").commit("two");
        repository.write("c/d.txt", "d\n").commit("three");
        repository.git("tag", "old");
        read();
        repository.git("reset", "-q", "--hard", "HEAD~2");
        repository.write("e.txt", "e\n").commit("other two");
        repository.git("tag", "-d", "old");
        repository.git("branch", "side");
        ImportRun run = read();
        assertEquals(fresh(), workspace.only());
        assertEquals(List.of("a.txt", "e.txt"), paths());
        assertTrue(run.diff().withdrawn().nodes() > 0);
        assertEquals(ImportState.UNCHANGED, read().state());
    }

    @Test
    void takingCommitsBackStatesNothingAgainOfThoseBefore() throws IOException {
        repository.write("a.txt", "a\n").write("gone.txt", "b\n").commit("one");
        repository.delete("gone.txt").commit("two");
        read();
        repository.write("a.txt", "a\na\n").commit("three");
        repository.write("c.txt", "c\n").commit("four");
        read();
        int before = workspace.commands.size();
        repository.git("reset", "-q", "--hard", "HEAD~2");
        read();
        assertEquals(fresh(), workspace.only());
        List<String> stated =
                workspace.commands.subList(before, workspace.commands.size()).stream()
                        .filter(s -> s.command() instanceof StateBatch)
                        .flatMap(s -> ((StateBatch) s.command()).nodes().stream())
                        .map(n -> text(n.name()))
                        .toList();
        assertFalse(stated.contains("gone.txt"), "stated again: " + stated);
    }

    @Test
    void anEmptyRepositoryIsAGroup() throws IOException {
        assertEquals(ImportState.APPLIED, read().state());
        assertEquals(List.of("Repository"), ofType("Repository").getFirst().types());
        assertEquals(4, workspace.only().nodes.size());
        assertEquals(ImportState.UNCHANGED, read().state());
        repository.write("a.txt", "1\n").commit("one");
        assertEquals(ImportState.APPLIED, read().state());
        assertEquals(fresh(), workspace.only());
    }

    @Test
    void aHugeCommitGoesOutInManyBatchesOfItsTime() throws IOException {
        for (int i = 0; i < 1300; i++) {
            repository.write("d" + i % 7 + "/f" + i + ".txt", i + "\n");
        }
        repository.commit("huge");
        assertEquals(ImportState.APPLIED, read().state());
        assertEquals(1300, paths().size());
        List<Submission> batches =
                workspace.commands.stream().filter(s -> s.command() instanceof StateBatch).toList();
        assertTrue(batches.size() >= 5, batches.size() + " batches");
        assertTrue(batches.stream().allMatch(s -> s.envelope().effectiveAt() == START * 1_000_000));
    }

    @Test
    void emptyMessagesAndEmptyCommitsAreCommits() throws IOException {
        String empty = repository.commit("");
        read();
        assertEquals(Value.text(empty.substring(0, 10)), ofType("Commit").getFirst().name());
    }

    @Test
    void aDryRunTellsWhatTheImportDoes() throws IOException {
        repository.write("a.txt", "1\n").write("b.txt", "2\n").commit("one");
        repository.delete("b.txt").commit("two");
        ImportRun dry =
                ImportsTesting.dryRun(
                        workspace, repository.path(), new GitReader(new Repositories()));
        assertEquals(List.of(), workspace.commands);
        assertEquals(dry.diff(), read().diff());
        assertTrue(dry.diff().tree().contains("File: 1"), dry.diff().tree());
    }

    @Test
    void onlyTheTopOfAWorkTreeIsARepository() throws IOException {
        repository.write("sub/a.txt", "1\n").commit("one");
        GitReader reader = new GitReader(new Repositories());
        assertTrue(reader.reads(Place.at(repository.path())));
        assertFalse(reader.reads(Place.at(repository.path().resolve("sub"))));
        assertFalse(reader.reads(Place.at(repository.path().resolve("sub/a.txt"))));
        assertTrue(reader.reads(Place.at(repository.path().resolve(".git"))));
        repository.git("worktree", "add", "-q", folder.resolve("tree").toString());
        assertTrue(reader.reads(Place.at(folder.resolve("tree"))));
    }
}
