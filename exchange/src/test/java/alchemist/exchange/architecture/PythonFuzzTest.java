package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Requirements of Python. */
final class PythonFuzzTest extends ReaderFuzz {
    PythonFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "requirements.txt");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        # tools
                        -r more.txt
                        a[b] >= 1.0, < 2 ; python_version > "3"
                        c==1 \\
                            --hash=sha256:00
                        """));
    }
}
