package alchemist.exchange.imports;

import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.ReadingFailed;
import alchemist.kernel.Id;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Imports into a simulated workspace. */
public final class ImportsTesting {
    public static final Id ACTOR = Id.of("person", "tester");

    private ImportsTesting() {}

    public static Imports imports(SimulatedWorkspace workspace, Reader... readers) {
        return new Imports(workspace.workplace(), () -> List.of(readers));
    }

    public static Imports.Wish all() {
        return new Imports.Wish(Set.of(), "", ACTOR);
    }

    /** Imports a place and waits for the end. */
    public static ImportRun run(SimulatedWorkspace workspace, Path path, Reader... readers)
            throws ReadingFailed {
        ImportRun run = imports(workspace, readers).start(Place.at(path), all());
        run.ended().join();
        return run;
    }

    /** What an import would change. */
    public static ImportRun dryRun(SimulatedWorkspace workspace, Path path, Reader... readers)
            throws ReadingFailed {
        return imports(workspace, readers).dryRun(Place.at(path), all());
    }
}
