package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Lock files of Yarn and pnpm, and those of Python that are not TOML. */
final class LockFilesTest extends DefinitionsTesting {
    @Test
    void theFirstYarnSaysWhichVersionWasChosenForEachRange() throws IOException {
        write(
                "package.json",
                """
                {"name": "root", "private": true, "workspaces": ["a"],
                 "dependencies": {"@b/c": "^1.0.0", "d": "~2.1", "pad": "npm:left-pad@^1"}}
                """);
        write("a/package.json", "{\"name\": \"a\", \"dependencies\": {\"d\": \"^1\"}}");
        write(
                "yarn.lock",
                """
                # yarn lockfile v1


                "@b/c@^1.0.0", "@b/c@^1.0.2":
                  version "1.0.4"
                  resolved "https://example.org/c.tgz#1"
                  integrity sha512-x==
                  dependencies:
                    "@e/f" "^3.0.0"
                    d ">= 2 < 3"
                  optionalDependencies:
                    g "*"

                "@e/f@^3.0.0":
                  version "3.1.0"

                d@^1:
                  version "1.9.0"

                "d@>= 2 < 3", d@~2.1:
                  version "2.1.5"

                "pad@npm:left-pad@^1":
                  version "1.3.0"
                nothing
                """);
        assertEquals(
                List.of(
                        "yarn.lock line 25: is no entry of a lock file of Yarn, and is passed over"),
                read());
        assertEquals(
                List.of(
                        "@b/c depends on @e/f [requires ^3.0.0]",
                        "@b/c depends on d [requires >= 2 < 3]",
                        "a depends on d [requires ^1] [locked 1.9.0]",
                        "root depends on @b/c [requires ^1.0.0] [locked 1.0.4]",
                        "root depends on d [requires ~2.1] [locked 2.1.5]",
                        "root depends on left-pad [requires npm:left-pad@^1] [locked 1.3.0]",
                        "root has module a",
                        "yarn.lock locks @b/c [versions 1.0.4]",
                        "yarn.lock locks @e/f [versions 3.1.0]",
                        "yarn.lock locks d [versions 1.9.0, 2.1.5]",
                        "yarn.lock locks left-pad [versions 1.3.0]"),
                edges("requires", "locked", "versions"));
    }

