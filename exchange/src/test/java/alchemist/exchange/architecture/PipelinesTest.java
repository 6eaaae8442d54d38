package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.git.TestRepository;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workflows of GitHub, pipelines of GitLab, and Dockerfiles. */
final class PipelinesTest extends DefinitionsTesting {
    private TestRepository git;

    /** Folders whose name begins with a point are only looked into in a repository. */
    @BeforeEach
    void begin() throws IOException {
        git = TestRepository.create(top);
    }

    private List<String> readAll() throws IOException {
        git.commit("all");
        return read();
    }

    @Test
    void jobsOfWorkflowsNeedOneAnotherUseActionsAndNameFilesOfTheProject() throws IOException {
        write(
                ".github/workflows/build.yml",
                """
                name: Build
                on: {push: {branches: [main]}, pull_request: {}}
                defaults: {run: {working-directory: web}}
                jobs:
                  test:
                    name: All tests
                    runs-on: ${{ matrix.os }}
                    container: {image: "node:22"}
                    services: {db: {image: "postgres:16"}}
                    steps:
                    - uses: actions/checkout@v4
                    - uses: ./.github/actions/setup
                    - uses: docker://alpine:3.20
                    - run: |
                        npm ci && node ./bench/run.mjs --out=x
                        cat ../README.md
                    - {run: "sh tool.sh", working-directory: scripts}
                    - uses: ./.github/actions/gone
                  release:
                    needs: [test, lint]
                    runs-on: [self-hosted, linux]
                    steps: [{uses: "actions/checkout@v3"}]
                  call:
                    needs: test
                    uses: ./.github/workflows/other.yml
                  far:
                    uses: shop/flows/.github/workflows/x.yml@main
                """);
        write(".github/workflows/other.yml", "on: [workflow_call]\njobs: {}\n");
        write(
                ".github/actions/setup/action.yml",
                """
                name: Set up
                runs: {using: composite, steps: [{uses: "actions/setup-node@v4"}, {run: ./scripts/tool.sh}]}
                """);
        write("action.yml", "runs: {using: docker, image: Dockerfile}\n");
        write("more/action.yml", "nothing: here\n");
        write("Dockerfile", "FROM scratch\n");
        write("web/bench/run.mjs", "1\n");
        write("README.md", "# x\n");
        write("scripts/tool.sh", "true\n");
        assertEquals(
                List.of(
                        ".github/workflows/build.yml line 18: uses './.github/actions/gone', where"
                                + " nothing is read",
                        ".github/workflows/build.yml line 20: needs the job 'lint', which is not"
                                + " there",
                        ".github/workflows/other.yml line 1: is a workflow without jobs"),
                readAll().stream().sorted().toList());
        assertEquals(
                List.of(
                        "Set up refers to tool.sh",
                        "Set up uses actions/setup-node [versions v4]",
                        "call needs test",
                        "call uses other.yml",
                        "far uses shop/flows/.github/workflows/x.yml [versions main]",
                        "project refers to Dockerfile",
                        "release needs test",
                        "release uses actions/checkout [versions v3]",
                        "test refers to README.md",
                        "test refers to run.mjs",
                        "test refers to tool.sh",
                        "test runs alpine [version 3.20] [how step]",
                        "test runs node [version 22] [how container]",
                        "test runs postgres [version 16] [how service db]",
                        "test uses Set up",
                        "test uses actions/checkout [versions v4]"),
                edges("version", "versions", "how"));
        assertEquals("push, pull_request", property("Build", "Workflow", "on"));
        assertEquals("All tests", property("test", "Job", "title"));
        assertEquals("self-hosted, linux", property("release", "Job", "runs on"));
        assertEquals("Build", name(named("test", "Job").group()));
    }

