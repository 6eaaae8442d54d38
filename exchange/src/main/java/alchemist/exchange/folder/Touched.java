package alchemist.exchange.folder;

import alchemist.exchange.Dependency;
import alchemist.exchange.FileState;
import alchemist.exchange.Fingerprint;
import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import alchemist.kernel.Id;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of contents depended on: which files there are, and what is in those that it looked
 * into. One thread.
 */
final class Touched implements Dependency {
    /**
     * Of a file only its beginning was read.
     *
     * @param state of the file then
     * @param bytes how many were asked for
     * @param print of what was there
     */
    private record Head(@Nullable FileState state, int bytes, Id print) {}

    private final Place place;
    private final Place top;
    private final Map<String, Head> heads = new HashMap<>();
    private final Set<String> whole = new HashSet<>();
    private boolean links;

    /**
     * Nothing yet.
     *
     * @param place that is opened
     * @param top that, or the folder that it is in
     */
    Touched(Place place, Place top) {
        this.place = place;
        this.top = top;
    }

    /** It matters where the links lead. */
    void links() {
        links = true;
    }

    void whole(Listing.Entry.File file) {
        whole.add(file.path());
    }

    void head(Listing.Entry.File file, int bytes, byte[] head) {
        Head known = heads.get(file.path());
        if (known == null || known.bytes < bytes) {
            heads.put(file.path(), new Head(file.state(), bytes, print(head)));
        }
    }

    @Override
    public void addTo(Fingerprint print) throws ReadingFailed {
        print.add(top.label());
        Surroundings.addFrame(top, print);
        if (!place.isFolder()) {
            print.file(place.label(), place.path());
            return;
        }
        Listing listing = Listing.of(top, print.look());
        for (Listing.Entry entry : listing.entries(() -> {})) {
            if (entry instanceof Listing.Entry.File file) {
                addTo(print, file);
            } else if (links && entry instanceof Listing.Entry.Link(String path, var where, _)) {
                print.file(path, where);
            }
        }
        listing.tell(Notes.of(print));
    }

    private void addTo(Fingerprint print, Listing.Entry.File file) {
        FileState state = file.state();
        Head head = heads.get(file.path());
        if (whole.contains(file.path())) {
            print.file(file.path(), state);
            return;
        }
        print.add(file.path());
        if (head == null) {
            return;
        }
        if (!state.isSettled(print.look().nowMicros())) {
            print.uncertain();
        } else if (state.equals(head.state)) {
            print.add(head.print.toString());
        } else {
            try {
                print.add(print(OpenedFile.head(file.where(), head.bytes)).toString());
            } catch (IOException e) {
                print.uncertain();
            }
        }
    }

    private static Id print(byte[] head) {
        return Id.of("head", new String(head, StandardCharsets.ISO_8859_1));
    }
}
