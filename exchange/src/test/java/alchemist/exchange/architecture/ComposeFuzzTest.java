package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Compose files. */
final class ComposeFuzzTest extends ReaderFuzz {
    ComposeFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "compose.yaml");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        services:
                          a: {build: ., image: "x:${V:-1}", depends_on: [b], environment: ["B_URL=http://b:80/"]}
                          b:
                            image: b@sha256:0
                            volumes: ["d:/x", ./a:/y]
                        volumes: {d: }
                        """));
    }
}
