package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Lock files of Pipenv. */
final class PipfileLockFuzzTest extends ReaderFuzz {
    PipfileLockFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "Pipfile.lock");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        {"_meta": {"pipfile-spec": 6},
                         "default": {"a": {"version": "==1.0", "hashes": []}, "own": {"editable": true, "path": "."}},
                         "develop": {"b": {"git": "https://example.org", "ref": "00"}}}
                        """));
    }
}
