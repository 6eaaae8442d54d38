package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Settings of setuptools. */
final class SetupCfgFuzzTest extends ReaderFuzz {
    SetupCfgFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "setup.cfg");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        [metadata]
                        name = own
                        version = attr: own.v
                        [options]
                        install_requires =
                            a[b]>=1 ; python_version > "3"
                            # why
                        tests_require = c; d
                        setup_requires = file: e.txt, f.txt
                        [options.extras_require]
                        fast: g==1
                        """));
    }
}
