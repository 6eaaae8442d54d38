package alchemist.graph.map;

import static alchemist.graph.map.Town.GIT;
import static alchemist.graph.map.Town.edge;
import static alchemist.graph.map.Town.group;
import static alchemist.graph.map.Town.id;
import static alchemist.graph.map.Town.indexOf;
import static alchemist.graph.map.Town.node;
import static alchemist.graph.map.Town.withdrawn;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.graph.At;
import alchemist.graph.Feed;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.layout.LayoutOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapViewTest {
    private static final Id ANN = Id.of("person", "ann");
    private static final long SECOND = 1_000_000;

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private final MapView direct =
            new MapView(view, Runnable::run, LayoutOptions.DEFAULT.withIterations(5), 10_000);
    private final MapView late =
            new MapView(view, tasks::add, LayoutOptions.DEFAULT.withIterations(5), 0);

    @Test
    void isEmptyWhereNothingIs() {
        assertEquals(0, direct.image().items());
        assertEquals(0, late.image().edges());
    }

    @Test
    void putsGroupsBeforeTheirMembersAndAroundThem() {
        town(3, 5);
        MapImage map = direct.image();
        assertEquals(18, map.items());
        assertFalse(map.refining());
        for (int item = 0; item < map.items(); item++) {
            int group = map.parent()[item];
            if (group >= 0) {
                assertTrue(group < item);
                double distance =
                        Math.hypot(map.x()[item] - map.x()[group], map.y()[item] - map.y()[group]);
                assertTrue(distance <= map.radius()[group]);
                assertEquals(MapImage.STATED_GROUP, map.kind()[group]);
                assertEquals(5, map.count()[group]);
            }
        }
    }

    @Test
    void givesASketchUntilThePlacementIsReady() {
        town(2, 4);
        assertTrue(late.image().refining());
        tasks.remove().run();
        assertFalse(late.image().refining());
        float[] before = late.image().x();
        feed.record(node("new", group(0)));
        MapImage map = late.image();
        assertTrue(map.refining());
        assertEquals(11, map.items());
        int fresh = indexOf(map, "new");
        int around = map.parent()[fresh];
        assertEquals("group 0", map.names()[around]);
        assertTrue(
                Math.hypot(map.x()[fresh] - map.x()[around], map.y()[fresh] - map.y()[around])
                        <= map.radius()[around]);
        assertEquals(before[0], map.x()[0]);
        tasks.remove().run();
        assertFalse(late.image().refining());
    }

    @Test
    void whatWasGroupedByItselfStaysInItsGroupBesideWhatIsNew() {
        List<Event> events = new ArrayList<>();
        events.addAll(Town.of(1, 100));
        for (int i = 0; i < 200; i++) {
            events.add(node("n" + i, Id.NONE));
            if (i % 20 != 0) {
                events.add(edge("n" + i, "n" + (i - 1)));
            }
        }
        feed.record(events);
        late.image();
        tasks.remove().run();
        MapImage before = late.image();
        feed.record(
                node("new", Id.NONE),
                new NodeGrouped(id("0/7"), ANN, Id.NONE, true, Id.NONE, false, 0, 0));
        MapImage after = late.image();
        assertTrue(after.refining());
        assertEquals(-1, after.parent()[indexOf(after, "new")]);
        assertEquals(-1, after.parent()[indexOf(after, "0/7")], "it left its group");
        int derived = 0;
        for (int item = 0; item < before.items(); item++) {
            int now = List.of(after.ids()).indexOf(before.ids()[item]);
            int around = before.parent()[item];
            if (around >= 0 && !before.names()[item].equals("0/7")) {
                derived += before.kind()[around] == MapImage.DERIVED_GROUP ? 1 : 0;
                assertEquals(before.ids()[around], after.ids()[after.parent()[now]]);
            }
            assertEquals(before.x()[item], after.x()[now]);
            assertEquals(before.y()[item], after.y()[now]);
        }
        assertTrue(derived >= 299, derived + " in groups that nobody stated");
    }

    @Test
    void leavesEverythingWhereItWasWhenLittleComes() {
        town(8, 12);
        MapImage before = direct.image();
        feed.record(node("new", group(3)), edge("new", "0/1"));
        MapImage after = direct.image();
        assertFalse(after.refining());
        assertEquals(before.items() + 1, after.items());
        double extent = 0;
        for (int item = 0; item < before.items(); item++) {
            extent = Math.max(extent, Math.hypot(before.x()[item], before.y()[item]));
        }
        int still = 0;
        for (int item = 0; item < before.items(); item++) {
            int now = indexOf(after, before.names()[item]);
            double moved =
                    Math.hypot(
                            after.x()[now] - before.x()[item], after.y()[now] - before.y()[item]);
            still += moved < 0.05 * extent ? 1 : 0;
        }
        assertTrue(still > 0.9 * before.items(), still + " of " + before.items());
    }

    @Test
    void goesOnFromWhereThingsWereWhenItEnded() {
        town(8, 12);
        direct.image();
        feed.record(node("new", group(3)), edge("new", "0/1"));
        MapImage before = direct.image();
        Output out = new Output(64);
        assertTrue(direct.save(out));

        MapView again =
                new MapView(view, Runnable::run, LayoutOptions.DEFAULT.withIterations(5), 10_000);
        again.load(new Input(out.toBytes()));
        MapImage after = again.image();
        assertFalse(after.refining());
        assertArrayEquals(before.x(), after.x(), 0.01f);
        assertArrayEquals(before.y(), after.y(), 0.01f);
    }

    @Test
    void startsFromNothingWhereWhatWasIsOfAnotherGraph() {
        town(8, 12);
        MapImage fresh = direct.image();
        GraphView other = new GraphView(Opener.NONE);
        new Feed(other).record(node("elsewhere", Id.NONE), node("too", Id.NONE));
        MapView strange = new MapView(other, Runnable::run, LayoutOptions.DEFAULT, 10_000);
        strange.image();
        Output out = new Output(64);
        assertTrue(strange.save(out));
        MapView again =
                new MapView(view, Runnable::run, LayoutOptions.DEFAULT.withIterations(5), 10_000);
        again.load(new Input(out.toBytes()));
        assertArrayEquals(fresh.x(), again.image().x());
    }

    @Test
    void refusesWhatIsNoPlacement() {
        town(3, 4);
        direct.image();
        Output out = new Output(64);
        direct.save(out);
        byte[] bytes = out.toBytes();
        assertThrows(MalformedBytes.class, () -> direct.load(new Input(new byte[] {9})));
        assertThrows(
                MalformedBytes.class,
                () -> direct.load(new Input(Arrays.copyOf(bytes, bytes.length - 1))));
        // The parents stand last.
        byte[] round = bytes.clone();
        Arrays.fill(round, bytes.length - 4, bytes.length, (byte) 0x7f);
        assertThrows(MalformedBytes.class, () -> direct.load(new Input(round)));
        assertFalse(late.save(new Output(8)));
    }

    @Test
    void placesAllFromNothingWhenMuchHasCome() {
        town(2, 12);
        direct.image();
        town(9, 12);
        MapImage grown = direct.image();
        MapImage fresh =
                new MapView(view, Runnable::run, LayoutOptions.DEFAULT.withIterations(5), 10_000)
                        .image();
        assertArrayEquals(fresh.x(), grown.x());
        assertArrayEquals(fresh.y(), grown.y());
    }

    @Test
    void cutsAtALevelAndCountsTheEdgesBetweenGroups() {
        town(3, 5);
        MapImage map = direct.image(At.HEAD, 0);
        assertEquals(3, map.items());
        assertEquals(3, map.edges());
        float sum = 0;
        for (float weight : map.edgeWeight()) {
            sum += weight;
        }
        assertEquals(15, sum);
        assertArrayEquals(new int[] {5, 5, 5}, map.count());
    }

    @Test
    void showsWhatIsGoneWithItsTime() {
        feed.in(10 * SECOND).record(node("a", Id.NONE), node("b", Id.NONE), edge("a", "b"));
        feed.in(20 * SECOND).record(withdrawn("b"));
        MapImage map = direct.image();
        int b = indexOf(map, "b");
        assertEquals(10_000, map.from()[b]);
        assertEquals(20_000, map.to()[b]);
        assertEquals(Double.POSITIVE_INFINITY, map.to()[indexOf(map, "a")]);
        assertEquals(20_000, map.edgeValidTo()[0]);
        assertEquals(1, direct.image(At.effective(25 * SECOND), Drawing.ALL).items());
        assertEquals(2, direct.image(At.effective(15 * SECOND), Drawing.ALL).items());
        assertEquals(0, direct.image(At.effective(5 * SECOND), Drawing.ALL).items());
        assertEquals(Double.POSITIVE_INFINITY, direct.image(At.position(3), Drawing.ALL).to()[b]);
    }

    @Test
    void putsASourceThatStatesThingsInNoGroupIntoOneOfItsOwn() {
        Id cluster = group(7);
        feed.record(new ImportStarted(Id.of("import", "1"), GIT, "arrows", "/x/d.json", "d.json"));
        feed.in(10 * SECOND).record(node("a", Id.NONE), node("b", cluster), cluster(cluster));
        feed.in(20 * SECOND).record(node("c", Id.NONE), edge("a", "c"));
        feed.record(
                by(ANN, "own"), new NodeGrouped(id("c"), ANN, Id.NONE, true, Id.NONE, false, 0, 0));
        MapImage map = direct.image();
        int around = indexOf(map, "d.json");
        assertEquals(MapImage.DERIVED_GROUP, map.kind()[around]);
        assertEquals(around, map.parent()[indexOf(map, "a")]);
        assertEquals(around, map.parent()[indexOf(map, "group 7")]);
        assertEquals(indexOf(map, "group 7"), map.parent()[indexOf(map, "b")]);
        assertEquals(-1, map.parent()[indexOf(map, "own")]);
        assertEquals(-1, map.parent()[indexOf(map, "c")]);
        assertEquals(2, map.count()[around]);
        assertEquals(10_000, map.from()[around]);
        assertEquals(3, direct.image(At.HEAD, 0).items());
        assertFalse(List.of(direct.image(At.effective(0), Drawing.ALL).names()).contains("d.json"));
    }

    @Test
    void tellsTheGroupsOfSourcesOfOneNameApartByTheirReaders() {
        Id code = Id.of("source", "code");
        feed.record(new ImportStarted(Id.of("import", "1"), GIT, "git", "/x", "x"));
        feed.record(node("a", Id.NONE));
        feed.record(new ImportStarted(Id.of("import", "2"), code, "code", "/x", "x"));
        feed.record(by(code, "library"));
        List<String> names = List.of(direct.image().names());
        assertTrue(names.containsAll(List.of("x (git)", "x (code)")), names.toString());
        assertFalse(names.contains("x"));
    }

    @Test
    void aSourceAllOfWhoseThingsAreInGroupsNeedsNone() {
        feed.record(new ImportStarted(Id.of("import", "1"), GIT, "folder", "/x", "x"));
        town(2, 3);
        assertFalse(List.of(direct.image().names()).contains("x"));
    }

    @Test
    void theGroupOfASourceStaysWhereItWasPlaced() {
        feed.record(new ImportStarted(Id.of("import", "1"), GIT, "arrows", "/x/d.json", ""));
        feed.record(node("a", Id.NONE), node("b", Id.NONE));
        late.image();
        tasks.remove().run();
        MapImage before = late.image();
        assertFalse(before.refining());
        feed.record(node("c", Id.NONE));
        MapImage map = late.image();
        assertTrue(map.refining());
        int around = indexOf(map, "/x/d.json");
        assertEquals(around, map.parent()[indexOf(map, "c")]);
        assertEquals(before.x()[indexOf(before, "/x/d.json")], map.x()[around]);
        assertEquals(before.ids()[indexOf(before, "/x/d.json")], map.ids()[around]);
    }

    private static Event cluster(Id group) {
        return new GroupFormed(
                group, GIT, Value.text("group 7"), List.of(), Properties.NONE, Id.NONE, 0);
    }

    private void town(int groups, int members) {
        feed.record(Town.of(groups, members));
    }

    private static Event by(Id person, String name) {
        return new NodeAdded(
                id(name), person, Value.text(name), List.of(), Properties.NONE, Id.NONE, 0);
    }
}
