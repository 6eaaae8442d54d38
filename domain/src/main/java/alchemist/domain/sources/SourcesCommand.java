package alchemist.domain.sources;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Command;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;
import java.util.List;

/** What is asked about sources and their imports. */
public sealed interface SourcesCommand extends Command {

    /**
     * Begins a reading of a source.
     *
     * @param importId the import
     * @param source the source
     * @param reader what reads it, such as git
     * @param location where it is, such as a path or address
     * @param label how people call it
     */
    record StartImport(Id importId, Id source, String reader, String location, String label)
            implements SourcesCommand {
        static final Schema<StartImport> SCHEMA =
                Schema.<StartImport>record(
                                "sources.start-import", 1, "Begins a reading of a source")
                        .id(1, "importId", "the import", StartImport::importId)
                        .required()
                        .id(2, "source", "the source", StartImport::source)
                        .required()
                        .text(3, "reader", "what reads it, such as git", StartImport::reader)
                        .required()
                        .text(
                                4,
                                "location",
                                "where it is, such as a path or address",
                                StartImport::location)
                        .text(5, "label", "how people call it", StartImport::label)
                        .make(
                                s ->
                                        new StartImport(
                                                s.id(1), s.id(2), s.text(3), s.text(4), s.text(5)));

        @Override
        public Schema<StartImport> schema() {
            return SCHEMA;
        }
    }

    /**
     * States a bounded part of what a source holds: each thing wholly, as it is there.
     *
     * @param importId the import
     * @param nodes nodes and groups, each once
     * @param edges edges, each once, after the nodes that they join
     * @param withdrawn things of which the source states nothing any more
     */
    record StateBatch(
            Id importId, List<NodeStatement> nodes, List<EdgeStatement> edges, List<Id> withdrawn)
            implements SourcesCommand {
        static final Schema<StateBatch> SCHEMA =
                Schema.<StateBatch>record(
                                "sources.state-batch",
                                1,
                                "States a bounded part of what a source holds: each thing wholly, as it is there")
                        .id(1, "importId", "the import", StateBatch::importId)
                        .required()
                        .records(
                                2,
                                "nodes",
                                "nodes and groups, each once",
                                NodeStatement.SCHEMA,
                                StateBatch::nodes)
                        .records(
                                3,
                                "edges",
                                "edges, each once, after the nodes that they join",
                                EdgeStatement.SCHEMA,
                                StateBatch::edges)
                        .ids(
                                4,
                                "withdrawn",
                                "things of which the source states nothing any more",
                                StateBatch::withdrawn)
                        .make(s -> new StateBatch(s.id(1), s.list(2), s.list(3), s.list(4)));

        @Override
        public Schema<StateBatch> schema() {
            return SCHEMA;
        }
    }

    /**
     * Ends a reading: all that was stated stands.
     *
     * @param importId the import
     */
    record FinishImport(Id importId) implements SourcesCommand {
        static final Schema<FinishImport> SCHEMA =
                Schema.<FinishImport>record(
                                "sources.finish-import",
                                1,
                                "Ends a reading: all that was stated stands")
                        .id(1, "importId", "the import", FinishImport::importId)
                        .required()
                        .make(s -> new FinishImport(s.id(1)));

        @Override
        public Schema<FinishImport> schema() {
            return SCHEMA;
        }
    }

    /**
     * Stops a reading: what it stated is taken back.
     *
     * @param importId the import
     */
    record CancelImport(Id importId) implements SourcesCommand {
        static final Schema<CancelImport> SCHEMA =
                Schema.<CancelImport>record(
                                "sources.cancel-import",
                                1,
                                "Stops a reading: what it stated is taken back")
                        .id(1, "importId", "the import", CancelImport::importId)
                        .required()
                        .make(s -> new CancelImport(s.id(1)));

        @Override
        public Schema<CancelImport> schema() {
            return SCHEMA;
        }
    }

    /**
     * Takes an applied import back: what the source states is exactly what it was before.
     *
     * @param importId the import
     */
    record RevertImport(Id importId) implements SourcesCommand {
        static final Schema<RevertImport> SCHEMA =
                Schema.<RevertImport>record(
                                "sources.revert-import",
                                1,
                                "Takes an applied import back: what the source states is exactly what it was before")
                        .id(1, "importId", "the import", RevertImport::importId)
                        .required()
                        .make(s -> new RevertImport(s.id(1)));

        @Override
        public Schema<RevertImport> schema() {
            return SCHEMA;
        }
    }

    /**
     * Takes back all that a source alone stated.
     *
     * @param source the source
     */
    record ForgetSource(Id source) implements SourcesCommand {
        static final Schema<ForgetSource> SCHEMA =
                Schema.<ForgetSource>record(
                                "sources.forget-source",
                                1,
                                "Takes back all that a source alone stated")
                        .id(1, "source", "the source", ForgetSource::source)
                        .required()
                        .make(s -> new ForgetSource(s.id(1)));

        @Override
        public Schema<ForgetSource> schema() {
            return SCHEMA;
        }
    }

    /**
     * Goes on with a reversal that is too large for one step.
     *
     * @param source the source
     */
    record ContinueReversal(Id source) implements SourcesCommand {
        static final Schema<ContinueReversal> SCHEMA =
                Schema.<ContinueReversal>record(
                                "sources.continue-reversal",
                                1,
                                "Goes on with a reversal that is too large for one step")
                        .id(1, "source", "the source", ContinueReversal::source)
                        .required()
                        .make(s -> new ContinueReversal(s.id(1)));

        @Override
        public Schema<ContinueReversal> schema() {
            return SCHEMA;
        }
    }

    /**
     * Decides how much a source counts where sources disagree.
     *
     * @param source the source
     * @param trust 0 to 100; 50 where nothing is decided
     */
    record TrustSource(Id source, long trust) implements SourcesCommand {
        static final Schema<TrustSource> SCHEMA =
                Schema.<TrustSource>record(
                                "sources.trust-source",
                                1,
                                "Decides how much a source counts where sources disagree")
                        .id(1, "source", "the source", TrustSource::source)
                        .required()
                        .count(
                                2,
                                "trust",
                                "0 to 100; 50 where nothing is decided",
                                TrustSource::trust)
                        .required()
                        .make(s -> new TrustSource(s.id(1), s.count(2)));

        @Override
        public Schema<TrustSource> schema() {
            return SCHEMA;
        }
    }
}
