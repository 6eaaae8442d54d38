package alchemist.gateway.rest;

import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;
import java.util.List;

/**
 * What became of a command, in a few bytes.
 *
 * @param position of its last event; where it has none, the position that this is true at; 0 where
 *     it was refused
 * @param events how many were recorded
 * @param duplicate it was accepted before
 * @param given the id that was given to its new thing, or NONE
 * @param code why it was rejected or refused, for programs
 * @param reason the same, for people
 */
record Outcome(
        Status status,
        long position,
        long events,
        boolean duplicate,
        Id given,
        String code,
        String reason) {

    /** In the order of the stored numbers. */
    enum Status {
        ACCEPTED,
        REJECTED,
        REFUSED;

        private static final List<Status> ALL = List.of(values());

        private int number() {
            return ALL.indexOf(this);
        }

        private static Status of(int number) {
            if (number >= ALL.size()) {
                throw new IllegalArgumentException("there is no status " + number);
            }
            return ALL.get(number);
        }
    }

    /** How it stands in answers. */
    static final Schema<Outcome> SCHEMA =
            Schema.<Outcome>record("outcome", 1, "What became of a command")
                    .count(
                            1,
                            "status",
                            "0: accepted, 1: rejected by the rules, 2: refused",
                            o -> o.status().number())
                    .count(
                            2,
                            "position",
                            "of its last event, or the one that this is true at",
                            Outcome::position)
                    .count(3, "events", "how many were recorded", Outcome::events)
                    .flag(4, "duplicate", "it was accepted before", Outcome::duplicate)
                    .id(5, "given", "the id that its new thing was given", Outcome::given)
                    .text(6, "code", "why not, for programs", Outcome::code)
                    .text(7, "reason", "why not, for people", Outcome::reason)
                    .make(
                            s ->
                                    new Outcome(
                                            Status.of(s.small(1)),
                                            s.count(2),
                                            s.count(3),
                                            s.flag(4),
                                            s.id(5),
                                            s.text(6),
                                            s.text(7)));
}
