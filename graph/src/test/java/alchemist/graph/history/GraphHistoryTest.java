package alchemist.graph.history;

import static alchemist.graph.history.Chronicle.DAY;
import static alchemist.graph.history.Chronicle.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.GroupDissolved;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesKeptApart;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.PropertyStated;
import alchemist.graph.history.Chronicle.Change;
import alchemist.graph.history.Chronicle.Made;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphHistoryTest {
    private static final CoChanges.Options FROM_ONE = new CoChanges.Options(1, 50, 20);

    private final Chronicle chronicle = new Chronicle();

    private static List<String> told(CoChanges found) {
        return found.files().stream()
                .map(
                        one ->
                                String.format(
                                        Locale.ROOT,
                                        "%s %d %.3f %.3f",
                                        one.path(),
                                        one.together(),
                                        one.confidence(),
                                        one.weight()))
                .toList();
    }

    private static List<String> told(Ownership found) {
        return found.people().stream()
                .map(
                        one ->
                                String.format(
                                        Locale.ROOT,
                                        "%s %.4f of %.4f, %d commits, %d files",
                                        one.person().name().text(),
                                        one.share(),
                                        one.weight(),
                                        one.commits(),
                                        one.files()))
                .toList();
    }

    private static List<String> told(HotSpots found) {
        return found.spots().stream()
                .map(
                        one ->
                                one.rank()
                                        + " "
                                        + one.path()
                                        + " "
                                        + one.changes()
                                        + "*"
                                        + one.size()
                                        + "="
                                        + one.score())
                .toList();
    }

    private CoChanges coChanges(String of, CoChanges.Options options) {
        return chronicle.history().coChanges(id(of), options).orElseThrow();
    }

    private Ownership owners(String of, int halfLifeDays) {
        return chronicle
                .history()
                .owners(id(of), new Ownership.Options(halfLifeDays, 20))
                .orElseThrow();
    }

    private HotSpots hotSpots(HotSpots.Options options, Id within) {
        GraphHistory history = chronicle.history();
        return history.hotSpots(history.rank(options), within, 20).orElseThrow();
    }

    @Test
    void aCommitOfFewFilesTiesMoreThanOneOfMany() {
        chronicle
                .commit("1", 0, "", "ann", "a", "b")
                .commit("2", DAY, "1", "ann", "a", "c", "d")
                .commit("3", 2 * DAY, "2", "ann", "a", "c", "d")
                .commit("4", 3 * DAY, "3", "ann", "a");
        CoChanges found = coChanges("a", FROM_ONE);
        assertEquals(4, found.commits());
        // Of weight 1 are b (one commit of two) and c and d (two commits of three).
        assertEquals(
                List.of("1.000 2", "1.000 2", "1.000 1"),
                found.files().stream()
                        .map(o -> String.format(Locale.ROOT, "%.3f %d", o.weight(), o.together()))
                        .toList());
        assertEquals("b 1 0.250 1.000", told(found).getLast());
        CoChange c =
                found.files().stream().filter(o -> o.path().equals("c")).findFirst().orElseThrow();
        assertEquals(0.5, c.confidence());
        assertEquals(List.of(id("3"), id("2")), c.commits());
        assertEquals(2, coChanges("a", CoChanges.Options.DEFAULTS).total());
        assertEquals(List.of("a 1 1.000 1.000"), told(coChanges("b", FROM_ONE)), "as seen from b");
    }

    @Test
    void commitsOfTooManyFilesAreLeftOutAlsoWhenMostOfTheseAreGone() {
        String[] many = IntStream.range(0, 51).mapToObj(i -> "f" + i).toArray(String[]::new);
        chronicle.commit("1", 0, "", "ann", many).commit("2", DAY, "1", "ann", "f0", "f1");
        for (int i = 2; i < 51; i++) {
            chronicle.gone("f" + i, 2 * DAY);
        }
        CoChanges found = coChanges("f0", FROM_ONE);
        assertEquals(1, found.commits());
        assertEquals(1, found.leftOut());
        assertEquals(List.of("f1 1 1.000 1.000"), told(found));
        assertEquals(
                List.of("f1 2 1.000 1.020"),
                told(coChanges("f0", new CoChanges.Options(1, 51, 20))));
    }

    @Test
    void aFolderChangesTogetherWithWhatIsOutsideOfIt() {
        chronicle
                .folder("src")
                .folder("src/in")
                .commit("1", 0, "", "ann", "src/a", "src/in/b", "test")
                .commit("2", DAY, "1", "ann", "src/in/b", "docs")
                .commit("3", 2 * DAY, "2", "ann", "docs");
        // The first commit ties two files of the folder to the test, by a half each.
        assertEquals(
                List.of("docs 1 0.500 1.000", "test 1 0.500 1.000").stream().sorted().toList(),
                told(coChanges("src", FROM_ONE)).stream().sorted().toList());
        assertEquals(List.of(), told(coChanges("src/a", CoChanges.Options.DEFAULTS)));
    }

    @Test
    void whatIsKnownFadesByHalfInAHalfLife() {
        chronicle
                .commit("1", 0, "", "ann", "a", "b")
                .commit("2", 0, "1", "ann", "a")
                .commit("3", 100 * DAY, "2", "bob", "a")
                .commit("4", 200 * DAY, "3", "eve", "b");
        // By the last change of a: twice a half against one.
        assertEquals(
                List.of(
                        "ann 0.5000 of 1.0000, 2 commits, 1 files",
                        "bob 0.5000 of 1.0000, 1 commits, 1 files"),
                told(owners("a", 100)));
        assertEquals(100 * DAY * 1_000_000, owners("a", 100).lastAt());
        assertEquals(
                List.of(
                        "eve 0.8000 of 1.0000, 1 commits, 1 files",
                        "ann 0.2000 of 0.2500, 1 commits, 1 files"),
                told(owners("b", 100)));
        assertEquals(List.of(id("3")), owners("a", 100).people().get(1).reasons());
        assertEquals(0, owners("ann", 100).total(), "a person is no file");
    }

    @Test
    void aFolderIsTheSumOfItsFilesAndAuthorsShareACommit() {
        chronicle
                .folder("src")
                .commit("1", 0, "", "ann", "src/a", "src/b")
                .commit(
                        new Made(
                                "2",
                                0,
                                List.of("1"),
                                List.of("bob", "eve"),
                                Chronicle.changes("src/a", "other"),
                                List.of()));
        Ownership found = owners("src", 180);
        assertEquals(2, found.commits());
        assertEquals(2, found.files());
        assertEquals(
                List.of("ann 0.6667 of 2.0000, 1 commits, 2 files"), told(found).subList(0, 1));
        assertEquals(
                List.of("0.1667 1", "0.1667 1"),
                found.people().subList(1, 3).stream()
                        .map(o -> String.format(Locale.ROOT, "%.4f %d", o.share(), o.files()))
                        .toList());
    }

    @Test
    void whoChangesVeryManyFilesAtOnceKnowsLittleOfEach() {
        String[] hundred = IntStream.range(0, 100).mapToObj(i -> "src/" + i).toArray(String[]::new);
        chronicle
                .folder("src")
                .commit("1", 0, "", "formatter", hundred)
                .commit("2", 0, "1", "ann", "src/7")
                .commit("3", 0, "2", "bob", Arrays.copyOf(hundred, 50));
        assertEquals(
                List.of(
                        "ann 0.4000 of 1.0000, 1 commits, 1 files",
                        "bob 0.4000 of 1.0000, 1 commits, 1 files",
                        "formatter 0.2000 of 0.5000, 1 commits, 1 files"),
                told(owners("src/7", 180)).stream().sorted().toList());
        assertEquals(
                List.of(
                        "ann 0.0099 of 1.0000, 1 commits, 1 files",
                        "bob 0.4950 of 50.0000, 1 commits, 50 files",
                        "formatter 0.4950 of 50.0000, 1 commits, 100 files"),
                told(owners("src", 180)).stream().sorted().toList());
        assertEquals(
                List.of("formatter 1.0000 of 0.5000, 1 commits, 1 files"),
                told(owners("src/99", 180)));
    }

    @Test
    void programsKnowNothing() {
        chronicle
                .commit("1", 0, "", "ann", "a")
                .commit("2", DAY, "1", "renovate[bot]", "a")
                .commit(
                        new Made(
                                "3",
                                DAY,
                                List.of("2"),
                                List.of("bob", "Mend Renovate"),
                                Chronicle.changes("a", "b"),
                                List.of()))
                .commit("4", 2 * DAY, "3", "dependabot[bot]", "c");
        Ownership found = owners("a", 36_500);
        assertEquals(3, found.commits());
        assertEquals(2, found.total());
        assertEquals(
                List.of("0.500", "0.500"),
                found.people().stream()
                        .map(one -> String.format(Locale.ROOT, "%.3f", one.share()))
                        .toList());
        assertEquals(0, owners("c", 180).total());
        assertEquals(1, owners("c", 180).commits());
    }

    @Test
    void hotIsWhatChangesOftenAndIsComplex() {
        chronicle
                .commit("1", 0, "", "ann", "a", "b", "c", "readme")
                .commit("2", 10 * DAY, "1", "ann", "a")
                .commit("3", 20 * DAY, "2", "bob", "a", "c", "readme")
                .declared("a", "A", 0)
                .declared("A", "A.one", 2)
                .declared("A", "A.two", 3)
                .declared("b", "b.main", 100)
                .declared("c", "c.f", 5);
        HotSpots found = hotSpots(HotSpots.Options.DEFAULTS, Id.NONE);
        assertEquals(List.of("1 b 1*100=100", "2 a 3*5=15", "3 c 2*5=10"), told(found));
        assertEquals(3, found.ranked());
        assertEquals(1, found.unmeasured(), "the readme");
        assertEquals(List.of(id("3"), id("2"), id("1")), found.spots().get(1).reasons());
        assertEquals(
                List.of("1 a 2*5=10", "2 c 1*5=5"),
                told(hotSpots(new HotSpots.Options(HotSpots.Measure.COMPLEXITY, 10), Id.NONE)));
        assertEquals(List.of("3 c 2*5=10"), told(hotSpots(HotSpots.Options.DEFAULTS, id("c"))));
    }

    @Test
    void linesAreWhatCommitsAddedLessWhatTheyDeletedAtThatTime() {
        chronicle
                .folder("src")
                .commit(
                        new Made(
                                "1",
                                0,
                                List.of(),
                                List.of("ann"),
                                List.of(new Change("src/a", 10, 0), new Change("b", 3, 0)),
                                List.of()))
                .commit(
                        new Made(
                                "2",
                                DAY,
                                List.of("1"),
                                List.of("ann"),
                                List.of(new Change("src/a", 5, 8)),
                                List.of()));
        HotSpots.Options lines = new HotSpots.Options(HotSpots.Measure.LINES, 0);
        assertEquals(List.of("1 src/a 2*7=14", "2 b 1*3=3"), told(hotSpots(lines, Id.NONE)));
        assertEquals(1, hotSpots(lines, id("src")).total());
        GraphHistory then = new GraphHistory(chronicle.at(0));
        assertEquals(
                List.of("1 src/a 1*10=10", "2 b 1*3=3"),
                told(then.hotSpots(then.rank(lines), Id.NONE, 20).orElseThrow()));
        assertEquals(
                List.of("1 src/a 2*7=14"),
                told(
                        chronicle
                                .history()
                                .hotSpots(chronicle.history().rank(lines), Id.NONE, 1)
                                .orElseThrow()));
    }

    @Test
    void aFileThatStatesItsLinesHasThoseWhateverCommitsAdd() {
        chronicle.commit("1", 0, "", "ann", "a", "b");
        chronicle.feed.record(
                new NodeDescribed(
                        id("a"),
                        Id.of("person", "me"),
                        List.of(
                                new PropertyStated(
                                        "lines", Value.integer(120), false, Value.NULL, 0, 0))));
        assertEquals(
                List.of("1 a 1*120=120", "2 b 1*1=1"),
                told(hotSpots(new HotSpots.Options(HotSpots.Measure.LINES, 0), Id.NONE)));
    }

    @Test
    void accountsOfOneFullNameAreOnePersonUnlessSomebodySaysOtherwise() {
        chronicle
                .commit("1", 0, "", "Ada Lovelace", "a")
                .commit("2", 0, "1", "ada  lovelace", "a", "b")
                .commit("3", 0, "2", "ada  lovelace", "b")
                .commit("4", 0, "3", "bob", "a")
                .commit("5", 0, "4", "Bob", "a")
                .commit("7", 0, "5", "Ada Lovelace", "a")
                .commit(
                        new Made(
                                "6",
                                0,
                                List.of("5"),
                                List.of("Ada Lovelace", "ada  lovelace"),
                                Chronicle.changes("a"),
                                List.of()));
        assertEquals(
                List.of(
                        "Ada Lovelace 0.6667 of 4.0000, 4 commits, 1 files",
                        "Bob 0.1667 of 1.0000, 1 commits, 1 files",
                        "bob 0.1667 of 1.0000, 1 commits, 1 files"),
                told(owners("a", 180)).stream().sorted().toList());
        chronicle.feed.record(
                new NodesKeptApart(id("Ada Lovelace"), id("ada  lovelace"), Id.of("person", "me")));
        assertEquals(4, owners("a", 180).total());
    }

    @Test
    void whoAlsoStandsAmongThoseWhoHelpedWroteACommitOnce() {
        chronicle.commit(
                new Made(
                        "1",
                        0,
                        List.of(),
                        List.of("ann", "bob", "ann"),
                        Chronicle.changes("a"),
                        List.of()));
        assertEquals(
                List.of("0.5000 1", "0.5000 1"),
                owners("a", 180).people().stream()
                        .map(o -> String.format(Locale.ROOT, "%.4f %d", o.share(), o.commits()))
                        .toList());
    }

    @Test
    void allOfALongHistoryCounts() {
        chronicle.commit("0", 0, "", "ann", "a");
        for (int i = 1; i < 200; i++) {
            chronicle.commit("" + i, i * DAY, "" + (i - 1), i % 4 == 0 ? "ann" : "bob", "a");
        }
        Ownership found = owners("a", 1_000_000);
        assertEquals(200, found.commits());
        assertEquals(List.of(150, 50), found.people().stream().map(Owner::commits).toList());
        assertEquals(199 * DAY * 1_000_000, found.lastAt());
    }

    @Test
    void aRankingIsKeptForItsMoment() {
        chronicle.commit("1", 0, "", "ann", "a").commit("2", DAY, "1", "ann", "a");
        Rankings rankings = new Rankings();
        Id workspace = Id.of("workspace", "w");
        Ranking now = rankings.of(workspace, chronicle.now(), HotSpots.Options.DEFAULTS);
        assertSame(now, rankings.of(workspace, chronicle.now(), HotSpots.Options.DEFAULTS));
        assertTrue(now != rankings.of(workspace, chronicle.at(0), HotSpots.Options.DEFAULTS));
        for (int days = 1; days < 9; days++) {
            rankings.of(
                    workspace,
                    chronicle.now(),
                    new HotSpots.Options(HotSpots.Measure.COMPLEXITY, days));
        }
        assertTrue(now != rankings.of(workspace, chronicle.now(), HotSpots.Options.DEFAULTS));
    }

    @Test
    void whatIsMergedIsOne() {
        chronicle
                .commit("1", 0, "", "ann", "a", "b")
                .commit("2", DAY, "1", "ann@home", "a", "old b")
                .commit("3", 2 * DAY, "2", "ann", "a", "b", "old b");
        chronicle.feed.record(
                new NodesMerged(id("b"), id("old b"), Id.of("person", "me"), 0),
                new NodesMerged(id("ann"), id("ann@home"), Id.of("person", "me"), 0));
        assertEquals(List.of("old b 3 1.000 2.500"), told(coChanges("a", FROM_ONE)));
        assertEquals(1, owners("old b", 180).total());
        assertEquals(3, owners("old b", 180).commits());
    }

    @Test
    void aFolderHoldsWhatIsInItAtThatMoment() {
        chronicle
                .folder("src")
                .folder("src/in")
                .folder("doc")
                .commit("1", 0, "", "ann", "src/in/a", "src/b", "doc/c")
                .commit("2", DAY, "1", "bob", "src/in/a");
        Id me = Id.of("person", "me");
        assertEquals(2, owners("src", 180).files());
        assertEquals(1, owners("doc", 180).files());
        // A person puts the inner folder elsewhere, and then it is no more.
        chronicle.feed.record(
                new NodeGrouped(id("src/in"), me, id("doc"), false, Id.NONE, false, 0, 0));
        assertEquals(1, owners("src", 180).files());
        assertEquals(2, owners("doc", 180).files());
        assertEquals(2, owners("doc", 180).total());
        chronicle.feed.record(new GroupDissolved(id("src/in"), me, 0, 0, 0));
        assertEquals(2, owners("doc", 180).files(), "what was in it is in what is around it");
        assertEquals(1, owners("src", 180).files());
        chronicle.feed.record(
                new NodeGrouped(id("src/in/a"), me, id("src"), false, Id.NONE, false, 0, 0));
        assertEquals(2, owners("src", 180).files());
        assertEquals(1, owners("doc", 180).files());
    }

    @Test
    void aCommitThatSaysNoTimeCountsFromWhenItWasThere() {
        Id me = Id.of("person", "me");
        chronicle.commit("1", 0, "", "ann", "a");
        chronicle
                .feed
                .in(100 * DAY * 1_000_000)
                .record(
                        new NodeAdded(
                                id("2"),
                                me,
                                Value.text("2"),
                                List.of(),
                                Properties.NONE,
                                Id.NONE,
                                0),
                        new NodesConnected(
                                id("2a"), me, id("2"), id("a"), "changes", Properties.NONE, 0),
                        new NodesConnected(
                                id("2by"),
                                me,
                                id("2"),
                                id("ann"),
                                "authored by",
                                Properties.NONE,
                                0));
        assertEquals(List.of("ann 1.0000 of 1.5000, 2 commits, 1 files"), told(owners("a", 100)));
        assertEquals(100 * DAY * 1_000_000, owners("a", 100).lastAt());
    }

    @Test
    void whatIsNotThereIsNotAnswered() {
        GraphHistory history = chronicle.commit("1", 0, "", "ann", "a").history();
        assertTrue(history.coChanges(id("x"), FROM_ONE).isEmpty());
        assertTrue(history.owners(id("x"), Ownership.Options.DEFAULTS).isEmpty());
        assertTrue(history.release(id("x"), 1).isEmpty());
        Ranking ranking = history.rank(HotSpots.Options.DEFAULTS);
        assertTrue(history.hotSpots(ranking, id("x"), 1).isEmpty());
        assertEquals(0, history.releases(1).total());
    }
}
