package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.written;

import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;

/** Files that are sent to be read. */
public final class UploadAnswers {
    private UploadAnswers() {}

    /** What is asked to begin an upload. */
    public record BeginUpload(String name) {}

    /** What is asked to begin an upload. */
    public static final Schema<BeginUpload> BEGIN =
            Schema.<BeginUpload>record("begin-upload", 1, "Begins to send files")
                    .text(
                            1,
                            "name",
                            "of the file or folder that is sent; what was sent under the same name"
                                    + " before is replaced, and read again as the same source",
                            BeginUpload::name)
                    .required()
                    .make(s -> new BeginUpload(s.text(1)));

    /** An upload. */
    public record Upload(Id id, String path) {}

    /** An upload. */
    public static final Schema<Upload> UPLOAD =
            written(
                    Schema.<Upload>record("upload", 1, "Files that are sent")
                            .id(1, "id", "the upload", Upload::id)
                            .required()
                            .text(
                                    2,
                                    "path",
                                    "what to import, once all is there; absent before",
                                    Upload::path));
}
