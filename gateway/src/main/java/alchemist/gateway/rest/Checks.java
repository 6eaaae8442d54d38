package alchemist.gateway.rest;

import alchemist.gateway.answers.CheckAnswers;
import alchemist.gateway.answers.CheckAnswers.CheckAnswer;
import alchemist.gateway.answers.CheckAnswers.Some;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Problem.Kind;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.graph.Graph;
import alchemist.graph.check.Edges;
import alchemist.graph.check.Rule;
import alchemist.graph.check.Selection;
import alchemist.graph.read.Direction;
import alchemist.kernel.Glob;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules of how the graph should be: whether they hold, at any moment. */
final class Checks {
    /** Each costs a walk over the whole graph. */
    private static final int MOST_RULES = 200;

    /** How many parts of a path may count. */
    private static final int MOST_PARTS = 99;

    private static final Parameter<Long> LIMIT = Reads.limit(20, 1000);

    private final Reads reads;

    Checks(Reads reads) {
        this.reads = reads;
    }

    List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/workspaces/{ws}/check", "checkGraph")
                        .says("graph", "Holds rules against the graph")
                        .says(
                                "Changes nothing. Each rule is answered with how often it is broken,"
                                        + " and at most 'limit' findings with the edges that show them.")
                        .takes(Reads.WS, LIMIT, Reads.AT, Reads.AT_LEAST)
                        .reads("the rules", CheckAnswers.RULES)
                        .answers(200, "which rules hold", CheckAnswers.CHECK_ANSWER)
                        .refuses(
                                Kind.UNKNOWN_WORKSPACE,
                                Kind.MALFORMED_BODY,
                                Kind.POSITION_AHEAD,
                                Kind.NOT_YET)
                        .by(this::check));
    }

    private Reply check(Request request) throws IOException, InterruptedException {
        List<Rule> rules = rules(Bodies.read(request, CheckAnswers.RULES).rules());
        Graph graph = reads.graph(request, reads.workspace(request));
        return Reply.json(
                Reads.json(
                        CheckAnswers.CHECK_ANSWER,
                        new CheckAnswer(
                                graph.position(),
                                graph.check(rules, request.get(LIMIT).intValue()))));
    }

    private static List<Rule> rules(List<CheckAnswers.Rule> given) {
        if (given.size() > MOST_RULES) {
            throw malformed("there may be " + MOST_RULES + " rules, not " + given.size());
        }
        List<Rule> rules = new ArrayList<>();
        for (CheckAnswers.Rule rule : given) {
            rules.add(rule(rule));
        }
        return rules;
    }

    private static Rule rule(CheckAnswers.Rule rule) {
        String name = rule.name();
        CheckAnswers.Forbid forbid = rule.forbid();
        CheckAnswers.Acyclic acyclic = rule.acyclic();
        CheckAnswers.Require require = rule.require();
        int said = (forbid == null ? 0 : 1) + (acyclic == null ? 0 : 1) + (require == null ? 0 : 1);
        if (said != 1) {
            throw malformed("the rule '" + name + "' must have one of forbid, acyclic and require");
        }
        if (forbid != null) {
            return new Rule.Forbidden(
                    name,
                    selection(forbid.from()),
                    new Edges(forbid.relations(), forbid.ignoring()),
                    selection(forbid.to()),
                    forbid.indirectly());
        }
        return acyclic != null
                ? new Rule.Acyclic(
                        name,
                        selection(acyclic.among()),
                        new Edges(acyclic.relations(), acyclic.ignoring()),
                        level(name, acyclic.level()))
                : required(name, java.util.Objects.requireNonNull(require));
    }

    private static Rule required(String name, CheckAnswers.Require require) {
        boolean neither =
                require.atLeast() instanceof Value.Null && require.atMost() instanceof Value.Null;
        int atLeast = count(name, require.atLeast(), neither ? 1 : 0);
        int atMost = count(name, require.atMost(), Integer.MAX_VALUE);
        if (atMost < atLeast) {
            throw malformed(
                    "the rule '"
                            + name
                            + "' asks for at least "
                            + atLeast
                            + " and at most "
                            + atMost);
        }
        return new Rule.Required(
                name,
                selection(require.each()),
                direction(name, require.direction()),
                new Edges(require.relations(), require.ignoring()),
                selection(require.others()),
                atLeast,
                atMost);
    }

    private static int count(String rule, Value value, int otherwise) {
        if (value instanceof Value.Null) {
            return otherwise;
        }
        if (value instanceof Value.Int(long number) && number >= 0 && number <= Integer.MAX_VALUE) {
            return (int) number;
        }
        throw malformed("the rule '" + rule + "': atLeast and atMost are whole numbers, 0 or more");
    }

    private static Direction direction(String rule, String text) {
        return switch (text) {
            case "", "out" -> Direction.OUT;
            case "in" -> Direction.IN;
            case "both" -> Direction.BOTH;
            default ->
                    throw malformed(
                            "the rule '"
                                    + rule
                                    + "': '"
                                    + text
                                    + "' is no direction: out, in or both");
        };
    }

    private static Rule.Level level(String rule, Value level) {
        return switch (level) {
            case Value.Int(long parts) when parts >= 1 && parts <= MOST_PARTS ->
                    Rule.Level.outermost((int) parts);
            case Value.Text(String text) when text.equals("file") -> Rule.Level.FILE;
            case Value.Text(String text) when text.equals("folder") -> Rule.Level.FOLDER;
            case Value.Text(String text) when text.equals("thing") -> Rule.Level.THING;
            case Value.Null _ -> Rule.Level.THING;
            default ->
                    throw malformed(
                            "the rule '"
                                    + rule
                                    + "': the level is thing, file, folder, or how many outermost parts"
                                    + " of a path count, 1 to "
                                    + MOST_PARTS);
        };
    }

    private static Selection selection(Some some) {
        Some except = some.except();
        return new Selection(
                some.types(),
                some.paths().stream().map(Glob::of).toList(),
                some.names().stream().map(Glob::of).toList(),
                some.properties(),
                except == null ? Optional.empty() : Optional.of(selection(except)));
    }

    private static Problem malformed(String what) {
        return Problem.of(Kind.MALFORMED_BODY, what);
    }
}
