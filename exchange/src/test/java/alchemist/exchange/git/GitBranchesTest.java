package alchemist.exchange.git;

import static alchemist.exchange.git.TestRepository.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.NodeStatement;
import alchemist.domain.sources.SourcesCommand.StateBatch;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lines of a history that part and meet, and the names of their ends. */
final class GitBranchesTest extends GitTesting {
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
    void whatHeadDoesNotComeOfBringsAndMovesAndRemovesNothing() throws IOException {
        repository.write("a.txt", "1\n2\n3\n4\n").write("b.txt", "b\n").commit("one");
        repository.git("checkout", "-q", "-b", "side");
        repository.move("a.txt", "moved.txt").delete("b.txt").write("side/new.txt", "new\n");
        String side = repository.commit("side");
        repository.write("side/new.txt", "newer\n").commit("side again");
        repository.git("checkout", "-q", "main");
        repository.write("c.txt", "c\n").commit("two");
        read();
        assertEquals(List.of("a.txt", "b.txt", "c.txt"), paths());
        assertEquals(
                List.of(),
                workspace.commands.stream()
                        .map(s -> s.command())
                        .filter(StateBatch.class::isInstance)
                        .flatMap(c -> ((StateBatch) c).withdrawn().stream())
                        .toList());
        assertTrue(
                workspace.commands.stream()
                        .map(s -> s.command())
                        .filter(StateBatch.class::isInstance)
                        .flatMap(c -> ((StateBatch) c).nodes().stream())
                        .map(n -> n.properties().find("path"))
                        .filter(Value.Text.class::isInstance)
                        .map(path -> ((Value.Text) path).value())
                        .noneMatch(path -> path.equals("moved.txt") || path.startsWith("side")));
        // What it did to files that the opened branch has is told of it; others are none here.
        assertEquals(Value.text("R"), edge(side, root().file("a.txt")).properties().find("kind"));
        assertTrue(edges().contains("side -changes-> b.txt"));
        assertEquals(
                2,
                edges().stream().filter(e -> e.startsWith("side") && e.contains("changes")).count(),
                edges()::toString);
    }

    @Test
    void filesOfABranchComeAtTheirTimesOnceItIsMerged() throws IOException {
        repository.write("a.txt", "a\n").commit("one");
        repository.git("checkout", "-q", "-b", "side");
        String side = repository.write("short.txt", "s\n").write("long.txt", "l\n").commit("side");
        repository.delete("short.txt").write("long.txt", "l\nl\n").commit("side again");
        repository.git("checkout", "-q", "main");
        repository.write("a.txt", "a\na\n").commit("two");
        read();
        assertEquals(List.of("a.txt"), paths());
        int known = workspace.commands.size();
        repository.git("merge", "-q", "--no-ff", "-m", "merge", "side");
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(List.of("a.txt", "long.txt"), paths());
        assertEquals(
                Value.integer(1), edge(side, file("long.txt").node()).properties().find("added"));
        assertEquals(fresh(), workspace.only());
        var came =
                workspace.commands.stream()
                        .skip(known)
                        .filter(s -> s.command() instanceof StateBatch)
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                repository.git("log", "-1", "--format=%ct", side).strip(),
                Long.toString(came.envelope().effectiveAt() / 1_000_000));
    }

    @Test
    void whatAMergeDoesNotTakeOverGoesWithTheMerge() throws IOException {
        repository.write("a.txt", "a\n").commit("one");
        repository.git("checkout", "-q", "-b", "side");
        repository.write("side.txt", "side\n").commit("side");
        repository.git("checkout", "-q", "main");
        repository.write("b.txt", "b\n").commit("two");
        repository.git("merge", "-q", "-s", "ours", "-m", "merge", "side");
        String merge = repository.head();
        repository.write("b.txt", "b\nb\n").commit("later");
        read();
        Id side = root().file("side.txt");
        assertEquals(List.of("a.txt", "b.txt"), paths());
        var gone =
                workspace.commands.stream()
                        .filter(
                                s ->
                                        s.command() instanceof StateBatch batch
                                                && batch.withdrawn().contains(side))
                        .toList();
        assertEquals(1, gone.size());
        assertEquals(
                repository.git("log", "-1", "--format=%ct", merge).strip(),
                Long.toString(gone.getFirst().envelope().effectiveAt() / 1_000_000));
        assertEquals(ImportState.UNCHANGED, read().state());
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
}
