package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.written;

import alchemist.exchange.Note;
import alchemist.exchange.Progress;
import alchemist.exchange.Warning;
import alchemist.exchange.imports.Diff;
import alchemist.exchange.imports.ImportPart;
import alchemist.exchange.imports.ImportRun;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports, as they are asked for and as they run. */
public final class ImportAnswers {
    private ImportAnswers() {}

    /**
     * What is asked to import.
     *
     * @param path of a file or folder on the server's machine
     * @param dryRun only tell what it would change
     * @param only the readers to use; none: all that can
     * @param label how people call it; empty: by its name
     * @param excludes patterns of what is left out; none: as it was read last
     * @param noExcludes nothing is left out any more
     */
    public record StartImport(
            String path,
            boolean dryRun,
            List<String> only,
            String label,
            List<String> excludes,
            boolean noExcludes) {}

    /** What is asked to import. */
    public static final Schema<StartImport> START =
            Schema.<StartImport>record("import-request", 1, "Reads a place into the graph")
                    .text(
                            1,
                            "path",
                            "of a file or folder on the server's machine",
                            StartImport::path)
                    .required()
                    .flag(2, "dryRun", "only tell what it would change", StartImport::dryRun)
                    .texts(
                            3,
                            "only",
                            "the readers to use, such as git; absent: all that can",
                            StartImport::only)
                    .text(4, "label", "how people call it; absent: by its name", StartImport::label)
                    .texts(
                            5,
                            "excludes",
                            "patterns of what is left out, as .gitignore has them, in place of"
                                    + " earlier ones; absent: those with which it was read last",
                            StartImport::excludes)
                    .flag(6, "noExcludes", "leave nothing out any more", StartImport::noExcludes)
                    .make(
                            s ->
                                    new StartImport(
                                            s.text(1), s.flag(2), s.list(3), s.text(4), s.list(5),
                                            s.flag(6)));

    /** How many. */
    public static final Schema<Diff.Count> COUNT =
            written(
                    Schema.<Diff.Count>record("count", 1, "How many")
                            .count(1, "nodes", "nodes and groups", Diff.Count::nodes)
                            .required()
                            .count(2, "edges", "edges", Diff.Count::edges)
                            .required());

    /** How many of one type. */
    public static final Schema<Diff.OfType> OF_TYPE =
            written(
                    Schema.<Diff.OfType>record("diff-type", 1, "How many of one type")
                            .text(1, "kind", "added, changed or withdrawn", t -> t.kind().text())
                            .required()
                            .text(
                                    2,
                                    "type",
                                    "the type or relation; may be empty",
                                    Diff.OfType::type)
                            .required()
                            .flag(3, "edge", "they are edges", Diff.OfType::edge)
                            .required()
                            .count(4, "count", "how many", Diff.OfType::count)
                            .required());

    /** One of them. */
    public static final Schema<Diff.Example> EXAMPLE =
            written(
                    Schema.<Diff.Example>record("diff-example", 1, "A thing that would change")
                            .text(1, "kind", "added, changed or withdrawn", e -> e.kind().text())
                            .required()
                            .text(2, "name", "its name", Diff.Example::name)
                            .required()
                            .text(3, "type", "its type or relation", Diff.Example::type)
                            .required()
                            .flag(4, "edge", "it is an edge", Diff.Example::edge));

    /** What an import changes. */
    public static final Schema<Diff> DIFF =
            written(
                    Schema.<Diff>record("diff", 1, "What an import changes, or would change")
                            .record(
                                    1,
                                    "added",
                                    "things that the source did not state before",
                                    COUNT,
                                    Diff::added)
                            .required()
                            .record(
                                    2,
                                    "changed",
                                    "things of which it states something else",
                                    COUNT,
                                    Diff::changed)
                            .required()
                            .record(
                                    3,
                                    "withdrawn",
                                    "things of which it states nothing any more",
                                    COUNT,
                                    Diff::withdrawn)
                            .required()
                            .records(
                                    4,
                                    "types",
                                    "the same by kind of change and type, most first",
                                    OF_TYPE,
                                    Diff::types)
                            .required()
                            .records(
                                    5,
                                    "examples",
                                    "a few things of each type",
                                    EXAMPLE,
                                    Diff::examples)
                            .required());

    /** How far an import is. */
    public static final Schema<Progress> PROGRESS =
            written(
                    Schema.<Progress>record("progress", 1, "How far an import is")
                            .count(1, "done", "how much of it", Progress::done)
                            .required()
                            .count(
                                    2,
                                    "total",
                                    "how much there is; absent when that is not known yet",
                                    Progress::total)
                            .text(3, "what", "is being done, for people", Progress::what)
                            .required());

    /** What was left out or changed while reading. */
    public static final Schema<Warning> WARNING =
            written(
                    Schema.<Warning>record("warning", 1, "What was left out or changed in reading")
                            .text(1, "where", "in the source", Warning::where)
                            .required()
                            .text(2, "what", "became of it, and why", Warning::what)
                            .required());

