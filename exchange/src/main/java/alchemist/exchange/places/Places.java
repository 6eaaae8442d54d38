package alchemist.exchange.places;

import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import alchemist.kernel.Id;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where what is elsewhere is kept while it is read, a folder for each address. It may be deleted
 * when nothing reads it: it is fetched again.
 *
 * <pre>
 * ID/NAME/…      the files of an archive, or a clone of a repository
 * ID/NAME        a file of the web
 * ID/….arriving  what is being fetched
 * </pre>
 */
public final class Places {
    private final Path folder;
    private final Hosts hosts;

    /** Places in a folder, which is made when it is needed. */
    public Places(Path folder, Hosts hosts) {
        this.folder = folder;
        this.hosts = hosts;
    }

    /**
     * What brings an address here.
     *
     * @throws ReadingFailed when nothing is there, or it is no address
     */
    public Fetch fetch(String text) throws ReadingFailed {
        Address address = Address.of(text);
        return switch (address) {
            case Address.Here here -> Fetch.here(Place.at(here.path()));
            case Address.Archive archive ->
                    new Unpacking(Place.at(archive.path()).path(), kept(archive), archive.label());
            case Address.Repository repository -> new Cloning(repository, kept(repository), hosts);
            case Address.WebFile file -> new Download(file, kept(file), hosts);
        };
    }

    /**
     * Removes what processes that were killed were fetching. To be called once, before anything is
     * fetched.
     */
    public void removeLeft() throws IOException {
        Arriving.removeLeft(folder);
    }

    private Path kept(Address address) {
        String safe = address.label().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        boolean dots = safe.isBlank() || safe.chars().allMatch(c -> c == '.');
        Path own = folder.resolve(Id.of("address", address.text()).toString());
        return own.resolve(dots ? "place" : safe);
    }
}
