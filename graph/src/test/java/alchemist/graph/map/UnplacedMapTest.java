package alchemist.graph.map;

import static alchemist.graph.map.Town.node;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.graph.Feed;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.layout.LayoutOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What is answered where a placement takes long, or fails. */
class UnplacedMapTest {
    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private final MapView late =
            new MapView(view, tasks::add, LayoutOptions.DEFAULT.withIterations(5), 0);

    @Test
    void aLargeGraphIsSketchedAtOnceAndPlacedLater() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i <= 5_000; i++) {
            events.add(node("n" + i, Id.NONE));
        }
        feed.record(events);
        MapImage map = late.image();
        assertTrue(map.refining());
        assertEquals(5_001, map.items());
        assertEquals(1, tasks.size());
        late.image();
        assertEquals(1, tasks.size(), "one placement at a time");
        tasks.remove().run();
        assertFalse(late.image().refining());
    }

    @Test
    void whoIsInterruptedWhileTheyWaitIsGivenASketchAndStaysInterrupted() {
        feed.record(Town.of(2, 4));
        Thread.currentThread().interrupt();
        MapImage map = late.image();
        assertTrue(Thread.interrupted());
        assertTrue(map.refining());
        assertEquals(10, map.items());
    }

    @Test
    void aPlacementThatFailsIsToldToWhoWaitsForIt() {
        feed.record(Town.of(2, 4));
        MapView failing = new MapView(view, Runnable::run, failing(), 10_000);
        var failed = assertThrows(IllegalStateException.class, failing::image);
        assertEquals("the graph could not be placed", failed.getMessage());
        assertEquals("no ink", Objects.requireNonNull(failed.getCause()).getMessage());
    }

    @Test
    void aPlacementThatFailsWhenNobodyWaitsIsLoggedAndMadeAnew() {
        feed.record(Town.of(2, 4));
        MapView failing = new MapView(view, tasks::add, failing(), 0);
        assertTrue(failing.image().refining());
        List<String> logged = new ArrayList<>();
        Logger logger = Logger.getLogger(MapView.class.getName());
        Handler handler = new Heard(logged);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            tasks.remove().run();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        assertEquals(List.of("the graph could not be placed: no ink"), logged);
        assertTrue(failing.image().refining());
        assertEquals(1, tasks.size(), "another is tried");
    }

    private static LayoutOptions failing() {
        return LayoutOptions.DEFAULT.withProgress(
                _ -> {
                    throw new IllegalStateException("no ink");
                });
    }

    private static final class Heard extends Handler {
        private final List<String> logged;

        Heard(List<String> logged) {
            this.logged = logged;
        }

        @Override
        public void publish(LogRecord entry) {
            Throwable thrown = Objects.requireNonNull(entry.getThrown());
            Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
            logged.add(entry.getMessage() + ": " + cause.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
