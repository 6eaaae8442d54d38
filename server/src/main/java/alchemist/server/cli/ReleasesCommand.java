package alchemist.server.cli;

import alchemist.kernel.value.Properties;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells what went into releases. */
@Command(name = "releases", description = "Say how much is new in each tag, or what went into one.")
final class ReleasesCommand implements Callable<Integer> {
    @Mixin private final HistoryOptions options = new HistoryOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "TAG",
            description =
                    "the name or id of a tag, or of a branch: what is in no tag yet (all tags, if left out)")
    private @Nullable String tag;

    @Override
    public Integer call() throws Exception {
        String wanted = tag;
        if (wanted == null) {
            return options.answer(_ -> "/releases", ReleasesCommand::tellAll);
        }
        return options.answer(
                asking -> "/releases/" + id(asking, wanted), ReleasesCommand::tellOne);
    }

    private static String id(HistoryOptions.Asking asking, String tag) throws IOException, Failure {
        List<Properties> named = asking.called(tag, "Tag");
        if (named.isEmpty()) {
            named = asking.called(tag, "Branch");
        }
        if (named.size() > 1) {
            throw new Failure(
                    "there are several '"
                            + tag
                            + "'; give the id of one: "
                            + String.join(
                                    ", ", named.stream().map(n -> Fields.text(n, "id")).toList()));
        }
        if (named.isEmpty() && !PathNode.isId(tag)) {
            throw new Failure(
                    "there is no tag or branch '" + tag + "'; 'alchemist releases' lists them");
        }
        return named.isEmpty() ? tag : Fields.text(named.getFirst(), "id");
    }

    private static void tellAll(Properties answer) {
        List<Properties> releases = Fields.objects(answer, "releases");
        if (releases.isEmpty()) {
            System.out.println("There is no tag that points to a commit.");
            return;
        }
        System.out.printf(
                "%-10s %8s %7s %7s %9s  release%n",
                "when", "commits", "people", "files", "mentioned");
        for (Properties one : releases) {
            System.out.printf(
                    "%s %,8d %,7d %,7d %,9d  %s%s%n",
                    HistoryOptions.day(one, "at"),
                    Fields.number(one, "commits"),
                    Fields.number(one, "people"),
                    Fields.number(one, "files"),
                    Fields.number(one, "mentioned"),
                    HistoryOptions.called(one, "tag"),
                    after(one));
        }
        HistoryOptions.more(releases, Fields.number(answer, "total"));
    }

    private static String after(Properties release) {
        List<String> before =
                Fields.objects(release, "before").stream()
                        .map(node -> Fields.text(node, "name"))
                        .toList();
        return before.isEmpty() ? "" : "  (after " + String.join(", ", before) + ")";
    }

    private static void tellOne(Properties answer) {
        Properties release = Fields.object(answer, "release");
        System.out.printf(
                "%s of %s%s%n",
                HistoryOptions.called(release, "tag"),
                HistoryOptions.day(release, "at"),
                after(release));
        System.out.printf("commits (%,d)%n", Fields.number(release, "commits"));
        for (Properties commit : Fields.objects(answer, "commits")) {
            System.out.printf("  %s%n", Fields.text(commit, "name"));
        }
        parts("people", Fields.number(release, "people"), answer);
        parts("files", Fields.number(release, "files"), answer);
        parts("mentioned", Fields.number(release, "mentioned"), answer);
    }

    private static void parts(String field, long total, Properties answer) {
        if (total > 0) {
            System.out.printf("%s (%,d)%n", field, total);
        }
        for (Properties part : Fields.objects(answer, field)) {
            System.out.printf(
                    "%,6d  %s%n",
                    Fields.number(part, "commits"), HistoryOptions.called(part, "node"));
        }
    }
}
