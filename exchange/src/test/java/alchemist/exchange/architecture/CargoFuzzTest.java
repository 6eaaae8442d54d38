package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Manifests as TOML. */
final class CargoFuzzTest extends ReaderFuzz {
    CargoFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "Cargo.toml");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        [package]
                        name = "a"
                        version = "1"

                        [dependencies]
                        b = { version = "1.0", features = ["x"] } # why
                        c = "2"

                        [[bin]]
                        name = 'd'
                        """));
    }
}
