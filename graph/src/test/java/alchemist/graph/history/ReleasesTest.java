package alchemist.graph.history;

import static alchemist.graph.history.Chronicle.DAY;
import static alchemist.graph.history.Chronicle.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.graph.history.Chronicle.Made;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is new in a tag or branch. */
class ReleasesTest {
    private final Chronicle chronicle = new Chronicle();

    private static List<String> told(List<Release.Part> parts) {
        return parts.stream()
                .map(part -> part.node().name().text() + " " + part.commits())
                .toList();
    }

    @Test
    void aReleaseHoldsWhatLeadsToItAndToNoTagBefore() {
        chronicle
                .commit("1", 0, "", "ann", "a")
                .commit("2", DAY, "1", "bob", "a", "b")
                .commit("fix", 2 * DAY, "1", "eve", "a")
                .commit(
                        new Made(
                                "merge",
                                3 * DAY,
                                List.of("2", "fix"),
                                List.of("ann"),
                                List.of(),
                                List.of("#7")))
                .commit("4", 4 * DAY, "merge", "ann", "a", "gone")
                .gone("gone", 5 * DAY)
                .tag("v1", "1", 0)
                .tag("v1.1", "fix", 2 * DAY)
                .tag("v2", "4", 6 * DAY)
                .tag("same", "4", 7 * DAY);
        GraphHistory.Listed listed = chronicle.history().releases(10);
        assertEquals(
                List.of("same", "v2", "v1.1", "v1"),
                listed.releases().stream().map(r -> r.tag().name().text()).toList());
        Release v2 = listed.releases().get(1);
        assertEquals(List.of("v1.1"), v2.before().stream().map(t -> t.name().text()).toList());
        assertEquals(3, v2.commits(), "2, merge and 4");
        assertEquals(2, v2.people());
        assertEquals(3, v2.files(), "a, b and what is gone");
        assertEquals(1, v2.mentioned());
        Release.Contents contents = chronicle.history().release(id("v2"), 10).orElseThrow();
        assertEquals(v2, contents.release());
        assertEquals(
                List.of("4", "merge", "2"),
                contents.commits().stream().map(c -> c.name().text()).toList());
        assertEquals(List.of("ann 2", "bob 1"), told(contents.people()));
        assertEquals(List.of("a 2", "b 1"), told(contents.files()));
        assertEquals(List.of("#7 1"), told(contents.mentioned()));
        assertEquals(2, chronicle.history().releases(2).releases().size());
        chronicle.commit("5", 9 * DAY, "4", "eve", "a");
        chronicle.branch("main", "5").branch("old", "fix").branch("side", "2");
        Release main = chronicle.history().release(id("main"), 9).orElseThrow().release();
        assertEquals(1, main.commits(), "what is in no tag yet");
        assertEquals(
                List.of("same", "v2"), main.before().stream().map(t -> t.name().text()).toList());
        assertEquals(
                0, chronicle.history().release(id("old"), 9).orElseThrow().release().commits());
        assertEquals(
                1, chronicle.history().release(id("side"), 9).orElseThrow().release().commits());
        assertEquals(4, chronicle.history().releases(2).total());
        assertTrue(chronicle.history().release(id("a"), 10).isEmpty());
        assertEquals(2, new GraphHistory(chronicle.at(2 * DAY)).releases(9).total());
    }

    private String told(String tag) {
        Release release = chronicle.history().release(id(tag), 9).orElseThrow().release();
        return release.commits()
                + " after "
                + release.before().stream().map(t -> t.name().text()).toList();
    }

