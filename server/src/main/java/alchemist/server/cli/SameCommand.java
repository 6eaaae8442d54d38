package alchemist.server.cli;

import static alchemist.server.cli.Fields.number;
import static alchemist.server.cli.Fields.object;
import static alchemist.server.cli.Fields.objects;
import static alchemist.server.cli.Fields.text;
import static alchemist.server.cli.Fields.texts;

import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Properties;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what is probably the same thing, and accepts or refuses it. */
@Command(
        name = "same",
        description = {
            "List what is probably the same thing, the surest first, with what speaks for it; accept"
                    + " or refuse all that is listed.",
            "What is accepted is merged, and can be taken apart; what is refused is not listed again."
        })
final class SameCommand implements Callable<Integer> {
    /** How many pairs are asked for, and decided, at once. */
    private static final int PAGE = 1000;

    @Mixin private final DataOption data = new DataOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--kind",
            paramLabel = "K",
            description =
                    "only what looks alike in this way: person, address, definition, deployment,"
                            + " record, drawing, note or issue")
    private String kind = "";

    @Option(names = "--min", paramLabel = "PERCENT", description = "only what is at least so sure")
    private int least;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = "only where the name of one of both holds this")
    private String name = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "how many at most (default: 50; of --accept and --refuse: all)")
    private int limit;

    @Option(names = "--accept", description = "say that all that is listed is the same thing")
    private boolean accept;

    @Option(names = "--refuse", description = "say that all that is listed is not the same thing")
    private boolean refuse;

    @Option(names = "--refused", description = "list what was said not to be the same thing")
    private boolean refused;

    @Option(names = "--json", description = "as the API answers it, a page")
    private boolean json;

    /** Two nodes of which something is told. */
    private record Pair(Properties one, Properties other, String told) {
        boolean isCalled(String text) {
            return has(one, text) || has(other, text);
        }

        private static boolean has(Properties node, String text) {
            return text(node, "name").toLowerCase(Locale.ROOT).contains(text);
        }
    }

    @Override
    public Integer call() throws Exception {
        if (accept && refuse) {
            throw new Failure("say either --accept or --refuse");
        }
        if (refused && (accept || refuse)) {
            throw new Failure("--refused only lists; leave out --accept and --refuse");
        }
        if (least < 0 || least > 100 || limit < 0) {
            throw new Failure("--min is a percentage from 0 to 100, and --limit 1 or more");
        }
        try (Session session = Session.of(data.directory())) {
            Api api = session.api();
            String root = workspace.path(api);
            if (json) {
                System.out.println(Fields.json(api.get(path(root, Math.min(PAGE, most()), ""))));
                return 0;
            }
            List<Pair> pairs = found(api, root);
            pairs.forEach(pair -> System.out.print(pair.told()));
            if (pairs.isEmpty()) {
                System.out.println(
                        refused
                                ? "nobody said of anything that it is not the same thing"
                                : "nothing looks like the same thing");
            } else if (accept || refuse) {
                decide(api, root, pairs);
            }
        }
        return 0;
    }

    private int most() {
        return limit > 0 ? limit : accept || refuse ? Integer.MAX_VALUE : 50;
    }

    private String path(String root, int atOnce, String cursor) {
        String paging = "?limit=" + atOnce + "&cursor=" + Api.encoded(cursor);
        return refused
                ? root + "/separations" + paging
                : root
                        + "/suggestions"
                        + paging
                        + "&least="
                        + least
                        + (kind.isEmpty() ? "" : "&kind=" + Api.encoded(kind));
    }

    private List<Pair> found(Api api, String root) throws IOException, Failure {
        String sought = name.toLowerCase(Locale.ROOT);
        List<Pair> found = new ArrayList<>();
        String cursor = "";
        do {
            Properties page = api.get(path(root, PAGE, cursor));
            for (Properties one : objects(page, refused ? "separations" : "suggestions")) {
                Pair pair = refused ? separation(one) : suggestion(one);
                if (found.size() < most() && pair.isCalled(sought)) {
                    found.add(pair);
                }
            }
            cursor = text(page, "cursor");
            if (cursor.isEmpty() && !refused && number(page, "crowds") > 0) {
                System.out.printf(
                        "%,d names suggest nothing, for too many things have them, such as %s%n",
                        number(page, "crowds"), String.join(", ", texts(page, "crowdExamples")));
            }
        } while (!cursor.isEmpty() && found.size() < most());
        return found;
    }

    private static Pair suggestion(Properties one) {
        Properties survivor = object(one, "survivor");
        Properties absorbed = object(one, "absorbed");
        return new Pair(
                survivor,
                absorbed,
                String.format(
                        "%3d %%  %s  %s = %s%n       %s%n       %s%n",
                        number(one, "score"),
                        text(one, "kind"),
                        told(survivor),
                        told(absorbed),
                        text(one, "reason"),
                        String.join("; ", texts(one, "evidence"))));
    }

    private static Pair separation(Properties one) {
        Properties first = object(one, "one");
        Properties other = object(one, "other");
        return new Pair(first, other, String.format("%s is not %s%n", told(first), told(other)));
    }

    private static String told(Properties node) {
        return text(node, "name") + " (" + String.join(", ", texts(node, "types")) + ")";
    }

    /** In commands of many pairs, each all or nothing. */
    private void decide(Api api, String root, List<Pair> pairs) throws IOException, Failure {
        for (int from = 0; from < pairs.size(); from += PAGE) {
            List<Pair> part = pairs.subList(from, Math.min(pairs.size(), from + PAGE));
            JsonWriter command =
                    new JsonWriter()
                            .object()
                            .field("type", accept ? "graph.merge-pairs" : "graph.keep-nodes-apart")
                            .name("data")
                            .object();
            command.name(accept ? "survivors" : "ones").array();
            part.forEach(pair -> command.text(text(pair.one(), "id")));
            command.endArray().name(accept ? "absorbed" : "others").array();
            part.forEach(pair -> command.text(text(pair.other(), "id")));
            command.endArray().endObject().endObject();
            Properties answer = api.post(root + "/commands", command.toString());
            for (Properties result : objects(answer, "results")) {
                if (!text(result, "status").equals("accepted")) {
                    throw new Failure(
                            "of "
                                    + pairs.size()
                                    + " pairs "
                                    + from
                                    + " were decided; then: "
                                    + text(result, "reason"));
                }
            }
        }
        System.out.printf(
                accept
                        ? "%,d pairs are the same thing now; each can be taken apart again%n"
                        : "%,d pairs are not the same thing; 'alchemist same --refused' lists them%n",
                pairs.size());
    }
}
