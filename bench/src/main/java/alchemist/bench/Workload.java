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
 * commands one adds a node, three connect two, and four describe one with three properties; so
 * 1,000,000 commands make 125,000 nodes and 375,000 edges.
 */
final class Workload {
    private static final Id CLIENT = Id.of("client", "bench");
    private static final Id ACTOR = Id.of("person", "bench");
    private static final List<String> TYPES = List.of("Service");
    private static final CommandEnvelope ENVELOPE = CommandEnvelope.of(CLIENT, ACTOR);

    private Workload() {}

    static Submission submission(long number) {
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
                    case 4 -> describe(number, round);
                    default -> connect(number, round);
                };
        return new Submission(ENVELOPE, command);
    }

    private static Command command(long number) {
        long round = number >> 3;
        return switch ((int) (number & 7)) {
            case 0 -> add(round);
            case 1, 3, 5 -> connect(number, round);
            default -> describe(number, round);
        };
    }

    private static Command add(long round) {
        return new GraphCommand.AddNode(
                node(round),
                Value.text("service " + round),
                TYPES,
                Properties.of("owner", Value.text("team " + round % 40)),
                Id.NONE);
    }

    private static Command connect(long number, long round) {
        return new GraphCommand.ConnectNodes(
                new Id(0xE000_0000_0000_0000L, mix(number)),
                node(round),
                node(mix(number) % (round + 1)),
                "calls",
                Properties.NONE);
    }

    private static Command describe(long number, long round) {
        return new GraphCommand.DescribeNode(
                node(mix(number) % (round + 1)),
                Properties.of(
                                "load",
                                Value.integer(number),
                                "status",
                                Value.text("status " + number % 7))
                        .with("checked", new Value.Date(number % 20_000)));
    }

    private static Id node(long number) {
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
