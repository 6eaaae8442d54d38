package alchemist.exchange.graphfile;

import alchemist.exchange.FileKeys;
import alchemist.exchange.Fingerprint;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** Reads the graph files of one format; each file is a source. */
public final class GraphFileReader implements Reader {
    /** How large a file may be, in bytes. */
    public static final long MAX_BYTES = 64L * 1024 * 1024;

    /** What a file's name tells of its format. */
    public enum Claim {
        /** It is another. */
        NONE,
        /** It may be this, and others; what is in it tells. */
        PERHAPS,
        /** It is this. */
        SURE
    }

    /** A format of graph files. */
    public interface Format {
        /** The stored name of its reader. */
        String name();

        /** What the name of a file, in lower case, tells. */
        Claim claim(String fileName);

        /** Whether bytes are of this format, perhaps damaged; never fails. */
        boolean looksLike(byte[] bytes);

        /**
         * Reads bytes.
         *
         * @throws ReadingFailed when they are not of this format; says where
         */
        void parse(byte[] bytes, FileGraph graph) throws ReadingFailed;
    }

    private final Format format;
    private final FileKeys keys;

    /**
     * A reader.
     *
     * @param keys what files are called for good: what is in a file is known by the file's key and
     *     its name there
     */
    public GraphFileReader(Format format, FileKeys keys) {
        this.format = format;
        this.keys = keys;
    }

    @Override
    public String name() {
        return format.name();
    }

    @Override
    public boolean reads(Place place) {
        Claim claim = format.claim(place.label().toLowerCase(Locale.ROOT));
        if (claim == Claim.NONE || !place.isFile()) {
            return false;
        }
        if (claim == Claim.SURE) {
            return true;
        }
        try {
            return Files.size(place.path()) <= MAX_BYTES
                    && format.looksLike(Files.readAllBytes(place.path()));
        } catch (IOException e) {
            return false; // whoever walks here tells that it cannot be read
        }
    }

    @Override
    public void read(Place place, Reading reading) throws ReadingFailed {
        byte[] bytes;
        long effectiveAt;
        try {
            if (Files.size(place.path()) > MAX_BYTES) {
                throw new ReadingFailed(
                        place.location()
                                + " has more than "
                                + MAX_BYTES
                                + " bytes: split it into several files");
            }
            bytes = Files.readAllBytes(place.path());
            effectiveAt = reading.effectiveAt(place);
        } catch (IOException e) {
            throw ReadingFailed.of(place, e);
        }
        FileGraph graph = new FileGraph(place.location());
        format.parse(bytes, graph);
        new GraphStatements(graph, format.name(), keys.keyOf(place), effectiveAt, reading).state();
    }

    @Override
    public void fingerprint(Place place, Fingerprint print) throws ReadingFailed {
        print.file(place.label(), place.path());
        keys.fingerprint(place, print);
    }
}
