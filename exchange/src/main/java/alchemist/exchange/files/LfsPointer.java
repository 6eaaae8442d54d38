package alchemist.exchange.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a file's place where Git LFS keeps its content elsewhere and did not fetch it.
 *
 * @param sha256 of the content, in hexadecimal digits
 * @param size of the content, in bytes
 * @see <a href="https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md">the specification</a>
 */
public record LfsPointer(String sha256, long size) {
    /** Larger files are no pointers, says the specification. */
    public static final int MAX_BYTES = 1024;

    private static final Pattern FORM =
            Pattern.compile(
                    "version https://git-lfs\\.github\\.com/spec/v1\n"
                            + "(?:ext-[0-9]-[^\n]*\n)*"
                            + "oid sha256:([0-9a-f]{64})\n"
                            + "size ([0-9]{1,18})\n?");

    /** The pointer that a file's content is; empty where it is none. */
    public static Optional<LfsPointer> of(byte[] content) {
        if (content.length == 0 || content.length >= MAX_BYTES || content[0] != 'v') {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(new String(content, StandardCharsets.UTF_8));
        return form.matches()
                ? Optional.of(new LfsPointer(form.group(1), Long.parseLong(form.group(2))))
                : Optional.empty();
    }
}
