package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Lock files of pnpm. */
final class PnpmFuzzTest extends ReaderFuzz {
    PnpmFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "pnpm-lock.yaml");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        lockfileVersion: '9.0'
                        importers:
                          .:
                            dependencies: {a: {specifier: ^1, version: 1.0.0(b@2.0.0)}}
                        packages:
                          a@1.0.0: {resolution: {integrity: x}}
                        snapshots:
                          a@1.0.0(b@2.0.0):
                            dependencies: {b: 2.0.0, c: '@d/e@3.0.0'}
                        """),
                bytes(
                        """
                        lockfileVersion: 5.4
                        dependencies: {a: 1.0.0_b@2.0.0}
                        packages:
                          /a/1.0.0_b@2.0.0: {dependencies: {b: 2.0.0}}
                          /@c/d/1.0.0: {dev: true}
                        """));
    }
}