    @Test
    void laterYarnsWriteYamlInWhichTheProjectsOwnModulesStandToo() throws IOException {
        write(
                "package.json",
                """
                {"name": "root", "private": true, "workspaces": {"packages": ["packages/*"]},
                 "dependencies": {"react": "^19.0.0", "pad": "npm:left-pad@1.3.0"}}
                """);
        write(
                "packages/a/package.json",
                "{\"name\": \"a\", \"dependencies\": {\"react\": \"^18\"}}");
        write(
                "yarn.lock",
                """
                # what was chosen

                __metadata:
                  version: 8
                  cacheKey: 10

                "a@workspace:packages/a":
                  version: 0.0.0-use.local
                  resolution: "a@workspace:packages/a"
                  dependencies:
                    react: "npm:^18"

                "pad@npm:left-pad@1.3.0":
                  version: 1.3.0
                  resolution: "left-pad@npm:1.3.0"

                "react@npm:^18, react@npm:^18.2":
                  version: 18.3.1
                  resolution: "react@npm:18.3.1"
                  dependencies:
                    loose-envify: "npm:^1.1.0"
                    other: "npm:left-pad@^1"

                "react@npm:^19.0.0":
                  version: 19.0.0
                  resolution: "react@npm:19.0.0"

                "loose-envify@npm:^1.1.0":
                  version: 1.4.0
                  resolution: "loose-envify@npm:1.4.0"
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "a depends on react [requires ^18] [locked 18.3.1]",
                        "react depends on left-pad [requires ^1]",
                        "react depends on loose-envify [requires ^1.1.0]",
                        "root depends on left-pad [requires npm:left-pad@1.3.0] [locked 1.3.0]",
                        "root depends on react [requires ^19.0.0] [locked 19.0.0]",
                        "root has module a",
                        "yarn.lock locks left-pad [versions 1.3.0]",
                        "yarn.lock locks loose-envify [versions 1.4.0]",
                        "yarn.lock locks react [versions 18.3.1, 19.0.0]"),
                edges("requires", "locked", "versions"));
    }

    @Test
    void allFormsOfPnpmAreReadWithPeersAliasesAndCatalogs() throws IOException {
        write(
                "five/pnpm-lock.yaml",
                """
                lockfileVersion: 5.4
                specifiers: {zod: ^3}
                dependencies: {zod: 3.1.0_typescript@5.0.0}
                packages:
                  /zod/3.1.0_typescript@5.0.0: {dependencies: {'@s/t': 2.0.0_@babel+core@7.1.0}}
                  /@s/t/2.0.0_@babel+core@7.1.0: {}
                """);
        write("five/package.json", "{\"name\": \"five\", \"dependencies\": {\"zod\": \"^3\"}}");
        write(
                "six/pnpm-lock.yaml",
                """
                lockfileVersion: '6.0'
                dependencies:
                  zod: {specifier: ^3, version: 3.2.0(typescript@5.0.0)}
                packages:
                  /zod@3.2.0(typescript@5.0.0):
                    dependencies: {'@s/t': 2.0.0}
                  /@s/t@2.0.0: {}
                """);
        write("six/package.json", "{\"name\": \"six\", \"dependencies\": {\"zod\": \"^3\"}}");
        write(
                "nine/pnpm-workspace.yaml",
                """
                packages: [pkgs/*]
                catalog: {react: ^19.1.0}
                catalogs: {old: {react: ^18.0.0}}
                """);
        write(
                "nine/pkgs/a/package.json",
                """
                {"name": "a", "dependencies": {"react": "catalog:", "pad": "npm:left-pad@1.3.0"},
                 "devDependencies": {"zod": "catalog:"}}
                """);
        write(
                "nine/pkgs/b/package.json",
                "{\"name\": \"b\", \"dependencies\": {\"react\": \"catalog:old\"}}");
        write(
                "nine/pnpm-lock.yaml",
                """
                lockfileVersion: '9.0'
                importers:
                  pkgs/a:
                    dependencies:
                      react: {specifier: 'catalog:', version: 19.1.0}
                      pad: {specifier: 'npm:left-pad@1.3.0', version: left-pad@1.3.0}
                  pkgs/b:
                    dependencies:
                      react: {specifier: 'catalog:old', version: 18.0.0}
                packages:
                  react@19.1.0: {}
                  react@18.0.0: {}
                  left-pad@1.3.0: {}
                  use-it@1.0.0: {peerDependencies: {react: '*'}}
                snapshots:
                  use-it@1.0.0(react@19.1.0): {dependencies: {react: 19.1.0, pad: left-pad@1.3.0}}
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "@s/t [versions 2.0.0]",
                        "@s/t [versions 2.0.0]",
                        "left-pad [versions 1.3.0]",
                        "react [versions 18.0.0, 19.1.0]",
                        "use-it [versions 1.0.0]",
                        "zod [versions 3.1.0]",
                        "zod [versions 3.2.0]"),
                locks());
        assertEquals(
                List.of(
                        "a depends on left-pad [requires npm:left-pad@1.3.0] [locked 1.3.0]",
                        "a depends on react [requires ^19.1.0] [locked 19.1.0]",
                        "a depends on zod [requires catalog:] [scope dev]",
                        "b depends on react [requires ^18.0.0] [locked 18.0.0]",
                        "five depends on zod [requires ^3] [locked 3.1.0]",
                        "six depends on zod [requires ^3] [locked 3.2.0]",
                        "use-it depends on left-pad [requires 1.3.0]",
                        "use-it depends on react [requires 19.1.0]",
                        "zod depends on @s/t [requires 2.0.0]"),
                edges("requires", "scope", "locked").stream()
                        .filter(edge -> edge.contains(" depends on "))
                        .toList());
    }

    private List<String> locks() {
        return source().edges.values().stream()
                .filter(edge -> edge.type().equals("locks"))
                .map(
                        edge ->
                                name(edge.to())
                                        + " [versions "
                                        + shown(
                                                Objects.requireNonNull(
                                                        edge.properties().find("versions")))
                                        + "]")
                .sorted()
                .toList();
    }

    @Test
    void lockFilesOfAllVersionsOfNpmSayTheSame() throws IOException {
        write("one/package.json", "{\"name\": \"one\", \"dependencies\": {\"a\": \"^1\"}}");
        write(
                "one/package-lock.json",
                """
                {"lockfileVersion": 1, "dependencies": {
                  "a": {"version": "1.2.0", "requires": {"b": "^2"},
                    "dependencies": {"b": {"version": "2.5.0"}}},
                  "b": {"version": "3.0.0", "dev": true}}}
                """);
        for (String version : List.of("2", "3")) {
            write(
                    version + "/package.json",
                    "{\"name\": \"v" + version + "\", \"dependencies\": {\"a\": \"^1\"}}");
            write(
                    version + "/package-lock.json",
                    """
                    {"lockfileVersion": %s, "packages": {
                      "": {"dependencies": {"a": "^1"}},
                      "node_modules/a": {"version": "1.2.0", "dependencies": {"b": "^2"}},
                      "node_modules/a/node_modules/b": {"version": "2.5.0"},
                      "node_modules/b": {"version": "3.0.0", "dev": true}},
                     "dependencies": {"never": {"version": "9"}}}
                    """
                            .formatted(version));
        }
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "a depends on b [requires ^2]",
                        "one depends on a [requires ^1] [locked 1.2.0]",
                        "package-lock.json locks a [versions 1.2.0]",
                        "package-lock.json locks b [versions 2.5.0, 3.0.0]",
                        "v2 depends on a [requires ^1] [locked 1.2.0]",
                        "v3 depends on a [requires ^1] [locked 1.2.0]"),
                edges("requires", "locked", "versions"));
        assertEquals(6, relations().get("locks"));
    }

    @Test
    void pipfilesAndSetupCfgAreProjectsOfPythonToo() throws IOException {
        write(
                "Pipfile",
                """
                [[source]]
                url = "https://example.org/simple"
                [packages]
                flask = "*"
                PyYAML = { version = ">=6", extras = ["x"] }
                own = { path = "./lib", editable = true }
                [dev-packages]
                pytest = "~=8.0"
                [docs]
                sphinx = "*"
                [requires]
                python_version = "3.12"
                """);
        write(
                "Pipfile.lock",
                """
                {"_meta": {"hash": {"sha256": "00"}},
                 "default": {"flask": {"version": "==3.0.2"}, "pyyaml": {"version": "==6.0.1"},
                   "own": {"editable": true, "path": "./lib"},
                   "tool": {"git": "https://example.org/t.git", "ref": "abc"}},
                 "develop": {"pytest": {"version": "==8.1.1"}}}
                """);
        write(
                "lib/setup.cfg",
                """
                [metadata]
                name = own
                version = attr: own.__version__
                description =
                    name = not this
                [options]
                packages = find:
                install_requires =
                    requests >= 2.31 ; python_version > "3.8"
                    # a comment
                    attrs
                tests_require = pytest
                [options.extras_require]
                fast =
                    uvloop==0.19
                [flake8]
                max-line-length = 100
                """);
        write("both/setup.cfg", "[metadata]\nname = both\n[options]\ninstall_requires = old\n");
        write("both/pyproject.toml", "[project]\nname = \"both\"\ndependencies = [\"new\"]\n");
        write("tools/setup.cfg", "[flake8]\nmax = 1\n");
        write("bad/setup.cfg", "[metadata\nname = x\n");
        write("bad/Pipfile.lock", "{}");
        write("c/requirements.txt", "-c limits.txt\n--requirement=more.txt\nflask\n");
        write("c/limits.txt", "flask==3\n");
        write("c/more.txt", "x\n");
        write(
                "c/pdm.lock",
                "[[package]]\nname = \"a\"\nversion = \"1\"\ndependencies = [\"b>=2\"]\n[[package]]\nname = \"b\"\nversion = \"2.1\"\n");
        assertEquals(
                List.of(
                        "bad/Pipfile.lock line 1: is no lock file of Pipenv: it has no _meta",
                        "bad/setup.cfg line 1: is no setup.cfg: a section is not closed"),
                read());
        assertEquals(
                List.of(
                        "Pipfile depends on flask [requires *] [locked 3.0.2]",
                        "Pipfile depends on own",
                        "Pipfile depends on pytest [requires ~=8.0] [scope dev] [locked 8.1.1]",
                        "Pipfile depends on pyyaml [requires >=6] [locked 6.0.1]",
                        "Pipfile depends on sphinx [requires *] [scope docs]",
                        "Pipfile.lock locks flask",
                        "Pipfile.lock locks pytest",
                        "Pipfile.lock locks pyyaml",
                        "Pipfile.lock locks tool",
                        "a depends on b [requires >=2]",
                        "both depends on new",
                        "own depends on attrs",
                        "own depends on pytest [scope test] [locked 8.1.1]",
                        "own depends on requests [requires >= 2.31]",
                        "own depends on uvloop [requires ==0.19] [scope fast]",
                        "own provides own",
                        "pdm.lock locks a",
                        "pdm.lock locks b",
                        "requirements.txt depends on flask",
                        "requirements.txt includes limits.txt",
                        "requirements.txt includes more.txt"),
                edges("requires", "scope", "locked"));
    }

    @Test
    void entriesOfYarnMayAskForNoVersionAndSayTheirNames() throws IOException {
        write(
                "yarn.lock",
                """
                # yarn lockfile v1


                left-pad:
                  version "1.1.3"
                someone/tool:
                  name real-tool
                  version "1.0.1"
                  dependencies:
                    left-pad "*"
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "real-tool depends on left-pad",
                        "yarn.lock locks left-pad [versions 1.1.3]",
                        "yarn.lock locks real-tool [versions 1.0.1]"),
                edges("versions"));
    }

    @Test
    void settingsOfSetuptoolsAreReadAsPythonReadsThem() throws IOException {
        write(
                "setup.cfg",
                """
                [tool:pytest] # what [tests] need
                addopts =
                    [not a section

                [metadata]
                  name: own
                  description = many
                    [lines]
                [options]
                setup_requires = wheel; setuptools>=61 ; python_version > "3"
                install_requires = file: requirements.txt, more-requirements.txt
                [options.extras_require]
                fast = file: gone.txt
                """);
        write("requirements.txt", "flask>=3\n");
        write("more-requirements.txt", "click\n");
        write(
                "two/pyproject.toml",
                """
                [project]
                name = "two"
                dynamic = ["dependencies", "optional-dependencies"]
                [tool.setuptools.dynamic]
                dependencies = {file = ["requirements.in"]}
                optional-dependencies = {dev = {file = "dev-requirements.txt"}}
                """);
        write("two/requirements.in", "jinja2\n");
        write("two/dev-requirements.txt", "ruff==1\n");
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "dev-requirements.txt depends on ruff [requires ==1]",
                        "more-requirements.txt depends on click",
                        "own depends on click",
                        "own depends on flask [requires >=3]",
                        "own depends on setuptools [requires >=61] [scope build]",
                        "own depends on wheel [scope build]",
                        "requirements.in depends on jinja2",
                        "requirements.txt depends on flask [requires >=3]",
                        "two depends on jinja2",
                        "two depends on ruff [requires ==1] [scope dev]"),
                edges("requires", "scope"));
        assertTrue(edges("line").contains("own depends on flask [line 11]"));
    }

    @Test
    void aLockFileOfPythonMayBeNamedAndHoldsTheProjectItself() throws IOException {
        write(
                "pylock.dev.toml",
                """
                lock-version = "1.0"
                [[packages]]
                name = "own"
                directory = {path = ".", editable = true}
                dependencies = [{name = "attrs"}]
                [[packages]]
                name = "attrs"
                version = "24.1"
                [[packages]]
                name = "cattrs"
                version = "23.2"
                dependencies = [{name = "attrs"}, {name = "gone"}]
                """);
        write(
                "a/pdm.lock",
                """
                [[package]]
                name = "near"
                version = "0.1"
                path = "./near"
                [[package]]
                name = "packed"
                version = "0.2"
                path = "./packed-0.2-py3-none-any.whl"
                """);
        write(
                "b/poetry.lock",
                """
                [[package]]
                name = "near"
                version = "0.1"
                [package.source]
                type = "directory"
                url = "../near"
                [[package]]
                name = "far"
                version = "1"
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "cattrs depends on attrs",
                        "pdm.lock locks packed [versions 0.2]",
                        "poetry.lock locks far [versions 1]",
                        "pylock.dev.toml locks attrs [versions 24.1]",
                        "pylock.dev.toml locks cattrs [versions 23.2]"),
                edges("versions"));
    }

    @Test
    void whatIsNoLockFileIsRefusedWithItsLine() throws IOException {
        write("package.json", "{\"name\": \"whole\"}");
        write("a/yarn.lock", "<html>\n");
        write("b/yarn.lock", "__metadata:\n  version: [\n");
        write("c/pnpm-lock.yaml", "packages: {a@1: {}, b@2: {}\n");
        write("d/Pipfile", "[packages]\na = = 1\n");
        List<String> warnings = read();
        assertEquals(4, warnings.size(), () -> String.join("\n", warnings));
        assertEquals("a/yarn.lock line 1: is no lock file of Yarn", warnings.get(0));
        assertTrue(warnings.get(1).startsWith("b/yarn.lock line 3: it is no YAML"));
        assertTrue(warnings.get(2).startsWith("c/pnpm-lock.yaml line 2: it is no YAML"));
        assertTrue(warnings.get(3).startsWith("d/Pipfile line 2: it is no TOML"));
    }
}
