package alchemist.gateway.rest;

import alchemist.gateway.http.Problem;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended, as a text for the client: of which list, at which position the
 * first page was read, and what the view needs to go on. So all pages of a list are true at one
 * position, and a cursor of another list is told apart.
 */
final class Cursors {
    private Cursors() {}

    /**
     * Where to go on.
     *
     * @param position of the first page; -1 when this is it
     * @param inner what the view gave; empty at the beginning
     */
    record Place(long position, String inner) {}

    static final Place BEGINNING = new Place(-1, "");

    /** The text of a place; empty when there is no other page. */
    static String write(String list, long position, String inner) {
        if (inner.isEmpty()) {
            return "";
        }
        Output out = new Output(32);
        out.fixed32(mark(list));
        out.varint(position);
        out.text(inner);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toBytes());
    }

    /** The place of a text. */
    static Place read(String list, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return BEGINNING;
        }
        try {
            Input in = new Input(Base64.getUrlDecoder().decode(text));
            if (in.fixed32() == mark(list)) {
                long position = in.varint();
                String inner = in.text();
                if (in.atEnd() && position >= 0) {
                    return new Place(position, inner);
                }
            }
        } catch (IllegalArgumentException | MalformedBytes _) {
            // said below
        }
        throw wrong();
    }

    /** A cursor that nobody gave out for this list. */
    static Problem wrong() {
        return Problem.parameter(
                "cursor",
                "give back the cursor of the page before, with the same parameters; or none, to"
                        + " begin again");
    }

    private static int mark(String list) {
        CRC32C crc = new CRC32C();
        crc.update(list.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
