package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.CURSOR;
import static alchemist.gateway.answers.Answers.name;
import static alchemist.gateway.answers.Answers.position;
import static alchemist.gateway.answers.Answers.written;
import static alchemist.gateway.answers.StatementAnswers.STATEMENT;

import alchemist.graph.read.Disagreement;
import alchemist.graph.read.ImportRead;
import alchemist.graph.read.SourceRead;
import alchemist.graph.read.Statistics;
import alchemist.graph.read.Violation;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is answered about the graph as a whole. */
public final class GraphAnswers {
    private GraphAnswers() {}

    /**
     * How much there is.
     *
     * @param parked how many events the view could not fold, so that they are missing here
     */
    public record Stats(long position, Statistics counts, List<SourceRead> sources, long parked) {}

    /** How much there is. */
    public static final Schema<Stats> STATS =
            written(
                    position(Schema.<Stats>record("stats", 1, "How much there is"), Stats::position)
                            .count(
                                    2,
                                    "nodes",
                                    "nodes, groups not among them",
                                    s -> s.counts.nodes())
                            .required()
                            .count(3, "edges", "edges", s -> s.counts.edges())
                            .required()
                            .count(4, "groups", "groups", s -> s.counts.groups())
                            .required()
                            .properties(
                                    5,
                                    "types",
                                    "nodes and groups by type; one of two types counts for both",
                                    s -> counts(s.counts.types()))
                            .required()
                            .properties(
                                    6,
                                    "relations",
                                    "edges by relation",
                                    s -> counts(s.counts.relations()))
                            .required()
                            .properties(
                                    7,
                                    "sources",
                                    "by label: id, how many nodes and edges it states, and its trust",
                                    s -> sources(s.sources))
                            .required()
                            .count(
                                    8,
                                    "disagreements",
                                    "fields on which sources or people differ",
                                    s -> s.counts.disagreements())
                            .required()
                            .count(
                                    9,
                                    "violations",
                                    "properties that break a constraint",
                                    s -> s.counts.violations())
                            .required()
                            .count(
                                    10,
                                    "parked",
                                    "events that could not be folded and are missing in answers",
                                    Stats::parked)
                            .required());

    private static Properties counts(Map<String, Integer> counts) {
        TreeMap<String, Value> values = new TreeMap<>();
        counts.forEach((name, count) -> values.put(name, new Value.Int(count)));
        return Properties.of(values);
    }

    private static Properties sources(List<SourceRead> sources) {
        TreeMap<String, Value> values = new TreeMap<>();
        for (SourceRead source : sources) {
            TreeMap<String, Value> one = new TreeMap<>();
            one.put("id", Value.text(source.id().toString()));
            one.put("nodes", new Value.Int(source.nodes()));
            one.put("edges", new Value.Int(source.edges()));
            one.put("trust", new Value.Int(source.trust()));
            String label = label(source);
            boolean shared = sources.stream().filter(s -> label(s).equals(label)).count() > 1;
            // One place may be read by several readers, and two places be called the same.
            String told = shared ? label + " (" + source.reader() + ")" : label;
            String name = values.containsKey(told) ? told + " (" + source.id() + ")" : told;
            values.put(name, new Value.MapOf(Properties.of(one)));
        }
        return Properties.of(values);
    }

    private static String label(SourceRead source) {
        return source.label().isEmpty() ? source.location() : source.label();
    }

    /** One reading of a source, as it is recorded. */
    public static final Schema<ImportRead> IMPORT =
            written(
                    Schema.<ImportRead>record(
                                    "recorded-import",
                                    1,
                                    "One reading of a source, as it is recorded")
                            .id(1, "id", "the import", ImportRead::id)
                            .required()
                            .text(
                                    2,
                                    "state",
                                    "running, applied, reverting, cancelled or reverted",
                                    ImportRead::state)
                            .required()
                            .count(3, "position", "of its start", ImportRead::position)
                            .required()
                            .time(4, "startedAt", "when it began", ImportRead::startedAt, 0)
                            .required()
                            .time(
                                    5,
                                    "endedAt",
                                    "when it ended; absent while it goes on",
                                    ImportRead::endedAt,
                                    0)
                            .count(6, "nodes", "nodes and groups it added", ImportRead::nodes)
                            .required()
                            .count(7, "edges", "edges it added", ImportRead::edges)
                            .required()
                            .count(
                                    8,
                                    "refused",
                                    "statements that broke a rule and were left out",
                                    ImportRead::refused)
                            .required());