    @Test
    void tagsComeAfterOneAnotherInTheirOwnLine() {
        for (int i = 0; i < 10; i++) {
            chronicle.commit("" + i, i * DAY, i == 0 ? "" : "" + (i - 1), "ann", "a");
        }
        chronicle
                .tag("v1.0", "1", DAY)
                .tag("cli@2.0.0", "2", 2 * DAY)
                .tag("nightly", "3", 3 * DAY)
                .tag("cli@2.0.1", "4", 4 * DAY)
                .tag("1.1", "6", 6 * DAY)
                .tag("1.x", "6", 6 * DAY)
                .tag("2.0", "8", 8 * DAY)
                .tag("other", "9", 9 * DAY);
        assertEquals("2 after []", told("v1.0"));
        assertEquals("1 after [v1.0]", told("cli@2.0.0"), "the first of its line");
        assertEquals("2 after [cli@2.0.0]", told("cli@2.0.1"));
        assertEquals("5 after [v1.0]", told("1.1"));
        assertEquals("2 after [1.1]", told("2.0"), "1.x is no release");
        assertEquals("1 after [2.0]", told("other"));
        assertEquals("1 after [cli@2.0.0]", told("nightly"));
    }

    @Test
    void aReleaseThatWasNeverMergedIsBeforeTheNextOfItsSeries() {
        chronicle
                .commit("1", 0, "", "ann", "a")
                .commit("2", DAY, "1", "ann", "a")
                .commit("release", 2 * DAY, "2", "ann", "a")
                .commit("3", 3 * DAY, "2", "ann", "a")
                .commit("4", 4 * DAY, "3", "ann", "a")
                .commit("5", 6 * DAY, "4", "ann", "a")
                .commit("later", 7 * DAY, "release", "ann", "a")
                .tag("2.9.0", "1", 0)
                .tag("3.0.0", "release", 2 * DAY)
                .tag("3.0.1", "4", 5 * DAY)
                .tag("3.1.0", "5", 6 * DAY)
                .tag("3.0.2", "later", 7 * DAY)
                .commit("6", 8 * DAY, "2", "ann", "a")
                .commit("7", 9 * DAY, "6", "ann", "a")
                .commit("8", 10 * DAY, "7", "ann", "a")
                .commit("9", 11 * DAY, "8", "ann", "a")
                .tag("3.10.0", "8", 10 * DAY)
                .tag("4.0.0", "9", 11 * DAY);
        assertEquals("2 after [2.9.0]", told("3.0.0"));
        assertEquals("2 after [3.0.0]", told("3.0.1"), "2 is in 3.0.0");
        assertEquals("1 after [3.0.1]", told("3.1.0"));
        assertEquals("1 after [3.0.0]", told("3.0.2"));
        assertEquals("3 after [3.1.0]", told("3.10.0"), "2.9.0 is older, though it leads there");
        assertEquals("1 after [3.10.0]", told("4.0.0"));
    }

    @Test
    void peopleMayDrawCommitsInACircle() {
        chronicle.commit("1", 0, "", "ann", "a").commit("2", DAY, "1", "ann", "a");
        chronicle.feed.record(
                new NodesConnected(
                        id("back"),
                        Id.of("person", "me"),
                        id("1"),
                        id("2"),
                        "follows",
                        Properties.NONE,
                        0),
                new NodesConnected(
                        id("self"),
                        Id.of("person", "me"),
                        id("1"),
                        id("1"),
                        "follows",
                        Properties.NONE,
                        0));
        chronicle.tag("v1", "1", DAY).tag("v2", "2", DAY);
        assertEquals(2, chronicle.history().releases(9).total());
    }

    @Test
    void aLongHistoryIsWalkedToItsBeginningAndNoFurtherThanTheTagBefore() {
        chronicle.commit("0", 0, "", "ann", "a");
        for (int i = 1; i < 200; i++) {
            chronicle.commit("" + i, i * DAY, "" + (i - 1), "ann", "a");
        }
        chronicle.tag("v1", "149", 149 * DAY).tag("v2", "199", 199 * DAY);
        List<Release> releases = chronicle.history().releases(9).releases();
        assertEquals(List.of(50, 150), releases.stream().map(Release::commits).toList());
        Release.Contents first = chronicle.history().release(id("v1"), 3).orElseThrow();
        assertEquals(
                List.of("149", "148", "147"),
                first.commits().stream().map(c -> c.name().text()).toList());
        assertEquals(List.of("a 150"), told(first.files()));
    }
}
