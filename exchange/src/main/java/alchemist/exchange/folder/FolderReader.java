package alchemist.exchange.folder;

import alchemist.exchange.Fingerprint;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.git.Repositories;

/**
 * Reads the files and folders that are in a folder now, but for what its {@code .gitignore} files
 * exclude. In a repository, its files are those that Git knows, through all their names.
 */
public final class FolderReader implements Reader {
    private final Repositories repositories;

    /** A reader that finds out from these repositories which file is which. */
    public FolderReader(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public boolean reads(Place place) {
        return place.isFolder() && !Repositories.isBare(place.path());
    }

    @Override
    public boolean readsTogether() {
        return true;
    }

    @Override
    public void ahead(Place place, long nowMicros) {
        if (reads(place)) {
            repositories.ahead(place.path(), nowMicros);
        }
    }

    @Override
    public void read(Place place, Reading reading) {
        FolderReading folder =
                new FolderReading(place, Surroundings.of(place, repositories, reading), reading);
        folder.sketch();
        folder.find();
        folder.state();
    }

    @Override
    public void fingerprint(Place place, Fingerprint print) throws ReadingFailed {
        Surroundings.fingerprint(place, print);
    }
}
