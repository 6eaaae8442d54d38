package alchemist.exchange.code;

import alchemist.exchange.Fingerprint;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.folder.OpenedFiles;
import alchemist.exchange.git.Repositories;

/**
 * Reads what the code of a folder declares, imports, extends and calls: Java, JavaScript,
 * TypeScript, Python, Go, Rust, C and C++.
 */
public final class CodeReader implements Reader {
    /** How long a file may be, in bytes: longer ones are not written by hand. */
    public static final long MAX_BYTES = 1L << 20;

    private final Repositories repositories;
    private final Parsers parsers;

    /**
     * A reader that finds out from these repositories which file is which.
     *
     * @param parsers that outline files
     */
    public CodeReader(Repositories repositories, Parsers parsers) {
        this.repositories = repositories;
        this.parsers = parsers;
    }

    @Override
    public String name() {
        return "code";
    }

    @Override
    public boolean reads(Place place) {
        return place.isFolder()
                ? !Repositories.isBare(place.path())
                : CodeSource.isIn(place.label());
    }

    @Override
    public boolean readsTogether() {
        return true;
    }

    @Override
    public void read(Place place, Reading reading) throws ReadingFailed {
        new CodeReading(OpenedFiles.at(place, repositories, reading), parsers, reading).run();
    }

    @Override
    public void fingerprint(Place place, Fingerprint print) throws ReadingFailed {
        OpenedFiles.fingerprint(place, print);
    }
}
