package alchemist.server.cli;

import static alchemist.server.cli.Fields.number;
import static alchemist.server.cli.Fields.object;
import static alchemist.server.cli.Fields.objects;
import static alchemist.server.cli.Fields.text;

import alchemist.kernel.value.Properties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds the rules of a project against its graph. */
@Command(
        name = "check",
        exitCodeOnExecutionException = CommandLineInterface.WRONG,
        description = {
            "Read a place and hold rules against its graph: what must not lead where, what must"
                    + " not go round in circles, what must be there.",
            "The exit status is 1 when a rule is broken, and 2 when none could be held against"
                    + " it: for continuous integration."
        })
final class CheckCommand implements Callable<Integer> {
    /** Where something stands in what was sent, at the end of a message. */
    private static final Pattern PLACE = Pattern.compile(" \\(line \\d+, column \\d+\\)$");

    @Mixin private final DataOption data = new DataOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH",
            description = "a folder, a Git repository or a file (default: where one is)")
    private Path path = Path.of(".");

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "the rules (default: " + RulesFile.USUAL + " in PATH)")
    private @Nullable Path rules;

    @Option(names = "--no-read", description = "check what is in the workspace, and read nothing")
    private boolean noRead;

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            description =
                    "check the graph of a moment: a position, a time in the world, or recorded:TIME")
    private @Nullable String at;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "how many findings are told of each rule, 1 to 1000 (default 10)")
    private int limit = 10;

    @Option(names = "--strict", description = "a rule that nothing is meant by fails, too")
    private boolean strict;

    @Option(names = "--json", description = "as the API answers it")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (path.toString().isBlank()) {
            throw new Failure(Target.NOTHING);
        }
        if (!Files.exists(path)) {
            throw new Failure("there is no " + path + "; check the spelling");
        }
        Path place = path.toRealPath();
        Path file = rulesFile(place);
        String given = RulesFile.json(file);
        try (Session session = Session.of(data.directory())) {
            Api api = session.api();
            String named = workspace.given();
            String name = named == null ? WorkspaceName.of(place) : named;
            if (!noRead) {
                ImportWatch watch = new ImportWatch(api, name, json ? System.err : System.out);
                watch.makeWorkspace();
                if (!watch.run(Target.of(place.toString()))) {
                    return CommandLineInterface.WRONG;
                }
            }
            String query = "?limit=" + limit + (at == null ? "" : "&at=" + Api.encoded(at));
            Properties answer = held(api, Api.workspace(name) + "/check" + query, given, file);
            if (json) {
                System.out.println(Fields.json(answer));
            } else {
                System.out.print(told(answer));
            }
            return good(answer) ? 0 : CommandLineInterface.FAILED;
        }
    }

    /** What is wrong with rules is told of their file, not of the text that was made of it. */
    private static Properties held(Api api, String path, String given, Path file)
            throws IOException, InterruptedException, Failure {
        try {
            return api.post(path, given);
        } catch (Failure e) {
            String message = String.valueOf(e.getMessage());
            String bare = PLACE.matcher(message).replaceFirst("");
            throw bare.equals(message) ? e : new Failure(file + ": " + bare);
        }
    }

    private Path rulesFile(Path place) throws Failure {
        Path file = rules == null ? place.resolve(RulesFile.USUAL) : rules;
        if (!Files.isRegularFile(file)) {
            throw new Failure(
                    "there are no rules in "
                            + file
                            + "; write some (docs/how-to/check-the-architecture.md), or name their"
                            + " file with --rules");
        }
        return file;
    }

    private boolean good(Properties answer) {
        return objects(answer, "verdicts").stream()
                .allMatch(v -> number(v, "broken") == 0 && !(strict && number(v, "looked") == 0));
    }

    /** A line a rule, and below a broken one what breaks it. */
    static String told(Properties answer) {
        List<Properties> verdicts = objects(answer, "verdicts");
        StringBuilder text = new StringBuilder();
        int broken = 0;
        for (Properties verdict : verdicts) {
            long looked = number(verdict, "looked");
            long times = number(verdict, "broken");
            broken += times > 0 ? 1 : 0;
            String sign = times > 0 ? "✗" : looked == 0 ? "?" : "✓";
            String count =
                    times > 0
                            ? ": broken " + times + (times == 1 ? " time" : " times")
                            : looked == 0
                                    ? ": nothing is meant by it here"
                                    : String.format(" (%,d looked at)", looked);
            text.append(sign).append(' ').append(text(verdict, "rule")).append(count).append('\n');
            List<Properties> findings = objects(verdict, "findings");
            findings.forEach(finding -> finding(finding, text));
            if (times > findings.size()) {
                text.append("    … and ").append(times - findings.size()).append(" more\n");
            }
        }
        String end =
                broken == 0
                        ? "No rule is broken."
                        : broken
                                + " of "
                                + verdicts.size()
                                + (broken == 1 ? " is" : " are")
                                + " broken.";
        return text.append(end).append('\n').toString();
    }

    private static void finding(Properties finding, StringBuilder text) {
        text.append("    ").append(text(finding, "what")).append('\n');
        for (Properties step : objects(finding, "steps")) {
            String path = text(step, "path");
            long line = number(step, "line");
            String place = path.isEmpty() ? "" : line > 0 ? path + ":" + line + ": " : path + ": ";
            text.append("        ")
                    .append(place)
                    .append(text(object(step, "from"), "name"))
                    .append(' ')
                    .append(text(step, "relation"))
                    .append(' ')
                    .append(text(object(step, "to"), "name"))
                    .append('\n');
        }
    }
}
