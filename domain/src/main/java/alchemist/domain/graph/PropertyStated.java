package alchemist.domain.graph;

import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Value;

/**
 * One property of a thing, as a source now states it, and as it did before.
 *
 * @param key the property
 * @param value what the source states; null: it states nothing any more
 * @param denied the source states that there is nothing: what others say is not shown
 * @param previous what it stated before; null: nothing
 * @param previousSince the position at which it had stated that; 0: never
 * @param since the position from which the statement counts; 0: this event's
 */
public record PropertyStated(
        String key, Value value, boolean denied, Value previous, long previousSince, long since) {

    static final Schema<PropertyStated> SCHEMA =
            Schema.<PropertyStated>record(
                            "property-stated", 1, "One property, as a source now states it")
                    .text(1, "key", "the property", PropertyStated::key)
                    .required()
                    .value(
                            2,
                            "value",
                            "what is stated; absent: nothing any more",
                            PropertyStated::value)
                    .flag(
                            3,
                            "denied",
                            "that there is nothing is what is stated",
                            PropertyStated::denied)
                    .value(4, "previous", "what the source stated before", PropertyStated::previous)
                    .count(
                            5,
                            "previousSince",
                            "position of that; absent: never stated",
                            PropertyStated::previousSince)
                    .count(
                            6,
                            "since",
                            "position from which it counts, if not this event's",
                            PropertyStated::since)
                    .make(
                            s ->
                                    new PropertyStated(
                                            s.text(1),
                                            s.value(2),
                                            s.flag(3),
                                            s.value(4),
                                            s.count(5),
                                            s.count(6)));
}
