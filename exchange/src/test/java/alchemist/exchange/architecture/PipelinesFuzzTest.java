package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Pipelines of GitLab; workflows of GitHub are YAML likewise. */
final class PipelinesFuzzTest extends ReaderFuzz {
    PipelinesFuzzTest() {
        super(new ArchitectureReader(new Repositories()), ".gitlab-ci.yml");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        stages: [build, test]
                        include: [{local: /ci/more.yml}]
                        .base: {image: {name: "maven:3"}, services: ["postgres:16"]}
                        build: {extends: .base, script: [./build.sh, "make all"]}
                        test: {needs: [{job: build}], script: ["sh test.sh"]}
                        """));
    }
}
