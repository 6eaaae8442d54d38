package alchemist.server.cli;

import alchemist.kernel.value.Properties;
import java.io.IOException;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that ask a workspace something have in common. */
final class AnswerOptions {
    @Mixin private final DataOption data = new DataOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "as the API answers it")
    private boolean json;

    /** What to ask once a server is there. */
    @FunctionalInterface
    interface Question {
        /**
         * Asks.
         *
         * @param path the workspace's
         */
        Properties answer(Api api, String path) throws IOException, Failure;
    }

    /** Asks, and prints the answer as JSON or as somebody tells it. */
    int answer(Question question, Consumer<Properties> tell) throws IOException, Failure {
        try (Session session = Session.of(data.directory())) {
            Api api = session.api();
            Properties answer = question.answer(api, workspace.path(api));
            if (json) {
                System.out.println(Fields.json(answer));
            } else {
                tell.accept(answer);
            }
        }
        return 0;
    }
}
