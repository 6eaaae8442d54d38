package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.position;
import static alchemist.gateway.answers.Answers.written;

import alchemist.graph.check.Verdict;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of how a graph should be, as they are given, and what breaks them. */
public final class CheckAnswers {
    private CheckAnswers() {}

    /** Some of the nodes, as people give them. */
    public record Some(
            List<String> types,
            List<String> paths,
            List<String> names,
            Properties properties,
            @Nullable Some except) {}

    /** What is left out of some nodes; it has no exceptions itself. */
    private static final Schema<Some> EXCEPT =
            Schema.<Some>record("except-selection", 1, "What is not meant all the same")
                    .texts(1, "types", "of one of these types", Some::types)
                    .texts(2, "paths", "in a file of one of these patterns", Some::paths)
                    .texts(3, "names", "of a name of one of these patterns", Some::names)
                    .properties(4, "properties", "with all of these", Some::properties)
                    .make(s -> new Some(s.list(1), s.list(2), s.list(3), s.properties(4), null));

    /** Some of the nodes. */
    public static final Schema<Some> SOME =
            Schema.<Some>record(
                            "selection",
                            1,
                            "Some of the nodes and groups: what is not said is not asked for")
                    .texts(1, "types", "of one of these types, as they are shown", Some::types)
                    .texts(
                            2,
                            "paths",
                            "in a file of one of these patterns: * stands for anything within one"
                                    + " part of a path, ** for any parts, ? for a character",
                            Some::paths)
                    .texts(3, "names", "of a name of one of these patterns", Some::names)
                    .properties(4, "properties", "with all of these", Some::properties)
                    .record(5, "except", "but for these", EXCEPT, Some::except)
                    .make(
                            s ->
                                    new Some(
                                            s.list(1),
                                            s.list(2),
                                            s.list(3),
                                            s.properties(4),
                                            s.record(5, EXCEPT)));

    /** Nothing of one kind leads to anything of another. */
    public record Forbid(
            Some from, List<String> relations, Some to, boolean indirectly, Properties ignoring) {}

    private static final Some ALL =
            new Some(List.of(), List.of(), List.of(), Properties.NONE, null);

    private static Some orAll(@Nullable Some some) {
        return some == null ? ALL : some;
    }

    private static final String IGNORING =
            "edges that have all of these do not count, such as {\"resolved\":\"by name\"}";

    private static final String RELATIONS = "the relations that count; none: any";

    /** Nothing of one kind leads to anything of another. */
    public static final Schema<Forbid> FORBID =
            Schema.<Forbid>record("forbid", 1, "Nothing of one kind leads to anything of another")
                    .record(1, "from", "what must not lead there; absent: all", SOME, Forbid::from)
                    .texts(2, "relations", RELATIONS, Forbid::relations)
                    .record(3, "to", "where it must not lead; absent: all", SOME, Forbid::to)
                    .flag(
                            4,
                            "indirectly",
                            "not by way of others either, over the same relations",
                            Forbid::indirectly)
                    .properties(5, "ignoring", IGNORING, Forbid::ignoring)
                    .make(
                            s ->
                                    new Forbid(
                                            orAll(s.record(1, SOME)),
                                            s.list(2),
                                            orAll(s.record(3, SOME)),
                                            s.flag(4),
                                            s.properties(5)));

    /** Nothing leads back to itself. */
    public record Acyclic(Some among, List<String> relations, Value level, Properties ignoring) {}

    /** Nothing leads back to itself. */
    public static final Schema<Acyclic> ACYCLIC =
            Schema.<Acyclic>record("acyclic", 1, "Nothing leads back to itself")
                    .record(1, "among", "what counts; absent: all", SOME, Acyclic::among)
                    .texts(2, "relations", RELATIONS, Acyclic::relations)
                    .value(
                            3,
                            "level",
                            "what is one: thing (the usual), file, folder, or a number: so many"
                                    + " outermost parts of the path",
                            Acyclic::level)
                    .properties(4, "ignoring", IGNORING, Acyclic::ignoring)
                    .make(
                            s ->
                                    new Acyclic(
                                            orAll(s.record(1, SOME)),
                                            s.list(2),
                                            s.value(3),
                                            s.properties(4)));

    /** Each has as many edges as are asked for. */
    public record Require(
            Some each,
            String direction,
            List<String> relations,
            Some others,
            Value atLeast,
            Value atMost,
            Properties ignoring) {}