    @Test
    void jobsOfGitLabExtendNeedAndRunAcrossFilesThatAreIncluded() throws IOException {
        write(
                ".gitlab-ci.yml",
                """
                stages: [build, test]
                default: {image: "alpine:3"}
                variables: {A: b}
                include:
                - local: /ci/more.gitlab-ci.yml
                - local: ci/gone.yml
                - template: Jobs/Build.gitlab-ci.yml
                .base:
                  image: {name: "maven:3-eclipse-temurin-21", entrypoint: [""]}
                  before_script: [sh ci/prepare.sh]
                build:
                  extends: .base
                  stage: build
                  services: ["postgres:16", {name: "redis:7", alias: r}]
                  script: ["mvn -f app/pom.xml package"]
                test:
                  needs: [{job: build, artifacts: true}, {project: far/away, job: x}, lint, unknown]
                  script: echo
                child: {trigger: {include: [{local: ci/more.gitlab-ci.yml}]}}
                """);
        write("ci/more.gitlab-ci.yml", "lint: {script: [\"true\"], image: $IMAGE}\n");
        write("ci/prepare.sh", "true\n");
        write("app/pom.xml", "<project><groupId>g</groupId><artifactId>a</artifactId></project>\n");
        assertEquals(
                List.of(".gitlab-ci.yml line 6: includes 'ci/gone.yml', where nothing is read"),
                readAll());
        assertEquals(
                List.of(
                        ".base refers to prepare.sh",
                        ".base runs maven [version 3-eclipse-temurin-21] [how container]",
                        ".gitlab-ci.yml includes more.gitlab-ci.yml",
                        ".gitlab-ci.yml runs alpine [version 3] [how default]",
                        "a provides g:a",
                        "build extends .base",
                        "build refers to pom.xml",
                        "build runs postgres [version 16] [how service]",
                        "build runs redis [version 7] [how service]",
                        "child includes more.gitlab-ci.yml",
                        "test needs build",
                        "test needs lint"),
                edges("version", "how"));
        assertEquals("build", property("build", "Job", "stage"));
        assertEquals("build, test", property(".gitlab-ci.yml", "Workflow", "stages"));
        assertEquals("Job template", named(".base", "Job template").types().getFirst());
    }

    @Test
    void charactersOfTwoHalvesMayStandAnywhereInYaml() throws IOException {
        for (int i = 0; i < 4; i++) {
            String text =
                    "# "
                            + "x".repeat(i)
                            + "\uD83D\uDE00".repeat(3_000)
                            + "\njobs: {a: {}, b: {}}\n";
            write(".github/workflows/" + i + ".yml", text.replace("{}", "{runs-on: x}"));
        }
        assertEquals(List.of(), readAll());
        assertEquals(8, types().get("Job"));
    }

    @Test
    void whatAPipelineOfGitLabIncludesIsOneWhateverItIsCalled() throws IOException {
        write(".gitlab-ci.yml", "include: /ci/all.yml\nbuild: {extends: .base, script: [make]}\n");
        write(
                "ci/all.yml",
                """
                include:
                - local: /ci/parts/*.yml
                - local: /.gitlab-ci.yml
                .base: {script: ["true"]}
                """);
        write("ci/parts/test.yml", "test:\n  script: [make]\n  needs: [build]\n");
        write("ci/parts/bad.yml", "stages: [a, b\n");
        write("ci/parts/long.yml", "# " + "x".repeat(1 << 20) + "\n");
        write("ci/parts/list.yml", "- default:\n    script: no\n");
        write("ci/child.yml", "alone:\n  stage: build\n  script: [make]\n");
        write("ci/parts/again.yml", "more: {trigger: {include: ci/child.yml}, stage: x}\n  \n");
        // Nothing includes these.
        write(".travis.yml", "jobs:\n  script: make\n");
        write("broken.yml", "default: [\n");
        assertEquals(
                List.of(
                        "ci/parts/bad.yml line 2: it is no YAML: expected ',' or ']', but got"
                                + " <stream end>",
                        "ci/parts/list.yml line 1: describes no pipeline: it is no map",
                        "ci/parts/long.yml: has more than 1048576 bytes, and is not read"),
                readAll());
        assertEquals(
                List.of(
                        ".gitlab-ci.yml includes all.yml",
                        "all.yml includes .gitlab-ci.yml",
                        "all.yml includes again.yml",
                        "all.yml includes bad.yml",
                        "all.yml includes list.yml",
                        "all.yml includes long.yml",
                        "all.yml includes test.yml",
                        "build extends .base",
                        "more includes child.yml",
                        "test needs build"),
                edges());
        assertEquals(4, types().get("Job"));
    }

