package alchemist.gateway.rest;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.files.Excludes;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.Imports;
import alchemist.exchange.imports.RecordedImport;
import alchemist.exchange.places.Address;
import alchemist.exchange.places.Fetch;
import alchemist.exchange.places.Places;
import alchemist.gateway.Hosted;
import alchemist.gateway.answers.ImportAnswers;
import alchemist.gateway.answers.ImportAnswers.Import;
import alchemist.gateway.answers.ImportAnswers.ImportsAnswer;
import alchemist.gateway.answers.ImportAnswers.StartImport;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Problem.Kind;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.kernel.Id;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Imports: reading places into the graph. */
final class ImportsResource {
    private static final String TOPIC = "imports";
    private static final String ROOT = "/api/v1/workspaces/{ws}/imports";
    private static final Parameter<Id> IMPORT = Parameter.id("id", "the import").inPath();

    private final Reads reads;
    private final Places places;
    private final Id person;

    ImportsResource(Reads reads, Places places, Id person) {
        this.reads = reads;
        this.places = places;
        this.person = person;
    }

    List<Operation> operations() {
        return List.of(
                Operation.post(ROOT, "startImport")
                        .says(
                                TOPIC,
                                "Reads a place into the graph, or tells what that would change")
                        .takes(Reads.WS)
                        .reads("what to read", ImportAnswers.START)
                        .answers(202, "it is under way", ImportAnswers.IMPORT)
                        .answers(200, "what it would change, of a dry run", ImportAnswers.IMPORT)
                        .refuses(Kind.UNKNOWN_WORKSPACE, Kind.MALFORMED_BODY, Kind.CONFLICT)
                        .by(this::start),
                Operation.get(ROOT, "listImports")
                        .says(TOPIC, "All imports, first the latest")
                        .takes(Reads.WS)
                        .answers(200, "all imports", ImportAnswers.IMPORTS_ANSWER)
                        .refuses(Kind.UNKNOWN_WORKSPACE)
                        .by(this::list),
                Operation.get(ROOT + "/{id}", "getImport")
                        .says(TOPIC, "An import, and how far it is")
                        .takes(Reads.WS, IMPORT)
                        .answers(200, "the import", ImportAnswers.IMPORT)
                        .refuses(Kind.UNKNOWN_WORKSPACE, Kind.UNKNOWN_IMPORT)
                        .by(this::get),
                Operation.post(ROOT + "/{id}/cancel", "cancelImport")
                        .says(TOPIC, "Stops an import, and takes back what it stated")
                        .takes(Reads.WS, IMPORT)
                        .reads("nothing: {}", Bodies.NOTHING)
                        .answers(200, "the import, being stopped", ImportAnswers.IMPORT)
                        .refuses(Kind.UNKNOWN_WORKSPACE, Kind.UNKNOWN_IMPORT, Kind.CONFLICT)
                        .by(this::cancel),
                Operation.post(ROOT + "/{id}/pause", "pauseImport")
                        .says(TOPIC, "Halts an import: what it stated so far stands")
                        .says("It stays halted when the server is started again.")
                        .takes(Reads.WS, IMPORT)
                        .reads("nothing: {}", Bodies.NOTHING)
                        .answers(200, "the import, paused", ImportAnswers.IMPORT)
                        .refuses(Kind.UNKNOWN_WORKSPACE, Kind.UNKNOWN_IMPORT, Kind.CONFLICT)
                        .by(this::pause),
                Operation.post(ROOT + "/{id}/resume", "resumeImport")
                        .says(TOPIC, "Lets an import go on that is paused")
                        .takes(Reads.WS, IMPORT)
                        .reads("nothing: {}", Bodies.NOTHING)
                        .answers(200, "the import, going on", ImportAnswers.IMPORT)
                        .refuses(Kind.UNKNOWN_WORKSPACE, Kind.UNKNOWN_IMPORT, Kind.CONFLICT)
                        .by(this::resume),
                Operation.post(ROOT + "/{id}/revert", "revertImport")
                        .says(TOPIC, "Takes an applied import back, with all its sources")
                        .takes(Reads.WS, IMPORT)
                        .reads("nothing: {}", Bodies.NOTHING)
                        .answers(200, "the import, taken back", ImportAnswers.IMPORT)
                        .refuses(Kind.UNKNOWN_WORKSPACE, Kind.UNKNOWN_IMPORT, Kind.CONFLICT)
                        .by(this::revert));
    }

