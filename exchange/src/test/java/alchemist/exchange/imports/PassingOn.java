package alchemist.exchange.imports;

import alchemist.exchange.Fingerprint;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import java.util.List;

/** A reader that is another one, but for what is made of it. */
abstract class PassingOn implements Reader {
    private final Reader reader;

    PassingOn(Reader reader) {
        this.reader = reader;
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
        reader.read(place, reading);
    }

    @Override
    public void readGathered(Place in, List<Place> files, Reading reading) throws ReadingFailed {
        reader.readGathered(in, files, reading);
    }

    @Override
    public void fingerprint(Place place, Fingerprint print) throws ReadingFailed {
        reader.fingerprint(place, print);
    }
}
