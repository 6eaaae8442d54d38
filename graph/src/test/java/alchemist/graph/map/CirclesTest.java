package alchemist.graph.map;

import static alchemist.graph.map.Town.edge;
import static alchemist.graph.map.Town.indexOf;
import static alchemist.graph.map.Town.node;
import static alchemist.graph.map.Town.withdrawn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.graph.At;
import alchemist.graph.Feed;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.layout.LayoutOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups that nobody stated: what they are called, and what of them is told. */
class CirclesTest {
    private static final long SECOND = 1_000_000;

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);
    private final MapView direct = view(60);

    @Test
    void derivesGroupsWhereThereAreTooMany() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            events.add(node("n" + i, Id.NONE));
        }
        for (int i = 0; i < 200; i++) {
            int next = i % 20 == 19 ? i - 19 : i + 1;
            events.add(edge("n" + i, "n" + next));
        }
        feed.record(events);
        MapImage map = direct.image();
        assertTrue(map.items() > 200);
        assertEquals(MapImage.DERIVED_GROUP, map.kind()[0]);
        assertFalse(map.names()[0].isEmpty());
        assertTrue(map.count()[0] > 1);
        MapImage past = direct.image(At.effective(0), Drawing.ALL);
        assertEquals(0, past.items());
    }

    @Test
    void namesWhatItGroupsAfterWhatHoldsItTogether() {
        List<Event> events = new ArrayList<>();
        for (int star = 0; star < 5; star++) {
            for (int ray = 0; ray < 20; ray++) {
                events.add(node("ray " + star + "/" + ray, Id.NONE));
            }
            events.add(node("hub " + star, Id.NONE));
            for (int ray = 0; ray < 20; ray++) {
                events.add(edge("hub " + star, "ray " + star + "/" + ray));
            }
        }
        feed.record(events);
        MapImage map = direct.image();
        List<String> derived = new ArrayList<>();
        for (int item = 0; item < map.items(); item++) {
            if (map.kind()[item] == MapImage.DERIVED_GROUP) {
                derived.add(map.names()[item]);
            }
        }
        assertTrue(derived.contains("hub 3"), derived.toString());
    }

    @Test
    void saysWithAnEllipsisThatANameIsOfOneOfMany() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            events.add(node("n" + i, Id.NONE));
        }
        feed.record(events);
        MapImage map = direct.image();
        assertEquals(MapImage.DERIVED_GROUP, map.kind()[0]);
        assertTrue(map.names()[0].endsWith(" …"), map.names()[0]);
    }

    @Test
    void whatHoldsGroupsIsCalledAfterTheTwoWithMostInThem() {
        for (int g = 0; g < 8; g++) {
            group(g, g + 1);
        }
        for (int one = 0; one < 8; one++) {
            for (int other = one + 1; other < one / 4 * 4 + 4; other++) {
                feed.record(edge(one + "/0", other + "/0"));
            }
        }
        MapImage map = view(4).image(At.HEAD, 1);
        assertEquals(
                List.of("group 3, group 2 …", "group 7, group 6 …"),
                outermost(map).stream().sorted().toList());
        assertEquals(10, map.count()[indexOf(map, "group 3, group 2 …")]);
        assertEquals(26, map.count()[indexOf(map, "group 7, group 6 …")]);
    }

    @Test
    void twoGroupsThatAreAllThereIsNeedNoEllipsis() {
        for (int g = 0; g < 4; g++) {
            group(g, g + 1);
        }
        feed.record(edge("0/0", "2/0"), edge("1/0", "3/0"));
        MapImage map = view(2).image(At.HEAD, 1);
        assertEquals(
                List.of("group 2, group 0", "group 3, group 1"),
                outermost(map).stream().sorted().toList());
    }

    @Test
    void aGroupComesBeforeNodesHoweverManyEdgesTheseHave() {
        for (String town : List.of("a", "b")) {
            for (int i = 0; i < 3; i++) {
                feed.record(node(town + i, Id.NONE));
            }
        }
        group(0, 1);
        group(1, 1);
        for (int i = 0; i < 3; i++) {
            feed.record(edge("a" + i, "0/0"), edge("b" + i, "1/0"));
        }
        assertEquals(
                List.of("group 0 …", "group 1 …"),
                outermost(view(4).image(At.HEAD, 1)).stream().sorted().toList());
    }

    @Test
    void ofWhatNobodyStatedOnlyThatIsShownInWhichSomethingIsAtThatTime() {
        List<Event> events = new ArrayList<>();
        for (int i = 1; i < 40; i++) {
            events.add(node("n" + i, Id.NONE));
        }
        feed.in(10 * SECOND).record(node("n0", Id.NONE));
        feed.in(20 * SECOND).record(events);
        MapView small = view(4);
        MapImage now = small.image();
        MapImage then = small.image(At.effective(15 * SECOND), Drawing.ALL);
        int around = 0;
        for (int at = indexOf(now, "n0"); at >= 0; at = now.parent()[at]) {
            around++;
        }
        assertTrue(around > 2, "groups within groups: " + around);
        assertEquals(around, then.items());
        for (int item = 0; item < then.items(); item++) {
            assertEquals(1, then.count()[item]);
            assertEquals(10_000, then.from()[item]);
        }
    }

    @Test
    void whatNobodyStatedIsThereFromTheFirstToTheLastOfWhatIsInIt() {
        List<Event> going = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            feed.in((10 + i) * SECOND).record(node("n" + i, Id.NONE));
            if (i % 3 != 0) {
                going.add(withdrawn("n" + i));
            }
        }
        feed.in(50 * SECOND).record(going.subList(0, 10));
        feed.in(60 * SECOND).record(going.subList(10, going.size()));
        MapImage map = view(4).image();
        int derived = 0;
        for (int group = 0; group < map.items(); group++) {
            if (map.kind()[group] == MapImage.DERIVED_GROUP) {
                derived++;
                double from = Double.POSITIVE_INFINITY;
                double to = Double.NEGATIVE_INFINITY;
                int count = 0;
                for (int item = 0; item < map.items(); item++) {
                    if (map.parent()[item] == group) {
                        from = Math.min(from, map.from()[item]);
                        to = Math.max(to, map.to()[item]);
                        count += map.kind()[item] == MapImage.NODE ? 1 : map.count()[item];
                    }
                }
                assertEquals(from, map.from()[group]);
                assertEquals(to, map.to()[group]);
                assertEquals(count, map.count()[group]);
            }
        }
        assertTrue(derived > 7, "groups: " + derived);
    }

    private MapView view(int mostInAGroup) {
        return new MapView(
                view,
                Runnable::run,
                LayoutOptions.DEFAULT.withIterations(5).withMaxGroupSize(mostInAGroup),
                10_000);
    }

    private void group(int nth, int members) {
        feed.record(
                new GroupFormed(
                        Town.group(nth),
                        Town.GIT,
                        Value.text("group " + nth),
                        List.of(),
                        Properties.NONE,
                        Id.NONE,
                        0));
        for (int m = 0; m < members; m++) {
            feed.record(node(nth + "/" + m, Town.group(nth)));
        }
    }

    private static List<String> outermost(MapImage map) {
        List<String> names = new ArrayList<>();
        for (int item = 0; item < map.items(); item++) {
            if (map.parent()[item] < 0) {
                names.add(map.names()[item]);
            }
        }
        return names;
    }
}
