package alchemist.exchange.architecture;

import alchemist.exchange.Fingerprint;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.folder.OpenedFiles;
import alchemist.exchange.git.Repositories;

/**
 * Reads what a system is built of: manifests and lock files, pipelines, Kubernetes, Helm and
 * Compose, OpenAPI and AsyncAPI, tables of SQL, projects of dbt, Terraform, models of Structurizr,
 * Protocol Buffers and GraphQL.
 */
public final class ArchitectureReader implements Reader {
    /** How long a file may be, in bytes. */
    public static final long MAX_BYTES = 8L << 20;

    private final Repositories repositories;

    /** A reader that finds out from these repositories which file is which. */
    public ArchitectureReader(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public String name() {
        return "architecture";
    }

    @Override
    public boolean reads(Place place) {
        return place.isFolder()
                ? !Repositories.isBare(place.path())
                : place.isFile() && ArchitectureReading.reads(place);
    }

    @Override
    public boolean readsTogether() {
        return true;
    }

    @Override
    public void read(Place place, Reading reading) throws ReadingFailed {
        new ArchitectureReading(OpenedFiles.at(place, repositories, reading), reading).run();
    }

    @Override
    public void fingerprint(Place place, Fingerprint print) throws ReadingFailed {
        OpenedFiles.fingerprint(place, print);
    }
}
