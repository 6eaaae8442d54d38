package alchemist.exchange.arrows;

import alchemist.exchange.FileKeys;
import alchemist.exchange.Fingerprint;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import java.io.IOException;
import java.nio.file.Files;

/** Reads a diagram that arrows.app saved or exported as JSON. */
public final class ArrowsReader implements Reader {
    /** How large a file may be, in bytes. */
    public static final long MAX_BYTES = 64L * 1024 * 1024;

    private final FileKeys keys;

    /**
     * A reader.
     *
     * @param keys what files are called for good: a diagram's nodes are known by its file's key and
     *     their own ids
     */
    public ArrowsReader(FileKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "arrows";
    }

    @Override
    public boolean reads(Place place) {
        String name = place.label().toLowerCase(java.util.Locale.ROOT);
        if (!(name.endsWith(".json") || name.endsWith(".arrows")) || !place.isFile()) {
            return false;
        }
        try {
            return Files.size(place.path()) <= MAX_BYTES
                    && ArrowsSniff.isDiagram(Files.readAllBytes(place.path()));
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
                        place.location() + " has more than " + MAX_BYTES + " bytes");
            }
            bytes = Files.readAllBytes(place.path());
            effectiveAt = reading.effectiveAt(place);
        } catch (IOException e) {
            throw ReadingFailed.of(place, e);
        }
        ArrowsDiagram diagram = ArrowsDiagram.parse(bytes, place.location());
        new ArrowsStatements(diagram, keys.keyOf(place), place.location(), effectiveAt, reading)
                .state();
    }

    @Override
    public void fingerprint(Place place, Fingerprint print) throws ReadingFailed {
        print.file(place.label(), place.path());
        keys.fingerprint(place, print);
    }
}
