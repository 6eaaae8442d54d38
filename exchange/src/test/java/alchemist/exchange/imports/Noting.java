package alchemist.exchange.imports;

import alchemist.exchange.Fingerprint;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import java.util.List;

/** A reader that notes by its name that it is asked to read. */
record Noting(Reader reader, List<String> read) implements Reader {
    /** These readers, which note that they are asked to read. */
    static List<Reader> all(List<Reader> readers, List<String> read) {
        return readers.stream().<Reader>map(reader -> new Noting(reader, read)).toList();
    }

    @Override
    public String name() {
        return reader.name();
    }

    @Override
    public boolean reads(Place place) {
        return reader.reads(place);
    }

    @Override
    public boolean readsTogether() {
        return reader.readsTogether();
    }

    @Override
    public boolean gathers(Place place) {
        return reader.gathers(place);
    }

    @Override
    public void read(Place place, Reading reading) throws ReadingFailed {
        read.add(name());
        reader.read(place, reading);
    }

    @Override
    public void readGathered(Place in, List<Place> files, Reading reading) throws ReadingFailed {
        read.add(name());
        reader.readGathered(in, files, reading);
    }

    @Override
    public void fingerprint(Place place, Fingerprint print) throws ReadingFailed {
        reader.fingerprint(place, print);
    }
}
