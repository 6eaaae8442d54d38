package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Lock files of Composer. */
final class ComposerFuzzTest extends ReaderFuzz {
    ComposerFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "composer.lock");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        {"packages": [{"name": "a/b", "version": "1.0",
                          "require": {"php": ">=8", "c/d": "^2"}}],
                         "packages-dev": [{"name": "c/d", "version": "2.1"}]}
                        """));
    }
}
