package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lock files and settings of Python that are not TOML. */
final class PythonLockFilesTest extends DefinitionsTesting {
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
}
