package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Lock files of NuGet. */
final class NuGetLockFuzzTest extends ReaderFuzz {
    NuGetLockFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "packages.lock.json");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        {"version": 1, "dependencies": {"net8.0": {
                          "A": {"type": "Direct", "requested": "[1, )", "resolved": "1.0",
                            "dependencies": {"B": "2"}},
                          "B": {"type": "Transitive", "resolved": "2.0"},
                          "own": {"type": "Project", "dependencies": {"A": "[1, )"}}}}}
                        """));
    }
}
