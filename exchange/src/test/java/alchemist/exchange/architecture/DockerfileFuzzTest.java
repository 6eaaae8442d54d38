package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Dockerfiles. */
final class DockerfileFuzzTest extends ReaderFuzz {
    DockerfileFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "Dockerfile");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        ARG V=21
                        FROM --platform=linux/amd64 eclipse-temurin:${V} AS build
                        COPY ["a", "b", "/c/"]
                        RUN <<END
                        FROM nothing
                        END
                        FROM scratch
                        COPY --from=build \\
                          # a comment
                          /a /b
                        EXPOSE 80 443/tcp
                        """));
    }
}
