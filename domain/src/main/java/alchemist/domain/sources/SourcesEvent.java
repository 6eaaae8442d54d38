package alchemist.domain.sources;

import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;

/** What became of sources and their imports. */
public sealed interface SourcesEvent extends Event {

    /**
     * A reading of a source began.
     *
     * @param importId the import
     * @param source the source
     * @param reader what reads it
     * @param location where it is
     * @param label how people call it
     */
    record ImportStarted(Id importId, Id source, String reader, String location, String label)
            implements SourcesEvent {
        static final Schema<ImportStarted> SCHEMA =
                Schema.<ImportStarted>record(
                                "sources.import-started", 1, "A reading of a source began")
                        .id(1, "importId", "the import", ImportStarted::importId)
                        .required()
                        .id(2, "source", "the source", ImportStarted::source)
                        .required()
                        .text(3, "reader", "what reads it", ImportStarted::reader)
                        .required()
                        .text(4, "location", "where it is", ImportStarted::location)
                        .text(5, "label", "how people call it", ImportStarted::label)
                        .make(
                                s ->
                                        new ImportStarted(
                                                s.id(1), s.id(2), s.text(3), s.text(4), s.text(5)));

        @Override
        public Schema<ImportStarted> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return importId;
        }
    }

    /**
     * A reading ended; all that it stated stands.
     *
     * @param importId the import
     * @param source the source
     */
    record ImportApplied(Id importId, Id source) implements SourcesEvent {
        static final Schema<ImportApplied> SCHEMA =
                Schema.<ImportApplied>record(
                                "sources.import-applied",
                                1,
                                "A reading ended; all that it stated stands")
                        .id(1, "importId", "the import", ImportApplied::importId)
                        .required()
                        .id(2, "source", "the source", ImportApplied::source)
                        .required()
                        .make(s -> new ImportApplied(s.id(1), s.id(2)));

        @Override
        public Schema<ImportApplied> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return importId;
        }
    }

    /**
     * Something that a source states breaks a rule and was left out.
     *
     * @param importId the import
     * @param thing the node or edge
     * @param code the rule
     * @param reason what is wrong
     */
    record StatementRefused(Id importId, Id thing, String code, String reason)
            implements SourcesEvent {
        static final Schema<StatementRefused> SCHEMA =
                Schema.<StatementRefused>record(
                                "sources.statement-refused",
                                1,
                                "Something that a source states breaks a rule and was left out")
                        .id(1, "importId", "the import", StatementRefused::importId)
                        .required()
                        .id(2, "thing", "the node or edge", StatementRefused::thing)
                        .required()
                        .text(3, "code", "the rule", StatementRefused::code)
                        .required()
                        .text(4, "reason", "what is wrong", StatementRefused::reason)
                        .required()
                        .make(s -> new StatementRefused(s.id(1), s.id(2), s.text(3), s.text(4)));

        @Override
        public Schema<StatementRefused> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return thing;
        }
    }

    /**
     * What a source stated is being taken back.
     *
     * @param source the source
     * @param importId the import that is taken back; absent: all of the source
     * @param cancelled the import had not ended
     */
    record ReversalStarted(Id source, Id importId, boolean cancelled) implements SourcesEvent {
        static final Schema<ReversalStarted> SCHEMA =
                Schema.<ReversalStarted>record(
                                "sources.reversal-started",
                                1,
                                "What a source stated is being taken back")
                        .id(1, "source", "the source", ReversalStarted::source)
                        .required()
                        .id(
                                2,
                                "importId",
                                "the import that is taken back; absent: all of the source",
                                ReversalStarted::importId)
                        .flag(
                                3,
                                "cancelled",
                                "the import had not ended",
                                ReversalStarted::cancelled)
                        .make(s -> new ReversalStarted(s.id(1), s.id(2), s.flag(3)));

        @Override
        public Schema<ReversalStarted> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return source;
        }
    }

    /**
     * A part of a reversal is done, more is to do.
     *
     * @param source the source
     */
    record ReversalAdvanced(Id source) implements SourcesEvent {
        static final Schema<ReversalAdvanced> SCHEMA =
                Schema.<ReversalAdvanced>record(
                                "sources.reversal-advanced",
                                1,
                                "A part of a reversal is done, more is to do")
                        .id(1, "source", "the source", ReversalAdvanced::source)
                        .required()
                        .make(s -> new ReversalAdvanced(s.id(1)));

        @Override
        public Schema<ReversalAdvanced> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return source;
        }
    }

    /**
     * What a source states is what it was before an import.
     *
     * @param importId the import
     * @param source the source
     * @param cancelled the import had not ended
     */
    record ImportReverted(Id importId, Id source, boolean cancelled) implements SourcesEvent {
        static final Schema<ImportReverted> SCHEMA =
                Schema.<ImportReverted>record(
                                "sources.import-reverted",
                                1,
                                "What a source states is what it was before an import")
                        .id(1, "importId", "the import", ImportReverted::importId)
                        .required()
                        .id(2, "source", "the source", ImportReverted::source)
                        .required()
                        .flag(3, "cancelled", "the import had not ended", ImportReverted::cancelled)
                        .make(s -> new ImportReverted(s.id(1), s.id(2), s.flag(3)));

        @Override
        public Schema<ImportReverted> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return importId;
        }
    }

    /**
     * Nothing that the source stated is left.
     *
     * @param source the source
     */
    record SourceForgotten(Id source) implements SourcesEvent {
        static final Schema<SourceForgotten> SCHEMA =
                Schema.<SourceForgotten>record(
                                "sources.source-forgotten",
                                1,
                                "Nothing that the source stated is left")
                        .id(1, "source", "the source", SourceForgotten::source)
                        .required()
                        .make(s -> new SourceForgotten(s.id(1)));

        @Override
        public Schema<SourceForgotten> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return source;
        }
    }

    /**
     * How much a source counts is decided.
     *
     * @param source the source
     * @param trust 0 to 100
     * @param previous what it was
     */
    record SourceTrusted(Id source, long trust, long previous) implements SourcesEvent {
        static final Schema<SourceTrusted> SCHEMA =
                Schema.<SourceTrusted>record(
                                "sources.source-trusted", 1, "How much a source counts is decided")
                        .id(1, "source", "the source", SourceTrusted::source)
                        .required()
                        .count(2, "trust", "0 to 100", SourceTrusted::trust)
                        .required()
                        .count(3, "previous", "what it was", SourceTrusted::previous)
                        .make(s -> new SourceTrusted(s.id(1), s.count(2), s.count(3)));

        @Override
        public Schema<SourceTrusted> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return source;
        }
    }
}