    /** How something was understood while reading. */
    public static final Schema<Note> NOTE =
            written(
                    Schema.<Note>record("note", 1, "How something was understood in reading")
                            .text(1, "where", "in the source", Note::where)
                            .required()
                            .text(2, "what", "it was taken for, and why", Note::what)
                            .required());

    /** One source of an opened place. */
    public static final Schema<ImportPart> PART =
            written(
                    Schema.<ImportPart>record("import-part", 1, "One source of an opened place")
                            .id(1, "importId", "as it is recorded", ImportPart::importId)
                            .required()
                            .id(2, "source", "what was read", ImportPart::source)
                            .required()
                            .text(3, "reader", "what read it", ImportPart::reader)
                            .required()
                            .text(4, "location", "where it is", ImportPart::location)
                            .required()
                            .text(5, "state", "what became of it", p -> p.state().text())
                            .required()
                            .record(6, "diff", "what it changes", DIFF, ImportPart::diff)
                            .required()
                            .text(
                                    7,
                                    "error",
                                    "why it failed",
                                    p -> p.error() == null ? "" : p.error())
                            .text(8, "label", "how people call it", ImportPart::label));

    /**
     * An import: one of this process with all that is known of it, or one that was recorded before.
     *
     * @param startedAt µs since 1970
     * @param finishedAt µs since 1970; 0 while it runs, and where it is not known
     */
    public record Import(
            Id id,
            String state,
            String reader,
            String path,
            String label,
            @Nullable Progress progress,
            long events,
            List<Warning> warnings,
            String error,
            long startedAt,
            long finishedAt,
            @Nullable Diff diff,
            List<ImportPart> parts,
            List<Note> notes,
            List<String> excludes) {

        /** What is known of a run. */
        public static Import of(ImportRun run) {
            return new Import(
                    run.id(),
                    run.state().text(),
                    run.reader(),
                    run.place().location(),
                    run.label(),
                    run.progress(),
                    run.events(),
                    run.warnings(),
                    run.error().orElse(""),
                    run.startedAt(),
                    run.finishedAt(),
                    run.diff(),
                    run.parts(),
                    run.notes(),
                    run.excludes());
        }

        /** The same in another state. */
        public Import in(String other) {
            return new Import(
                    id,
                    other,
                    reader,
                    path,
                    label,
                    progress,
                    events,
                    warnings,
                    error,
                    startedAt,
                    finishedAt,
                    diff,
                    parts,
                    notes,
                    excludes);
        }
    }

    /** An import. */
    public static final Schema<Import> IMPORT =
            written(
                    Schema.<Import>record("import", 1, "The reading of a place")
                            .id(1, "id", "the import", Import::id)
                            .required()
                            .text(
                                    2,
                                    "state",
                                    "running, paused, applied, unchanged, cancelled, failed,"
                                            + " reverting or reverted; done for a dry run",
                                    Import::state)
                            .required()
                            .text(3, "reader", "what reads it", Import::reader)
                            .required()
                            .text(4, "path", "what is read", Import::path)
                            .required()
                            .text(5, "label", "how people call it", Import::label)
                            .required()
                            .record(
                                    6,
                                    "progress",
                                    "how far it is, where this process runs it",
                                    PROGRESS,
                                    Import::progress)
                            .count(
                                    7,
                                    "events",
                                    "how many came of it; 0 where a process before this ran it",
                                    Import::events)
                            .required()
                            .records(
                                    8,
                                    "warnings",
                                    "what was left out or changed",
                                    WARNING,
                                    Import::warnings)
                            .required()
                            .text(9, "error", "why it failed", Import::error)
                            .time(10, "startedAt", "when it began", Import::startedAt, 0)
                            .required()
                            .time(
                                    11,
                                    "finishedAt",
                                    "when it ended; absent while it runs, and where a process"
                                            + " before this ran it",
                                    Import::finishedAt,
                                    0)
                            .record(
                                    12,
                                    "diff",
                                    "what it changes, as far as it was read",
                                    DIFF,
                                    Import::diff)
                            .records(
                                    13,
                                    "parts",
                                    "its sources, in the order of their reading",
                                    PART,
                                    Import::parts)
                            .required()
                            .records(
                                    14,
                                    "notes",
                                    "how things were understood that are not certain, to be"
                                            + " confirmed",
                                    NOTE,
                                    Import::notes)
                            .texts(
                                    15,
                                    "excludes",
                                    "patterns of what is left out of it, where this process read"
                                            + " it",
                                    Import::excludes));

    /** All imports. */
    public record ImportsAnswer(List<Import> imports) {}

    /** All imports. */
    public static final Schema<ImportsAnswer> IMPORTS_ANSWER =
            written(
                    Schema.<ImportsAnswer>record("imports-answer", 1, "All imports")
                            .records(
                                    1,
                                    "imports",
                                    "first the latest",
                                    IMPORT,
                                    ImportsAnswer::imports)
                            .required());
}
