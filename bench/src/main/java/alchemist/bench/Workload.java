package alchemist.bench;

import alchemist.domain.graph.GraphCommand;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;

/**
 * What people and programs do to a graph, by number and therefore the same each time: of eight
 * commands one adds a node, two connect two, four describe one with three properties, drawn from
 * all that live, and one retires the oldest, as soon as {@link #LIVE} live.
 */
public final class Workload {
    /** How many nodes live once 1,600,000 commands are done. */
    static final int LIVE = 200_000;

    private static final Id CLIENT = Id.of("client", "bench");
    private static final Id ACTOR = Id.of("person", "bench");
    private static final List<String> TYPES = List.of("Service");
    private static final CommandEnvelope ENVELOPE = CommandEnvelope.of(CLIENT, ACTOR);

    private Workload() {}

    /** The command of a number. */
    public static Submission submission(long number) {
        return new Submission(ENVELOPE, command(number));
    }

    /**
     * The same commands in other parts: of five one adds, three connect, one describes; so
     * 1,000,000 make 200,000 nodes and 600,000 edges.
     */
    static Submission growing(long number) {
        long round = number / 5;
        Command command =
                switch ((int) (number % 5)) {
                    case 0 -> add(round);
                    case 4 -> describe(number, any(number, round));
                    default -> connect(number, round, any(number, round));
                };
        return new Submission(ENVELOPE, command);
    }

    private static Command command(long number) {
        long round = number >> 3;
        return switch ((int) (number & 7)) {
            case 0 -> add(round);
            case 1, 5 -> connect(number, round, live(number, round));
            case 3 ->
                    round < LIVE
                            ? connect(number, round, live(number, round))
                            : new GraphCommand.RetireNode(node(round - LIVE));
            default -> describe(number, live(number, round));
        };
    }

    /** The round that added one of those that live. */
    private static long live(long number, long round) {
        return round - mix(number) % Math.min(round + 1, LIVE);
    }

    private static Command add(long round) {
        return new GraphCommand.AddNode(
                node(round),
                Value.text(name(round)),
                TYPES,
                Properties.of("owner", Value.text("team " + round % 40)),
                Id.NONE);
    }

    /** The name of the node that a round adds. */
    static String name(long round) {
        return "service " + round;
    }

    private static long any(long number, long round) {
        return mix(number) % (round + 1);
    }

    private static Command connect(long number, long from, long to) {
        return new GraphCommand.ConnectNodes(
                new Id(0xE000_0000_0000_0000L, mix(number)),
                node(from),
                node(to),
                "calls",
                Properties.NONE);
    }

    private static Command describe(long number, long which) {
        return new GraphCommand.DescribeNode(
                node(which),
                Properties.of(
                                "load",
                                Value.integer(number),
                                "status",
                                Value.text("status " + number % 7))
                        .with("checked", new Value.Date(number % 20_000)));
    }

    /** The node that a round adds. */
    static Id node(long number) {
        return new Id(0xA000_0000_0000_0000L, mix(Math.abs(number)) | 1);
    }

    /** A number that looks drawn, never negative (the finaliser of SplitMix64). */
    private static long mix(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) & Long.MAX_VALUE;
    }
}