    @Test
    void stagesOfADockerfileAreBasedOnImagesAndOneAnotherAndCopyFiles() throws IOException {
        write(
                "svc/docker/Dockerfile",
                """
                # syntax=docker/dockerfile:1
                ARG VERSION=22
                FROM --platform=$BUILDPLATFORM node:${VERSION}-alpine AS Base
                EXPOSE 8080/tcp \\
                    # and another
                    9090
                FROM base AS build
                COPY --chown=a:b package.json ./src/ /app/
                COPY ["web/a.txt", "/b/"]
                ADD https://example.org/x.tgz /x
                COPY *.lock $DIR/ . /y/
                COPY start.sh /start.sh
                RUN <<EOF
                FROM nothing
                EOF
                FROM nginx:1.27@sha256:00
                COPY --from=build /app /app
                COPY --from=0 /app /app
                COPY --from=busybox:1 /bin/sh /bin/sh
                FROM ${UNKNOWN}
                """);
        write("svc/package.json", "{\"name\": \"svc\", \"private\": true}\n");
        write("svc/src/a.js", "1\n");
        write("web/a.txt", "1\n");
        write("svc/docker/start.sh", "1\n");
        write("empty.dockerfile", "RUN x\n");
        write("Dockerfile.java", "class Dockerfile {}\n");
        assertEquals(List.of("empty.dockerfile: is no Dockerfile: it has no FROM"), readAll());
        assertEquals(
                List.of(
                        "Base based on node [version 22-alpine]",
                        "Dockerfile based on busybox [version 1] [how copy]",
                        "Dockerfile based on nginx [version 1.27] [how base]",
                        "Dockerfile based on node [version 22-alpine] [how base]",
                        "build based on Base",
                        "build copies a.txt [resolved by name]",
                        "build copies package.json [resolved by name]",
                        "build copies src [resolved by name]",
                        "build copies start.sh",
                        "stage 2 based on nginx [version 1.27]",
                        "stage 2 copies from Base",
                        "stage 2 copies from build",
                        "stage 2 copies from busybox [version 1]"),
                edges("version", "how", "resolved"));
        assertEquals("8080/tcp, 9090", property("Base", "Build stage", "ports"));
        assertEquals(4, types().get("Build stage"));
    }

    @Test
    void whatIsDamagedIsToldWithItsLineAndTheRestIsRead() throws IOException {
        write(".github/workflows/a.yml", "name: A\njobs: {a: [}\n");
        write(".github/workflows/b.yml", "- just\n- a list\n");
        write(
                ".github/workflows/c.yml",
                "jobs: {c: {steps: [{run: \"" + "x".repeat(200_001) + "\"}]}}\n");
        write(".gitlab-ci.yml", "a: {needs: [b], script: x}\n");
        List<String> warnings = readAll();
        assertEquals(4, warnings.size(), () -> String.join("\n", warnings));
        assertTrue(warnings.get(0).startsWith(".github/workflows/a.yml line 2: it is no YAML"));
        assertEquals(
                ".github/workflows/b.yml line 1: describes no pipeline: it is no map",
                warnings.get(1));
        assertEquals(
                ".github/workflows/c.yml line 1: has more than 200000 characters of commands, which"
                        + " are not read",
                warnings.get(2));
        assertEquals(
                ".gitlab-ci.yml line 1: needs the job 'b', which is not there", warnings.get(3));
    }
}
