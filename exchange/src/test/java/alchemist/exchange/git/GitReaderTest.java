package alchemist.exchange.git;

import static alchemist.exchange.git.TestRepository.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.domain.sources.SourcesCommand.StateBatch;
import alchemist.exchange.Place;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitReaderTest {
    private final SimulatedWorkspace workspace = new SimulatedWorkspace();
    @TempDir Path folder;
    private TestRepository repository;

    @BeforeEach
    void create() throws IOException {
        repository = TestRepository.create(folder.resolve("project"));
    }

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
    void pathsBeginWhereHeadDoesWhateverOtherHistoriesThereAre() throws IOException {
        repository.write("a.txt", "a\n").commit("one");
        String first = repository.head();
        String other = first;
        for (int i = 0; other.compareTo(first) >= 0; i++) {
            repository.git("checkout", "-q", "--orphan", "other" + i);
            other = repository.commit("other " + i);
        }
        repository.git("checkout", "-q", "main");
        read();
        assertEquals(new alchemist.exchange.files.Root(first).file("a.txt"), file("a.txt").node());
        assertEquals(ImportState.UNCHANGED, read().state());
    }

    @Test
    void aMergeTakesOverWhatItsBranchesDid() throws IOException {
        repository.write("a.txt", "1\n2\n3\n4\n").commit("one");
        repository.git("checkout", "-q", "-b", "side");
        repository.write("side/new.txt", "new\nnew\nnew\n").move("a.txt", "side/a.txt");
        String side = repository.commit("side");
        repository.git("checkout", "-q", "main");
        repository.write("main.txt", "main\n").commit("main");
        repository.git("merge", "-q", "--no-ff", "-m", "merge", "side");
        String merge = repository.head();
        read();
        assertEquals(List.of("main.txt", "side/a.txt", "side/new.txt"), paths());
        assertEquals(root().file("a.txt"), file("side/a.txt").node());
        assertTrue(edges().contains("merge -follows-> main"));
        assertTrue(edges().contains("merge -follows-> side"));
        assertTrue(
                workspace.only().edges.values().stream()
                        .noneMatch(
                                e ->
                                        e.from().equals(GitIds.commit(merge))
                                                && e.type().equals("changes")));
        assertEquals(
                Value.text("A"), edge(side, file("side/new.txt").node()).properties().find("kind"));
        assertEquals(ImportState.UNCHANGED, read().state());
    }

    @Test
    void aMergeThatDoesMoreThanItsBranchesChangesFilesItself() throws IOException {
        repository.write("a.txt", "1\n2\n3\n4\n").write("b.txt", "b\n").commit("one");
        repository.git("checkout", "-q", "-b", "side");
        repository.write("a.txt", "1\n2\n3\nside\n").commit("side");
        repository.git("checkout", "-q", "main");
        repository.write("c.txt", "c\n").commit("main");
        repository.git("merge", "-q", "--no-ff", "--no-commit", "side");
        repository.write("a.txt", "1\n2\n3\nboth\n").write("d.txt", "d\n").delete("b.txt");
        repository.commit("merge");
        read();
        assertTrue(edges().contains("merge -changes-> a.txt"));
        assertTrue(edges().contains("merge -changes-> d.txt"));
        assertEquals(
                3,
                edges().stream().filter(e -> e.startsWith("merge -changes->")).count(),
                edges()::toString);
        assertEquals(List.of("a.txt", "c.txt", "d.txt"), paths());
    }

    @Test
    void anOctopusHasManyParents() throws IOException {
        repository.write("a.txt", "a\n").commit("one");
        for (String branch : List.of("x", "y", "z")) {
            repository.git("checkout", "-q", "-b", branch, "main");
            repository.write(branch + ".txt", branch + "\n").commit(branch);
        }
        repository.git("checkout", "-q", "main");
        repository.git("merge", "-q", "-m", "octopus", "x", "y", "z");
        read();
        assertEquals(List.of("a.txt", "x.txt", "y.txt", "z.txt"), paths());
        assertEquals(
                List.of("octopus -follows-> x", "octopus -follows-> y", "octopus -follows-> z"),
                edges().stream()
                        .filter(e -> e.startsWith("octopus -follows->") && !e.endsWith("one"))
                        .toList());
    }

    @Test
    void filesOfBranchesThatWereNeverMergedAreNotThereNow() throws IOException {
        repository.write("a.txt", "a\n").commit("one");
        repository.git("checkout", "-q", "-b", "side");
        repository.write("s/side.txt", "side\n").delete("a.txt").commit("side");
        repository.git("checkout", "-q", "main");
        read();
        assertEquals(List.of("a.txt"), paths());
        assertEquals(List.of(), folders());
        assertEquals(2, ofType("Commit").size());
        assertEquals(ImportState.UNCHANGED, read().state());
        repository.git("merge", "-q", "side");
        read();
        assertEquals(List.of("s/side.txt"), paths());
        assertEquals(fresh(), workspace.only());
    }

    @Test
    void timesNeverGoBackAlongALineNorBeyondNow() throws IOException {
        repository.at(START).write("a.txt", "1\n").commit("one");
        repository.at(START - 100_000).write("a.txt", "2\n").commit("earlier");
        repository.at(4_000_000_000L).write("a.txt", "3\n").commit("far away");
        read();
        List<Long> seconds =
                workspace.commands.stream()
                        .filter(s -> s.command() instanceof StateBatch)
                        .map(s -> s.envelope().effectiveAt() / 1_000_000)
                        .toList();
        assertEquals(START, seconds.getFirst());
        assertEquals(1_800_000_000L, seconds.getLast());
        assertEquals(seconds.stream().sorted().toList(), seconds);
        assertEquals(
                new Value.DateTime(4_000_000_000L, 0, 7200, ""),
                byName("far away").properties().find("authored"));
    }

    @Test
    void peopleInMessagesAndNamesOfRefsAreNotInClear() throws IOException {
        repository.write("a.txt", "1\n");
        repository.commit(
                "Thank Ada Lovelace and adA LoveLace\n\nAsk ada@example.org or"
                        + " Carl.Gauss@uni-goettingen.example about"
                        + " git@example.org:x.git; Adalbert is nobody.\n\n"
                        + "Co-authored-by: Emmy Noether <emmy@example.org>\n"
                        + "Signed-off-by: Ada Lovelace <ada@example.org>\n"
                        + "Reviewed-by: nobody\n");
        repository.git("branch", "for/ada@example.org/fix");
        repository.git("tag", "-a", "v1", "-m", "Emmy Noether tagged it");
        read();
        NodeStatement commit = ofType("Commit").getFirst();
        Value.ListOf name = assertInstanceOf(Value.ListOf.class, commit.name());
        Id ada = Id.of("secret person", "ada@example.org");
        assertEquals(
                List.of(
                        Value.text("Thank "),
                        new Value.Personal(ada, "Ada Lovelace"),
                        Value.text(" and "),
                        new Value.Personal(ada, "adA LoveLace")),
                name.values());
        String clear = inClear(workspace.only());
        for (String secret :
                List.of("lovelace", "noether", "gauss", "ada@", "emmy@", "goettingen")) {
            assertFalse(clear.toLowerCase(java.util.Locale.ROOT).contains(secret), clear);
        }
        assertTrue(clear.contains("Adalbert is nobody"), clear);
        assertTrue(edges().stream().anyMatch(e -> e.endsWith("-co-authored by-> Emmy Noether")));
        assertTrue(edges().stream().anyMatch(e -> e.endsWith("-signed off by-> Ada Lovelace")));
        assertTrue(edges().contains("v1 -tagged by-> Ada Lovelace"));
        assertEquals(Value.text("Thank "), ((Value.ListOf) commit.name()).values().getFirst());
        assertEquals(ImportState.UNCHANGED, read().state());
    }

    @Test
    void aMailmapMakesSeveralAddressesOnePerson() throws IOException {
        repository.as("ada", "ada@laptop").write("a.txt", "1\n").commit("one");
        repository
                .as("Ada Lovelace", "ada@example.org")
                .write(
                        ".mailmap",
                        """
                        Ada Lovelace <ada@example.org> <ada@laptop>
                        Emmy Noether <emmy@example.org> <en@example.org>
                        """)
                .commit("two\n\nCo-authored-by: E. N. <en@example.org>\n");
        read();
        assertEquals(
                List.of("Ada Lovelace", "Emmy Noether"),
                ofType("Person").stream().map(p -> text(p.name())).sorted().toList());
    }

    @Test
    void namesThatAreUsedMostAreShown() throws IOException {
        repository.as("ada", "ada@example.org").write("a.txt", "1\n").commit("one");
        repository.as("Ada Lovelace", "ada@example.org").write("a.txt", "2\n").commit("two");
        repository.write("a.txt", "3\n").commit("three");
        repository.as("", "nameless@example.org");
        repository.git("-c", "user.name=x", "log", "-1");
        read();
        assertEquals(List.of("Ada Lovelace"), names("Person"));
    }

    @Test
    void theSignatureOfATagIsNoPartOfItsMessage() throws IOException {
        String commit = repository.write("a.txt", "1\n").commit("one");
        String tag =
                """
                object %s
                type commit
                tag signed
                tagger Ada <ada@example.org> 1700000000 +0000

                Fast ferries

                All of them.
                -----BEGIN PGP SIGNATURE-----

                iQEzBAABCAAdFiEE
                -----END PGP SIGNATURE-----
                """
                        .formatted(commit);
        byte[] bytes = tag.getBytes(StandardCharsets.UTF_8);
        String object = repository.run(bytes, "hash-object", "-t", "tag", "-w", "--stdin").strip();
        repository.git("update-ref", "refs/tags/signed", object);
        read();
        assertEquals(
                Value.text("Fast ferries\n\nAll of them."),
                node(ids().ref("refs/tags/signed")).properties().find("message"));
    }

    @Test
    void branchesAndTagsPointToCommits() throws IOException {
        repository.write("a.txt", "1\n");
        String one = repository.commit("one");
        repository.git("tag", "light");
        repository.git("tag", "-a", "heavy", "-m", "A heavy tag");
        repository.git("tag", "-a", "double", "-m", "A tag of a tag", "heavy");
        String blob = repository.git("rev-parse", "HEAD:a.txt").strip();
        repository.git("tag", "blob", blob);
        repository.git("branch", "topic");
        ImportRun run = read();
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "heavy -points to-> one",
                                "light -points to-> one",
                                "main -points to-> one",
                                "topic -points to-> one")),
                edges().stream()
                        .filter(e -> e.contains("points to"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        NodeStatement heavy = node(ids().ref("refs/tags/heavy"));
        assertEquals(Value.text("A heavy tag"), heavy.properties().find("message"));
        assertEquals(
                new Value.DateTime(START + 3600, 0, 7200, ""), heavy.properties().find("tagged"));
        assertEquals(List.of("Tag"), heavy.types());
        NodeStatement main = node(ids().ref("refs/heads/main"));
        assertEquals(Value.flag(true), main.properties().find("current"));
        assertEquals(Value.text(one), main.properties().find("commit"));
        assertEquals(
                List.of("refs/tags/blob", "refs/tags/double"),
                run.warnings().stream().map(w -> w.where()).toList());

        repository.git("tag", "-d", "light");
        repository.git("checkout", "-q", "--detach");
        read();
        assertEquals(Value.flag(true), node(ids().repository()).properties().find("detached"));
        assertEquals(fresh(), workspace.only());
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
    void aBareRepositoryAndAShallowCloneAreRead() throws IOException {
        repository.write("a.txt", "1\n").commit("one");
        repository.write("b.txt", "1\n").commit("two");
        TestRepository bare = repository.cloneTo(folder.resolve("bare.git"), "--bare");
        SimulatedWorkspace other = new SimulatedWorkspace();
        assertEquals(ImportState.APPLIED, read(other, bare.path()).state());
        assertEquals(2, count(other.only(), "Commit"));
        assertEquals(2, count(other.only(), "File"));

        TestRepository shallow = repository.cloneTo(folder.resolve("shallow"), "--depth=1");
        SimulatedWorkspace third = new SimulatedWorkspace();
        ImportRun run = read(third, shallow.path());
        assertEquals(ImportState.APPLIED, run.state());
        assertEquals(1, count(third.only(), "Commit"));
        assertEquals(2, count(third.only(), "File"));
        assertTrue(run.warnings().toString().contains("shallow clone"));
        NodeStatement cut =
                third.only().nodes.values().stream()
                        .filter(node -> node.types().contains("Repository"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Value.flag(true), cut.properties().find("shallow"));
    }

    @Test
    void aPartialCloneIsReadWithoutWhatItLacks() throws IOException {
        repository.write("a.txt", "1\n2\n").write("b.txt", "1\n").commit("one");
        repository.move("b.txt", "c.txt").write("a.txt", "2\n").commit("two");
        repository.git("config", "uploadpack.allowFilter", "true");
        TestRepository partial =
                repository.cloneTo(
                        folder.resolve("partial"), "--filter=blob:none", "--no-checkout");
        SimulatedWorkspace other = new SimulatedWorkspace();
        ImportRun run = read(other, partial.path());
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertTrue(run.warnings().toString().contains("partial clone"));
        assertEquals(2, count(other.only(), "File"));
    }

    @Test
    void submodulesLinksAndProgramsAreTold() throws IOException {
        TestRepository inner = TestRepository.create(folder.resolve("inner"));
        inner.write("x.txt", "x\n");
        String one = inner.commit("inner");
        repository.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "add",
                "-q",
                inner.path().toString(),
                "lib/inner");
        Files.createSymbolicLink(repository.path().resolve("link"), Path.of("lib"));
        repository.write("run.sh", "#!/bin/sh\n");
        assertTrue(repository.path().resolve("run.sh").toFile().setExecutable(true));
        repository.commit("all");
        read();
        NodeStatement module = file("lib/inner");
        assertEquals(List.of("Submodule"), module.types());
        assertEquals(Value.text(one), module.properties().find("commit"));
        assertEquals(Value.text(inner.path().toString()), module.properties().find("url"));
        assertEquals(Value.flag(true), file("link").properties().find("link"));
        assertEquals(Value.flag(true), file("run.sh").properties().find("executable"));
        inner.write("x.txt", "y\n");
        String two = inner.commit("inner two");
        repository.git("-C", "lib/inner", "pull", "-q");
        repository.commit("further");
        read();
        assertEquals(Value.text(two), file("lib/inner").properties().find("commit"));
        assertEquals(fresh(), workspace.only());
    }

    @Test
    void addressesOfSubmodulesAreToldWithoutPasswords() throws IOException {
        TestRepository inner = TestRepository.create(folder.resolve("inner"));
        String one = inner.write("x.txt", "x\n").commit("inner");
        repository.write(
                ".gitmodules",
                """
                [submodule "a.b"]
                \tpath = lib
                \turl = https://ada:secret@example.org/lib.git
                [submodule "nowhere"]
                \tpath = other
                """);
        repository.git("add", ".gitmodules");
        repository.git("update-index", "--add", "--cacheinfo", "160000," + one + ",lib");
        repository.git("update-index", "--add", "--cacheinfo", "160000," + one + ",other");
        repository.git("commit", "-q", "-m", "all");
        read();
        assertEquals(
                Value.text("https://example.org/lib.git"), file("lib").properties().find("url"));
        assertNull(file("other").properties().find("url"));
    }

    @Test
    void strangeNamesAndTextsAreKept() throws IOException {
        repository.write("tab\tnew\nline.txt", "1\n").write("äöü/日本.txt", "1\n");
        repository.write("sp ace/\"quote\\d\".txt", "1\n").write("-dash", "1\n").write(":x", "1\n");
        repository.write("binary", "a\0b\0c");
        repository.commit("\u0001 control \u001b[31m");
        fastImport(
                "commit refs/heads/main\ncommitter L <l@example.org> 1600010000 -0730\ndata 7\n",
                new byte[] {'c', 'a', 'f', (byte) 0xE9, ' ', 'i', 't'},
                "\nfrom refs/heads/main^0\nM 100644 inline \"latin-\\351.txt\"\ndata 2\n1\n\n");
        repository.git("reset", "-q", "--hard");
        ImportRun run = read();
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "tab\tnew\nline.txt",
                                "äöü/日本.txt",
                                "sp ace/\"quote\\d\".txt",
                                "-dash",
                                ":x",
                                "binary",
                                "latin-\\xE9.txt")),
                new TreeSet<>(paths()));
        assertEquals("\u0001 control \u001b[31m", text(byName("\u0001 control \u001b[31m").name()));
        NodeStatement latin = byName("café it");
        assertEquals(
                new Value.DateTime(1600010000, 0, -27000, ""),
                latin.properties().find("committed"));
        EdgeStatement binary =
                workspace.only().edges.values().stream()
                        .filter(e -> e.to().equals(file("binary").node()))
                        .findFirst()
                        .orElseThrow();
        assertEquals(null, binary.properties().find("added"));
        assertEquals(ImportState.UNCHANGED, read().state());
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
    void nothingThatARepositoryConfiguresIsRun() throws IOException {
        Path trace = folder.resolve("ran");
        Path script =
                Files.writeString(
                        folder.resolve("script.sh"), "#!/bin/sh\necho ran >> " + trace + "\ncat\n");
        assertTrue(script.toFile().setExecutable(true));
        repository.write("a.txt", "1\n").write(".gitattributes", "* diff=x filter=x\n");
        repository.commit("one");
        for (String setting :
                List.of(
                        "core.fsmonitor",
                        "diff.external",
                        "diff.x.textconv",
                        "diff.x.command",
                        "filter.x.clean",
                        "filter.x.smudge",
                        "core.pager",
                        "pager.log",
                        "gpg.program",
                        "core.sshCommand")) {
            repository.git("config", setting, script.toString());
        }
        repository.git("config", "alias.log", "!" + script);
        repository.git("config", "log.showSignature", "true");
        repository.git("config", "color.ui", "always");
        repository.git("config", "log.date", "relative");
        repository.git("config", "diff.renames", "false");
        repository.git("config", "log.showRoot", "false");
        repository.write("a.txt", "2\n");
        Files.deleteIfExists(trace);
        assertEquals(ImportState.APPLIED, read().state());
        assertEquals(2, Repositories.listed(repository.path()).size());
        assertFalse(Files.exists(trace));
        assertEquals(2, edges().stream().filter(e -> e.contains("changes")).count());
    }

    @Test
    void whatIsNoRepositoryIsRefusedInWords() throws IOException {
        Path broken = folder.resolve("broken");
        Files.createDirectories(broken.resolve(".git"));
        ImportRun run = read(new SimulatedWorkspace(), broken);
        assertEquals(ImportState.FAILED, run.state());
        assertTrue(
                run.error().orElseThrow().contains("not a git repository"), run.error()::toString);

        repository.write("a.txt", "1\n").commit("one");
        String tree = repository.git("rev-parse", "HEAD^{tree}").strip();
        Path object =
                repository
                        .path()
                        .resolve(".git/objects")
                        .resolve(tree.substring(0, 2))
                        .resolve(tree.substring(2));
        Files.delete(object);
        ImportRun torn = read();
        assertEquals(ImportState.FAILED, torn.state());
        assertTrue(torn.error().orElseThrow().contains("diff-tree"), torn.error()::toString);
        assertEquals(new Source(), workspace.only());
    }

    @Test
    void whereContentsAreMissingOrDamagedTheRestIsRead() throws IOException {
        repository.write("a.txt", "1\n").write("b.txt", "old\n".repeat(20)).commit("one");
        String lost = repository.git("rev-parse", "HEAD:a.txt").strip();
        repository.write("a.txt", "1\n2\n").commit("two");
        repository.move("a.txt", "c.txt").write("c.txt", "1\n2\n3\n").commit("three");
        repository.write("b.txt", "new\n".repeat(20)).commit("four");
        SimulatedWorkspace whole = new SimulatedWorkspace();
        read(whole, repository.path());
        Path object =
                repository
                        .path()
                        .resolve(".git/objects")
                        .resolve(lost.substring(0, 2))
                        .resolve(lost.substring(2));
        for (byte[] damaged : new byte[][] {null, {1, 2, 3}}) {
            Files.deleteIfExists(object);
            if (damaged != null) {
                Files.write(object, damaged);
            }
            SimulatedWorkspace part = new SimulatedWorkspace();
            ImportRun run = read(part, repository.path());
            assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
            assertEquals(1, run.warnings().size(), run.warnings()::toString);
            assertTrue(
                    run.warnings().getFirst().what().startsWith("2 commits change files whose"),
                    run.warnings()::toString);
            assertEquals(whole.only().nodes, part.only().nodes);
            assertEquals(whole.only().edges.keySet(), part.only().edges.keySet());
            long counted =
                    part.only().edges.values().stream()
                            .filter(edge -> edge.properties().find("added") != null)
                            .count();
            assertEquals(2, counted);
            assertEquals(ImportState.UNCHANGED, read(part, repository.path()).state());
        }
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

    private void fastImport(String before, byte[] message, String after) throws IOException {
        byte[] one = before.getBytes(StandardCharsets.UTF_8);
        byte[] three = after.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[one.length + message.length + three.length];
        System.arraycopy(one, 0, all, 0, one.length);
        System.arraycopy(message, 0, all, one.length, message.length);
        System.arraycopy(three, 0, all, one.length + message.length, three.length);
        repository.run(all, "fast-import", "--quiet");
    }

    private ImportRun read() throws IOException {
        return read(workspace, repository.path());
    }

    private static ImportRun read(SimulatedWorkspace into, Path path) throws IOException {
        return ImportsTesting.run(into, path, new GitReader(new Repositories()));
    }

    /** What a first import of the repository as it is now states. */
    private Source fresh() throws IOException {
        SimulatedWorkspace other = new SimulatedWorkspace();
        read(other, repository.path());
        return other.only();
    }

    private alchemist.exchange.files.Root root() throws IOException {
        String first = repository.git("rev-list", "--max-parents=0", "HEAD");
        return new alchemist.exchange.files.Root(first.lines().sorted().findFirst().orElseThrow());
    }

    private GitIds ids() throws IOException {
        return new GitIds(root());
    }

    private NodeStatement node(Id id) {
        NodeStatement node = workspace.only().nodes.get(id);
        if (node == null) {
            throw new AssertionError("nothing is stated of " + id);
        }
        return node;
    }

    private NodeStatement byName(String name) {
        return workspace.only().nodes.values().stream()
                .filter(n -> text(n.name()).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private NodeStatement file(String path) {
        return workspace.only().nodes.values().stream()
                .filter(n -> !n.formsGroup())
                .filter(n -> Value.text(path).equals(n.properties().find("path")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file at " + path + " of " + paths()));
    }

    private List<NodeStatement> ofType(String type) {
        return workspace.only().nodes.values().stream()
                .filter(n -> n.types().contains(type))
                .toList();
    }

    private List<String> names(String type) {
        return ofType(type).stream().map(n -> text(n.name())).sorted().toList();
    }

    private static long count(Source source, String type) {
        return source.nodes.values().stream().filter(n -> n.types().contains(type)).count();
    }

    private List<String> paths() {
        return paths("File", "Submodule");
    }

    private List<String> folders() {
        return paths("Folder");
    }

    private List<String> paths(String... types) {
        return workspace.only().nodes.values().stream()
                .filter(n -> List.of(types).containsAll(n.types()))
                .map(n -> n.properties().find("path"))
                .filter(Value.Text.class::isInstance)
                .map(path -> ((Value.Text) path).value())
                .sorted()
                .toList();
    }

    private EdgeStatement edge(String commit, Id file) {
        EdgeStatement edge =
                workspace.only().edges.get(GitIds.edge("changes", GitIds.commit(commit), file));
        if (edge == null) {
            throw new AssertionError(commit + " does not change " + file);
        }
        return edge;
    }

    private TreeSet<String> edges() {
        Source source = workspace.only();
        Map<Id, String> names = new TreeMap<>();
        source.nodes.forEach((id, node) -> names.put(id, text(node.name())));
        TreeSet<String> edges = new TreeSet<>();
        source.edges
                .values()
                .forEach(
                        e ->
                                edges.add(
                                        names.get(e.from())
                                                + " -"
                                                + e.type()
                                                + "-> "
                                                + names.getOrDefault(e.to(), "(gone)")));
        return edges;
    }

    /** All texts of a source that are not personal. */
    private static String inClear(Source source) {
        StringBuilder clear = new StringBuilder();
        source.nodes
                .values()
                .forEach(
                        node -> {
                            clear(node.name(), clear);
                            for (int i = 0; i < node.properties().size(); i++) {
                                clear(node.properties().value(i), clear);
                            }
                        });
        return clear.toString();
    }

    private static void clear(Value value, StringBuilder clear) {
        switch (value) {
            case Value.Text(String text) -> clear.append(text).append('\n');
            case Value.ListOf list -> list.values().forEach(v -> clear(v, clear));
            default -> {}
        }
    }

    private static String text(Value name) {
        return switch (name) {
            case Value.Text(String text) -> text;
            case Value.Personal(Id _, String text) -> text;
            case Value.ListOf list ->
                    list.values().stream().map(GitReaderTest::text).collect(Collectors.joining());
            default -> "";
        };
    }
}
