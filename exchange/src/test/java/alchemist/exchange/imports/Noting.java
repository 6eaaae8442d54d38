package alchemist.exchange.imports;

import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import java.util.List;

/** A reader that notes by its name that it is asked to read. */
final class Noting extends PassingOn {
    private final List<String> read;

    private Noting(Reader reader, List<String> read) {
        super(reader);
        this.read = read;
    }

    /** These readers, which note that they are asked to read. */
    static List<Reader> all(List<Reader> readers, List<String> read) {
        return readers.stream().<Reader>map(reader -> new Noting(reader, read)).toList();
    }

    @Override
    public void read(Place place, Reading reading) throws ReadingFailed {
        read.add(name());
        super.read(place, reading);
    }

    @Override
    public void readGathered(Place in, List<Place> files, Reading reading) throws ReadingFailed {
        read.add(name());
        super.readGathered(in, files, reading);
    }
}
