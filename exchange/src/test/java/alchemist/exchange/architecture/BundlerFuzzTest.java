package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Lock files of Bundler. */
final class BundlerFuzzTest extends ReaderFuzz {
    BundlerFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "Gemfile.lock");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        GEM
                          remote: https://example.org/
                          specs:
                            nokogiri (1.16.7)
                              racc (~> 1.4)
                            racc (1.8.1)

                        DEPENDENCIES
                          nokogiri
                        """));
    }
}