    private Reply start(Request request) throws IOException {
        Imports imports = reads.workspace(request).imports();
        StartImport asked = Bodies.read(request, ImportAnswers.START);
        Set<String> only = new TreeSet<>(asked.only());
        Imports.Wish wish = new Imports.Wish(only, asked.label(), person, excludes(asked));
        Fetch place = place(asked.path());
        if (asked.dryRun()) {
            ImportRun run = dryRun(imports, place, wish);
            if (run.state() == ImportState.FAILED) {
                throw Problem.of(Kind.CONFLICT, run.error().orElse("it cannot be read"));
            }
            return Reply.json(Reads.json(ImportAnswers.IMPORT, Import.of(run).in("done")));
        }
        try {
            ImportRun run = imports.start(place, wish);
            return Reply.json(202, Reads.json(ImportAnswers.IMPORT, Import.of(run)));
        } catch (ReadingFailed e) {
            throw Problem.of(Kind.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    private static ImportRun dryRun(Imports imports, Fetch place, Imports.Wish wish) {
        try {
            return imports.dryRun(place, wish);
        } catch (ReadingFailed e) {
            throw Problem.of(Kind.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    /** What is to be left out; null: as it was before. */
    private static @Nullable List<String> excludes(StartImport asked) {
        if (asked.noExcludes() && !asked.excludes().isEmpty()) {
            throw Problem.of(
                    Kind.MALFORMED_BODY, "'noExcludes': give either this or 'excludes', not both");
        }
        try {
            Excludes.check(asked.excludes());
        } catch (ReadingFailed e) {
            throw Problem.of(Kind.MALFORMED_BODY, "'excludes': " + e.getMessage());
        }
        return asked.noExcludes() || !asked.excludes().isEmpty() ? asked.excludes() : null;
    }

    private Fetch place(String text) {
        if (text.isBlank()) {
            throw Problem.of(
                    Kind.MALFORMED_BODY,
                    "'path': say which file, folder, repository or address to read");
        }
        try {
            boolean relative =
                    switch (Address.of(text)) {
                        case Address.Here(Path path) -> !path.isAbsolute();
                        case Address.Archive(Path path) -> !path.isAbsolute();
                        case Address.Repository _, Address.WebFile _ -> false;
                    };
            if (relative) {
                throw Problem.of(
                        Kind.MALFORMED_BODY,
                        "'path': give the whole path, from the root of the file system of the"
                                + " machine that the server runs on");
            }
            return places.fetch(text);
        } catch (ReadingFailed e) {
            throw Problem.of(Kind.MALFORMED_BODY, "'path': " + e.getMessage());
        }
    }

    private Reply list(Request request) {
        Imports imports = reads.workspace(request).imports();
        List<Import> all = new ArrayList<>();
        Set<Id> known = new HashSet<>();
        for (ImportRun run : imports.list()) {
            all.add(Import.of(run));
            known.add(run.id());
            run.parts().forEach(part -> known.add(part.importId()));
        }
        for (RecordedImport one : imports.recorded()) {
            if (known.add(one.id())) {
                all.add(recorded(one));
            }
        }
        all.sort(Comparator.comparingLong(Import::startedAt).reversed());
        return Reply.json(Reads.json(ImportAnswers.IMPORTS_ANSWER, new ImportsAnswer(all)));
    }

    private Reply get(Request request) {
        return reply(reads.workspace(request).imports(), request.get(IMPORT));
    }

    private Reply cancel(Request request) throws IOException {
        return change(request, Imports::cancel, ", it cannot be cancelled any more");
    }

    private Reply pause(Request request) throws IOException {
        return change(request, Imports::pause, ": only one that runs can be paused");
    }

    private Reply resume(Request request) throws IOException {
        return change(request, Imports::resume, ", and not paused");
    }

    /**
     * Asks something of an import.
     *
     * @param change whether it was in a state in which that can be asked
     * @param otherwise what follows its state where it was not
     */
    private Reply change(Request request, BiPredicate<Imports, Id> change, String otherwise)
            throws IOException {
        Imports imports = reads.workspace(request).imports();
        Id id = request.get(IMPORT);
        Bodies.read(request, Bodies.NOTHING);
        Import before = find(imports, id);
        if (!change.test(imports, id)) {
            throw Problem.of(Kind.CONFLICT, "the import is " + before.state() + otherwise);
        }
        return reply(imports, id);
    }

    private Reply revert(Request request) throws IOException {
        Hosted hosted = reads.workspace(request);
        Id id = request.get(IMPORT);
        Bodies.read(request, Bodies.NOTHING);
        find(hosted.imports(), id);
        Optional<String> problem = hosted.imports().revert(id, person);
        if (problem.isPresent()) {
            throw Problem.of(Kind.CONFLICT, problem.get());
        }
        return reply(hosted.imports(), id);
    }

    private static Reply reply(Imports imports, Id id) {
        return Reply.json(Reads.json(ImportAnswers.IMPORT, find(imports, id)));
    }

    private static Import find(Imports imports, Id id) {
        Optional<ImportRun> run = imports.find(id);
        if (run.isPresent()) {
            return Import.of(run.get());
        }
        for (RecordedImport one : imports.recorded()) {
            if (one.id().equals(id)) {
                return recorded(one);
            }
        }
        throw Problem.of(Kind.UNKNOWN_IMPORT, "there is no import " + id + "; list them all");
    }

    private static Import recorded(RecordedImport one) {
        return new Import(
                one.id(),
                one.state().text(),
                one.reader(),
                one.location(),
                one.label(),
                null,
                0,
                List.of(),
                "",
                one.startedAt(),
                0,
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
