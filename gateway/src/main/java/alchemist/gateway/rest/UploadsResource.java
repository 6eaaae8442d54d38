package alchemist.gateway.rest;

import alchemist.gateway.Host;
import alchemist.gateway.Hosted;
import alchemist.gateway.answers.UploadAnswers;
import alchemist.gateway.answers.UploadAnswers.Upload;
import alchemist.gateway.http.MediaType;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Problem.Kind;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.gateway.upload.UploadRefused;
import alchemist.gateway.upload.Uploads;
import alchemist.kernel.Id;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Uploads: files that are not on the server's machine, sent to be read there. */
final class UploadsResource {
    private static final String TOPIC = "imports";
    private static final String ROOT = "/api/v1/workspaces/{ws}/uploads";
    private static final Parameter<Id> UPLOAD = Parameter.id("id", "the upload").inPath();
    private static final Parameter<String> PATH =
            Parameter.text(
                    "path",
                    "of the file in the folder that is sent, with slashes; of a single file its"
                            + " name");

    private final Host host;
    private final Reads reads;
    private final Supplier<Id> newIds;
    private final Map<Id, Uploads> all = new ConcurrentHashMap<>();

    UploadsResource(Host host, Reads reads, Supplier<Id> newIds) {
        this.host = host;
        this.reads = reads;
        this.newIds = newIds;
    }

    List<Operation> operations() {
        return List.of(
                Operation.post(ROOT, "beginUpload")
                        .says(TOPIC, "Begins to send a file or folder that is to be imported")
                        .says(
                                "Then send the files, and finish: the answer to that names the path"
                                        + " to import. An upload may have "
                                        + Uploads.MAX_FILES
                                        + " files and "
                                        + (Uploads.MAX_BYTES >> 20)
                                        + " MiB; of more than "
                                        + Uploads.MAX_ARRIVING
                                        + " under way the oldest is given up.")
                        .takes(Reads.WS)
                        .reads("its name", UploadAnswers.BEGIN)
                        .answers(201, "the upload", UploadAnswers.UPLOAD)
                        .refuses(
                                Kind.UNKNOWN_WORKSPACE,
                                Kind.MALFORMED_BODY,
                                Kind.CONFLICT,
                                Kind.STORAGE_FULL)
                        .by(this::begin),
                Operation.post(ROOT + "/{id}/files", "uploadFile")
                        .says(TOPIC, "Sends a file of an upload")
                        .takes(Reads.WS, UPLOAD, PATH)
                        .reads(MediaType.BYTES, "what is in the file", "")
                        .answers(200, "the upload", UploadAnswers.UPLOAD)
                        .refuses(
                                Kind.UNKNOWN_WORKSPACE,
                                Kind.CONFLICT,
                                Kind.TOO_LARGE,
                                Kind.STORAGE_FULL)
                        .by(this::add),
                Operation.post(ROOT + "/{id}/finish", "finishUpload")
                        .says(TOPIC, "Ends an upload, and tells what to import")
                        .takes(Reads.WS, UPLOAD)
                        .reads("nothing: {}", Bodies.NOTHING)
                        .answers(200, "the upload, with its path", UploadAnswers.UPLOAD)
                        .refuses(Kind.UNKNOWN_WORKSPACE, Kind.CONFLICT, Kind.STORAGE_FULL)
                        .by(this::finish));
    }

    private Reply begin(Request request) throws IOException {
        Uploads uploads = uploads(request);
        String name = Bodies.read(request, UploadAnswers.BEGIN).name();
        return stored(() -> reply(201, new Upload(uploads.begin(name), "")));
    }

    private Reply add(Request request) throws IOException {
        Uploads uploads = uploads(request);
        Id id = request.get(UPLOAD);
        String path = request.get(PATH);
        byte[] content = request.body();
        return stored(
                () -> {
                    uploads.add(id, path, content);
                    return reply(200, new Upload(id, ""));
                });
    }

    private Reply finish(Request request) throws IOException {
        Uploads uploads = uploads(request);
        Id id = request.get(UPLOAD);
        Bodies.read(request, Bodies.NOTHING);
        return stored(() -> reply(200, new Upload(id, uploads.finish(id).toString())));
    }

    /** What writes files. */
    @FunctionalInterface
    private interface Storing {
        Reply store() throws IOException, UploadRefused;
    }

    private static Reply stored(Storing action) {
        try {
            return action.store();
        } catch (UploadRefused e) {
            throw Problem.of(Kind.CONFLICT, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Problem.of(
                    Kind.STORAGE_FULL,
                    "what was sent cannot be kept: "
                            + e.getMessage()
                            + "; see that the server's data folder has room, and send it again");
        }
    }

    private static Reply reply(int status, Upload upload) {
        return Reply.json(status, Reads.json(UploadAnswers.UPLOAD, upload));
    }

    private Uploads uploads(Request request) {
        Hosted hosted = reads.workspace(request);
        Optional<Path> folder = host.uploads();
        if (folder.isEmpty()) {
            throw Problem.of(
                    Kind.CONFLICT,
                    "this server takes no files: name a path on its machine instead");
        }
        return all.computeIfAbsent(
                hosted.id(), _ -> new Uploads(folder.get().resolve(hosted.name()), newIds));
    }
}