    /** An import source. */
    public static final Schema<SourceRead> SOURCE =
            written(
                    Schema.<SourceRead>record("source", 1, "Where imports read from")
                            .id(1, "id", "the source", SourceRead::id)
                            .required()
                            .text(2, "label", "how people call it", SourceRead::label)
                            .required()
                            .text(3, "reader", "what reads it, such as git", SourceRead::reader)
                            .required()
                            .text(4, "location", "where it is", SourceRead::location)
                            .required()
                            .count(
                                    5,
                                    "trust",
                                    "0 to 100: how much it counts where sources differ",
                                    SourceRead::trust)
                            .required()
                            .records(
                                    6,
                                    "imports",
                                    "its readings, first the earliest",
                                    IMPORT,
                                    SourceRead::imports)
                            .required()
                            .flag(
                                    7,
                                    "forgotten",
                                    "nothing that it stated is left, and nothing was imported since",
                                    SourceRead::forgotten)
                            .required()
                            .count(8, "nodes", "nodes and groups that it states", SourceRead::nodes)
                            .required()
                            .count(9, "edges", "edges that it states", SourceRead::edges)
                            .required());

    /** Sources at a position. */
    public record SourcesAnswer(long position, List<SourceRead> sources) {}

    /** Sources at a position. */
    public static final Schema<SourcesAnswer> SOURCES_ANSWER =
            written(
                    position(
                                    Schema.<SourcesAnswer>record(
                                            "sources-answer", 1, "The sources"),
                                    SourcesAnswer::position)
                            .records(
                                    2,
                                    "sources",
                                    "in the order in which they came",
                                    SOURCE,
                                    SourcesAnswer::sources)
                            .required());

    /** A field of a thing on which two or more differ. */
    public static final Schema<Disagreement> DISAGREEMENT =
            written(
                    name(
                                    Schema.<Disagreement>record(
                                                    "disagreement",
                                                    1,
                                                    "A field of a thing on which two or more differ")
                                            .id(1, "thing", "the node or edge", Disagreement::thing)
                                            .required()
                                            .flag(
                                                    2,
                                                    "isEdge",
                                                    "it is an edge",
                                                    Disagreement::isEdge)
                                            .required(),
                                    3,
                                    Disagreement::name)
                            .text(
                                    5,
                                    "kind",
                                    "existence, name, group, type or property",
                                    Disagreement::kind)
                            .required()
                            .text(6, "key", "the type or property; else absent", Disagreement::key)
                            .records(
                                    7,
                                    "statements",
                                    "all, the shown one first",
                                    STATEMENT,
                                    Disagreement::statements)
                            .required());

    /** Disagreements at a position. */
    public record DisagreementsAnswer(
            long position, List<Disagreement> disagreements, String cursor) {}

    /** Disagreements at a position. */
    public static final Schema<DisagreementsAnswer> DISAGREEMENTS_ANSWER =
            written(
                    position(
                                    Schema.<DisagreementsAnswer>record(
                                            "disagreements-answer",
                                            1,
                                            "Where sources and people differ"),
                                    DisagreementsAnswer::position)
                            .records(
                                    2,
                                    "disagreements",
                                    "this part of them",
                                    DISAGREEMENT,
                                    DisagreementsAnswer::disagreements)
                            .required()
                            .text(3, "cursor", CURSOR, DisagreementsAnswer::cursor));

    /** A property of a node that breaks a constraint. */
    public static final Schema<Violation> VIOLATION =
            written(
                    name(
                                    Schema.<Violation>record(
                                                    "violation",
                                                    1,
                                                    "A property of a node that breaks a constraint")
                                            .id(1, "node", "the node", Violation::node)
                                            .required(),
                                    2,
                                    Violation::name)
                            .text(4, "type", "whose constraint it is", Violation::type)
                            .required()
                            .text(5, "property", "the property", Violation::property)
                            .required()
                            .text(
                                    6,
                                    "kind",
                                    "the kind of value that is asked for; absent: any",
                                    Violation::kind)
                            .flag(
                                    7,
                                    "missing",
                                    "the property must be there, and is not",
                                    Violation::missing)
                            .required()
                            .value(8, "value", "what is there", Violation::value));

    /** Violations at a position. */
    public record ViolationsAnswer(long position, List<Violation> violations, String cursor) {}

    /** Violations at a position. */
    public static final Schema<ViolationsAnswer> VIOLATIONS_ANSWER =
            written(
                    position(
                                    Schema.<ViolationsAnswer>record(
                                            "violations-answer",
                                            1,
                                            "What breaks a constraint of the ontology"),
                                    ViolationsAnswer::position)
                            .records(
                                    2,
                                    "violations",
                                    "this part of them",
                                    VIOLATION,
                                    ViolationsAnswer::violations)
                            .required()
                            .text(3, "cursor", CURSOR, ViolationsAnswer::cursor));
}
