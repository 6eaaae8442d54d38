package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Lock files of Python as TOML. */
final class PythonLockFuzzTest extends ReaderFuzz {
    PythonLockFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "pdm.lock");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        [metadata]
                        groups = ["default"]

                        [[package]]
                        name = "a"
                        version = "1.0"
                        extras = ["x"]
                        dependencies = ["b>=1; os_name == 'nt'", "c @ https://example.org/c.whl"]
                        files = [{file = "a.whl", hash = "sha256:00"}]

                        [[package]]
                        name = "b"
                        version = "2"
                        path = "./b"
                        """),
                bytes(
                        """
                        lock-version = "1.0"
                        [[packages]]
                        name = "a"
                        version = "1"
                        dependencies = [{name = "b"}]
                        [[packages]]
                        name = "b"
                        directory = {path = ".", editable = true}
                        """));
    }
}