    /** Each has as many edges as are asked for. */
    public static final Schema<Require> REQUIRE =
            Schema.<Require>record(
                            "require", 1, "Each has edges to as many others as are asked for")
                    .record(1, "each", "of what this is asked; absent: all", SOME, Require::each)
                    .text(
                            2,
                            "direction",
                            "of the edges, seen from each: out (the usual), in or both",
                            Require::direction)
                    .texts(3, "relations", RELATIONS, Require::relations)
                    .record(4, "others", "what counts; absent: all", SOME, Require::others)
                    .value(
                            5,
                            "atLeast",
                            "how many distinct others there must be: 1, where neither is said",
                            Require::atLeast)
                    .value(6, "atMost", "how many there may be", Require::atMost)
                    .properties(7, "ignoring", IGNORING, Require::ignoring)
                    .make(
                            s ->
                                    new Require(
                                            orAll(s.record(1, SOME)),
                                            s.text(2),
                                            s.list(3),
                                            orAll(s.record(4, SOME)),
                                            s.value(5),
                                            s.value(6),
                                            s.properties(7)));

    /** A rule, as people give it: one of the three. */
    public record Rule(
            String name,
            @Nullable Forbid forbid,
            @Nullable Acyclic acyclic,
            @Nullable Require require) {}

    /** A rule. */
    public static final Schema<Rule> RULE =
            Schema.<Rule>record(
                            "rule", 1, "Something that must hold: one of forbid, acyclic, require")
                    .text(1, "name", "how people call it", Rule::name)
                    .required()
                    .record(
                            2,
                            "forbid",
                            "nothing of one kind leads to another",
                            FORBID,
                            Rule::forbid)
                    .record(3, "acyclic", "nothing leads back to itself", ACYCLIC, Rule::acyclic)
                    .record(4, "require", "each has edges to others", REQUIRE, Rule::require)
                    .make(
                            s ->
                                    new Rule(
                                            s.text(1),
                                            s.record(2, FORBID),
                                            s.record(3, ACYCLIC),
                                            s.record(4, REQUIRE)));

    /** Rules to hold against a graph. */
    public record Rules(List<Rule> rules) {}

    /** Rules to hold against a graph. */
    public static final Schema<Rules> RULES =
            Schema.<Rules>record("rules", 1, "Rules to hold against a graph")
                    .records(
                            1,
                            "rules",
                            "in the order in which they are answered",
                            RULE,
                            Rules::rules)
                    .required()
                    .make(s -> new Rules(s.list(1)));

    /** An edge that shows what is wrong. */
    public static final Schema<Verdict.Step> STEP =
            written(
                    Schema.<Verdict.Step>record("check-step", 1, "An edge that shows what is wrong")
                            .id(1, "edge", "the edge", Verdict.Step::edge)
                            .required()
                            .text(2, "relation", "its relation", Verdict.Step::relation)
                            .required()
                            .record(
                                    3,
                                    "from",
                                    "what it leaves",
                                    NodeAnswers.SUMMARY,
                                    Verdict.Step::from)
                            .required()
                            .record(
                                    4,
                                    "to",
                                    "what it enters",
                                    NodeAnswers.SUMMARY,
                                    Verdict.Step::to)
                            .required()
                            .text(
                                    5,
                                    "path",
                                    "the file that says so, where that is known",
                                    Verdict.Step::path)
                            .count(
                                    6,
                                    "line",
                                    "there, from 1; absent where it is not known",
                                    Verdict.Step::line));

    /** One thing that breaks a rule. */
    public static final Schema<Verdict.Finding> FINDING =
            written(
                    Schema.<Verdict.Finding>record(
                                    "check-finding", 1, "One thing that breaks a rule")
                            .text(1, "what", "is wrong, in words", Verdict.Finding::what)
                            .required()
                            .record(
                                    2,
                                    "node",
                                    "what it is about; absent for a cycle",
                                    NodeAnswers.SUMMARY,
                                    f -> f.node().orElse(null))
                            .records(
                                    3,
                                    "steps",
                                    "the edges that show it",
                                    STEP,
                                    Verdict.Finding::steps)
                            .required());

    /** Whether a rule holds. */
    public static final Schema<Verdict> VERDICT =
            written(
                    Schema.<Verdict>record("verdict", 1, "Whether a rule holds")
                            .text(1, "rule", "its name", Verdict::rule)
                            .required()
                            .flag(2, "holds", "nothing breaks it", Verdict::holds)
                            .required()
                            .count(
                                    3,
                                    "looked",
                                    "how many things or edges it was asked of; 0: it means nothing here",
                                    Verdict::looked)
                            .required()
                            .count(4, "broken", "how often it is broken", Verdict::broken)
                            .required()
                            .records(5, "findings", "some of that", FINDING, Verdict::findings)
                            .required());

    /** Verdicts at a position. */
    public record CheckAnswer(long position, List<Verdict> verdicts) {}

    /** Verdicts at a position. */
    public static final Schema<CheckAnswer> CHECK_ANSWER =
            written(
                    position(
                                    Schema.<CheckAnswer>record(
                                            "check-answer", 1, "Which rules hold"),
                                    CheckAnswer::position)
                            .records(
                                    2,
                                    "verdicts",
                                    "one a rule, in their order",
                                    VERDICT,
                                    CheckAnswer::verdicts)
                            .required());
}
