package alchemist.server.cli;

import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that ask about a history have in common. */
final class HistoryOptions {
    @Mixin private final AnswerOptions options = new AnswerOptions();

    @Option(
            names = "--at",
            paramLabel = "WHEN",
            description =
                    "as it was: a position (12), a time (2026-01-31T09:30:00Z), or a time of record (recorded:…)")
    private @Nullable String at;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "how many at most (${DEFAULT-VALUE})")
    private int limit;

    /** How many at most. */
    int limit() {
        return limit;
    }

    /** What to ask once a server is there. */
    @FunctionalInterface
    interface Question {
        /** The path below the workspace, with the query. */
        String path(Asking asking) throws IOException, Failure;
    }

    /** What to ask of more than one path. */
    @FunctionalInterface
    interface Gathering {
        /** One answer of several. */
        Properties answer(Asking asking) throws IOException, Failure;
    }

    /**
     * A workspace that is asked.
     *
     * @param when the moment asked about, as a parameter; empty: now
     */
    record Asking(Api api, String base, String when) {
        private static final int MOST_CALLED = 1000;

        /** What is so at the moment asked about. */
        Properties asOf(String path) throws IOException, Failure {
            return api.get(base + with(path, when));
        }

        /** The same, at the position of an answer where no other moment is asked about. */
        Asking at(Properties answer) {
            return when.isEmpty()
                    ? new Asking(api, base, "at=" + Fields.number(answer, "position"))
                    : this;
        }

        /** The nodes of just this name. */
        List<Properties> called(String name, String type) throws IOException, Failure {
            String query = "name=" + Api.encoded(name) + "&type=" + Api.encoded(type);
            Properties found = asOf("/nodes?limit=" + MOST_CALLED + "&" + query);
            return Fields.objects(found, "nodes").stream()
                    .filter(node -> Fields.text(node, "name").equals(name))
                    .toList();
        }

        private static String with(String path, String parameter) {
            char next = path.indexOf('?') < 0 ? '?' : '&';
            return parameter.isEmpty() ? path : path + next + parameter;
        }

        /** The node of a path as people write it, or of an id. */
        String node(String path) throws IOException, Failure {
            return new PathNode(this).find(path);
        }
    }

    /** Asks, and prints the answer as JSON or as somebody tells it. */
    int answer(Question question, Consumer<Properties> tell) throws IOException, Failure {
        return gather(
                asking -> {
                    String path = question.path(asking);
                    return asking.asOf(Asking.with(path, "limit=" + limit));
                },
                tell);
    }

    /** Asks more than once, and prints what that comes to. */
    int gather(Gathering gathering, Consumer<Properties> tell) throws IOException, Failure {
        String when = at == null ? "" : "at=" + Api.encoded(at);
        return options.answer((api, base) -> gathering.answer(new Asking(api, base, when)), tell);
    }

    /** How something is called: by its path where it has one. */
    static String called(Properties part, String field) {
        String path = Fields.text(part, "path");
        return path.isEmpty() ? Fields.text(Fields.object(part, field), "name") : path;
    }

    /** A fraction that an answer holds, as 0.25. */
    static double real(Properties part, String field) {
        return switch (part.find(field)) {
            case Value.Real(double real) -> real;
            case Value.Int(long whole) -> whole;
            case null, default -> 0;
        };
    }

    /** The day of a time, as 2026-01-31. */
    static String day(Properties part, String field) {
        String time = Fields.text(part, field);
        return time.length() < 10 ? time : time.substring(0, 10);
    }

    /** Says how many there are beyond those that are shown. */
    static void more(List<Properties> shown, long total) {
        if (total > shown.size()) {
            System.out.printf("… and %,d more; --limit shows them%n", total - shown.size());
        }
    }
}
