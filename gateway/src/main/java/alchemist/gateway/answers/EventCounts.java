package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.written;

import alchemist.kernel.Envelope;
import alchemist.kernel.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many events there are.
 *
 * @param position the last of the workspace
 * @param from the first that was looked at
 * @param count of those that are wanted
 * @param start when the first of them was recorded, µs since 1970; 0 where there is none
 * @param end when the last of them was recorded
 * @param types by type, most first
 * @param intervals of equal length, from start to end
 */
public record EventCounts(
        long position,
        long from,
        long count,
        long start,
        long end,
        List<OfType> types,
        List<Interval> intervals) {

    /** Keeps the lists from changing. */
    public EventCounts {
        types = List.copyOf(types);
        intervals = List.copyOf(intervals);
    }

    /** How many of one type. */
    public record OfType(String type, long count) {}

    /**
     * How many were recorded in an interval.
     *
     * @param position of the last event up to its end; 0 where there is none
     */
    public record Interval(long count, long position) {}

    private static final Schema<OfType> OF_TYPE =
            written(
                    Schema.<OfType>record("event-type-count", 1, "How many events of one type")
                            .text(1, "type", "such as graph.node-added", OfType::type)
                            .required()
                            .count(2, "count", "how many", OfType::count)
                            .required());

    private static final Schema<Interval> INTERVAL =
            written(
                    Schema.<Interval>record("event-interval", 1, "How many events at a time")
                            .count(1, "count", "recorded in it", Interval::count)
                            .required()
                            .count(
                                    2,
                                    "position",
                                    "of the last of them that was recorded by its end",
                                    Interval::position)
                            .required());

    /** How it is answered. */
    public static final Schema<EventCounts> SCHEMA =
            written(
                    Schema.<EventCounts>record("event-counts", 1, "How many events there are")
                            .count(1, "position", "of the last event", EventCounts::position)
                            .required()
                            .count(
                                    2,
                                    "from",
                                    "the first position that was looked at",
                                    EventCounts::from)
                            .required()
                            .count(3, "count", "how many are wanted", EventCounts::count)
                            .required()
                            .time(4, "start", "when the first was recorded", EventCounts::start, 0)
                            .time(5, "end", "when the last was recorded", EventCounts::end, 0)
                            .records(6, "types", "most first", OF_TYPE, EventCounts::types)
                            .required()
                            .records(
                                    7,
                                    "intervals",
                                    "of equal length, from start to end",
                                    INTERVAL,
                                    EventCounts::intervals)
                            .required());

    /** Counts events that come in order. For one thread. */
    public static final class Counting {
        private final Map<String, Long> types = new TreeMap<>();
        private long[] times = new long[1_024];
        private long[] positions = new long[1_024];
        private int size;

        /** One more. */
        public void add(Envelope envelope) {
            types.merge(envelope.event().schema().name(), 1L, Long::sum);
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
                positions = Arrays.copyOf(positions, size * 2);
            }
            times[size] = envelope.recordedAt();
            positions[size++] = envelope.position();
        }

        /** All of them. */
        public EventCounts counted(long position, long from, int parts) {
            long start = size == 0 ? 0 : times[0];
            long end = size == 0 ? 0 : times[size - 1];
            List<OfType> byType = new ArrayList<>();
            types.forEach((type, count) -> byType.add(new OfType(type, count)));
            byType.sort((a, b) -> Long.compare(b.count(), a.count()));
            return new EventCounts(
                    position, from, size, start, end, byType, intervals(start, end, parts));
        }

        private List<Interval> intervals(long start, long end, int parts) {
            List<Interval> intervals = new ArrayList<>();
            int at = 0;
            for (int part = 0; part < parts && size > 0; part++) {
                int before = at;
                long last = start + (end - start) / parts * (part + 1);
                while (at < size && (part == parts - 1 || times[at] <= last)) {
                    at++;
                }
                intervals.add(new Interval(at - before, at == 0 ? 0 : positions[at - 1]));
            }
            return intervals;
        }
    }
}
