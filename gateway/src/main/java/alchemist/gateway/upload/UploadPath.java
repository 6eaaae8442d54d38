package alchemist.gateway.upload;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The names of files that are sent: such as stay inside of their folder, on every system. */
final class UploadPath {
    private static final int MAX_CHARS = 1_000;
    private static final int MAX_NAME_CHARS = 200;
    private static final int MAX_DEPTH = 64;

    /** The bytes that file systems take of one name, in UTF-8. */
    private static final int MAX_PART_BYTES = 255;

    private UploadPath() {}

    /** One name. */
    static void single(String name) throws UploadRefused {
        if (name.isBlank() || name.startsWith(".") || name.length() > MAX_NAME_CHARS) {
            throw new UploadRefused(
                    "'"
                            + shortened(name)
                            + "' cannot be the name of an upload: 1 to "
                            + MAX_NAME_CHARS
                            + " characters, not beginning with a dot");
        }
        part(name);
    }

    /** A path below a folder. */
    static Path relative(String path) throws UploadRefused {
        String[] parts = path.split("/", -1);
        if (path.length() > MAX_CHARS || parts.length > MAX_DEPTH) {
            throw new UploadRefused(
                    "the path '"
                            + shortened(path)
                            + "' is too long: at most "
                            + MAX_CHARS
                            + " characters and "
                            + MAX_DEPTH
                            + " folders");
        }
        Path whole = Path.of("");
        for (String part : parts) {
            part(part);
            try {
                whole = whole.resolve(part);
            } catch (InvalidPathException e) {
                throw new UploadRefused(
                        "'" + shortened(path) + "' is no path here: " + e.getReason());
            }
        }
        return whole;
    }

    private static void part(String part) throws UploadRefused {
        boolean odd = part.chars().anyMatch(c -> c < ' ' || c == '\\' || c == '/' || c == ':');
        if (part.isBlank() || part.equals(".") || part.equals("..") || odd) {
            throw new UploadRefused(
                    "'"
                            + shortened(part)
                            + "' cannot be part of a path that is sent: no '..', nothing empty, no"
                            + " backslash, colon or control character");
        }
        if (part.getBytes(StandardCharsets.UTF_8).length > MAX_PART_BYTES) {
            throw new UploadRefused(
                    "the name '"
                            + shortened(part)
                            + "' is too long: at most "
                            + MAX_PART_BYTES
                            + " bytes in UTF-8");
        }
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
