package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Bundler is asked for. */
final class GemfileFuzzTest extends ReaderFuzz {
    GemfileFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "Gemfile");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        source "https://example.org"
                        gem "a", "~> 1.0", ">= 1.0.1", group: :test
                        group :development, :test do
                          gem 'b', require: false
                        end
                        gem("c", git: "https://example.org/c") # why
                        """));
    }

    @Test
    void aLineOfBlanksCostsNoMoreThanItsLength() throws Exception {
        rewritten(bytes("gem 'a'\n"));
        check(bytes("gem" + "\t".repeat(1_900) + "x\n"));
        check(bytes("gem 'a', group" + " ".repeat(1_900) + "x\n"));
    }
}
