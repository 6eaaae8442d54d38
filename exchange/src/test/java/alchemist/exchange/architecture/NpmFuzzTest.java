package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Manifests and lock files of npm. */
final class NpmFuzzTest extends ReaderFuzz {
    NpmFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "package-lock.json");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        {"lockfileVersion": 3, "packages": {"": {"name": "a"},
                         "node_modules/b": {"version": "1.0.0", "dependencies": {"c": "^2"}},
                         "node_modules/b/node_modules/c": {"version": "2.1.0"}}}
                        """),
                bytes(
                        """
                        {"dependencies": {"b": {"version": "1", "requires": {"c": "2"},
                         "dependencies": {"c": {"version": "2"}}}}}
                        """));
    }
}
