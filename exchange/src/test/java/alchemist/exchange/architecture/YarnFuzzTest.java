package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Lock files of Yarn. */
final class YarnFuzzTest extends ReaderFuzz {
    YarnFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "yarn.lock");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        # yarn lockfile v1

                        "@a/b@^1", "@a/b@~1.2":
                          version "1.2.3"
                          dependencies:
                            c "^2"
                            "@d/e" "npm:f@1"

                        c@^2:
                          version "2.0.0"
                        """),
                bytes(
                        """
                        __metadata:
                          version: 8

                        "a@npm:^1, a@npm:~1.2":
                          version: 1.2.3
                          resolution: "a@npm:1.2.3"
                          dependencies:
                            b: "npm:^2"
                        """));
    }
}
