package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is cut off, of wrong bytes or built to do harm costs one warning, which says where. */
final class HostileDefinitionsTest extends DefinitionsTesting {
    private static final int DEEP = 100_000;

    /** What is beside it is read nevertheless. */
    @BeforeEach
    void writeWhatIsWhole() throws IOException {
        write("web/package.json", "{\"name\": \"whole\"}");
    }

    @AfterEach
    void hasReadWhatIsWhole() {
        named("whole", "Module");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "composer.json|{\"name\": \"a/b\", \"require\": {",
                "composer.lock|{\"packages\": [{\"name\": \"a/b\"",
                "Pipfile.lock|{\"_meta\": {}, \"default\": {\"a\":",
                "packages.lock.json|{\"dependencies\": {\"net8.0\": {",
                "package-lock.json|{\"packages\": {",
                "pdm.lock|[[package]]~name = \"a",
                "pylock.toml|[[packages]]~name = [",
                "pylock.dev.toml|[[packages]]~name = {a = ",
                "poetry.lock|[[package",
                "Pipfile|[packages]~a = {version = \"1\"",
                "libs.versions.toml|[libraries]~a = {",
                "Cargo.toml|[package]~name = '",
                "a.csproj|<Project><ItemGroup>",
                "Directory.Packages.props|<Project><ItemGroup><PackageVersion",
                "a.slnx|<Solution><Project Path=\"a",
                "pom.xml|<project><artifactId>a",
                "setup.cfg|[metadata~name = x",
                "Gemfile.lock|GEMS~  remote",
                "gradle.lockfile|a:b",
                "yarn.lock|__metadata: {",
                "pnpm-lock.yaml|packages: {a@1: {",
                "x.gitlab-ci.yml|a: {script: [",
                "action.yml|runs: {using: [",
                "Chart.yaml|apiVersion: v2~name: [",
                "compose.yaml|services: {a: {",
            })
    void whatIsCutOffIsToldWithItsLine(String name, String text) throws IOException {
        write(name, text.replace('~', '\n'));
        List<String> warnings = read();
        assertEquals(1, warnings.size(), () -> String.join("\n", warnings));
        String told = warnings.getFirst();
        // Parsers of XML tell the line in their own words.
        assertTrue(told.startsWith(name) && told.matches("(?s).*\\bline \\d+\\b.*"), told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "composer.lock|{\"packages\": [{\"name\": \"a/~\", \"version\": \"1\"}]}",
                "packages.lock.json|{\"dependencies\": {\"~\": {}}}",
                "pdm.lock|[[package]] # ~",
                "Pipfile|[packages] # ~",
                "a.csproj|<Project><!-- ~ --></Project>",
                "setup.cfg|[metadata] # ~",
                "Gemfile|gem 'a' # ~",
                "Gemfile.lock|GEM$  remote: ~",
                "yarn.lock|# ~",
                "pnpm-lock.yaml|a: 1 # ~",
                "x.gitlab-ci.yml|a: {script: x} # ~",
                "Dockerfile|FROM scratch$# ~",
                "build.gradle|// ~",
            })
    void bytesThatAreNoTextAreTold(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '~' ? (byte) 0xFF : bytes[i] == '$' ? (byte) '\n' : bytes[i];
        }
        Files.write(top.resolve(name), bytes);
        List<String> warnings = read();
        assertEquals(1, warnings.size(), () -> String.join("\n", warnings));
        assertTrue(warnings.getFirst().startsWith(name), warnings::getFirst);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "composer.lock|{\"packages\": ~|[",
                "packages.lock.json|{\"dependencies\": ~|{\"a\":",
                "Pipfile.lock|{\"_meta\": ~|[",
                "pdm.lock|a = ~|[",
                "pylock.toml|a = ~|{b =",
                "Pipfile|a = ~|[",
                "a.csproj|<Project>~|<ItemGroup>",
                "a.slnx|<Solution>~|<Folder>",
                "x.gitlab-ci.yml|a: ~|[",
                "pnpm-lock.yaml|packages: ~|{a: ",
            })
    void whatNestsTooDeepIsTold(String name, String text, String deep) throws IOException {
        write(name, text.replace("~", deep.repeat(DEEP)));
        List<String> warnings = read();
        assertEquals(1, warnings.size(), () -> String.join("\n", warnings));
        assertTrue(warnings.getFirst().startsWith(name), warnings::getFirst);
    }

    @Test
    void whatIncludesExtendsOrRefersToItselfComesToAnEnd() throws IOException {
        write("x.gitlab-ci.yml", "include: /a.yml\na: {extends: b}\nb: {extends: a, needs: [b]}\n");
        write("a.yml", "include: [/a.yml, /x.gitlab-ci.yml, '/**/*.yml']\n");
        write("requirements.txt", "-r requirements.txt\n-c other-requirements.txt\n");
        write("other-requirements.txt", "-r requirements.txt\n");
        write(
                "a.csproj",
                "<Project><ItemGroup><ProjectReference Include='a.csproj'/></ItemGroup></Project>");
        write("a.sln", "Project(\"{0}\") = \"a\", \"a.csproj\", \"{1}\"\n");
        write("setup.cfg", "[metadata]\nname = own\n[options]\ninstall_requires = own[x]\n");
        write("composer.json", "{\"name\": \"a/b\", \"require\": {\"a/b\": \"1\"}}");
        write(
                "composer.lock",
                """
                {"packages": [{"name": "c/d", "version": "1", "require": {"e/f": "1"}},
                 {"name": "e/f", "version": "1", "require": {"c/d": "1", "e/f": "1"}}]}
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "a extends b",
                        "a.sln has module a",
                        "a.yml includes a.yml",
                        "a.yml includes x.gitlab-ci.yml",
                        "a/b provides a/b",
                        "b extends a",
                        "b needs b",
                        "c/d depends on e/f",
                        "composer.lock locks c/d",
                        "composer.lock locks e/f",
                        "e/f depends on c/d",
                        "other-requirements.txt includes requirements.txt",
                        "requirements.txt includes other-requirements.txt",
                        "requirements.txt includes requirements.txt",
                        "x.gitlab-ci.yml includes a.yml"),
                edges());
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void bracketsOfASolutionThatNeverCloseAreNotSoughtToItsEnd() throws IOException {
        write("a/a.csproj", "<Project/>");
        write(
                "a.sln",
                "Project(\n".repeat(200_000)
                        + "Project(\"{0}\") = \"a\", \"a\\a.csproj\", \"{1}\"\n");
        assertEquals(List.of(), read());
        assertEquals(List.of("a.sln has module a"), edges());
    }

    @Test
    void moreThanSomePatternsOfIncludedFilesAreToldOnce() throws IOException {
        StringBuilder text = new StringBuilder("include:\n");
        for (int i = 0; i < 400; i++) {
            text.append("- local: /x").append(i).append("/**/*.yml\n");
        }
        write("x.gitlab-ci.yml", text.toString());
        assertEquals(
                List.of(
                        "x.gitlab-ci.yml line 152: includes by more than 150 patterns, or by one of"
                                + " more than 200 characters, which is not looked up"),
                read());
    }

    @Test
    void filesAboveManyProjectsSayNoMoreThanSomeThingsForThem() throws IOException {
        write(
                "Directory.Build.props",
                "<Project><ItemGroup>"
                        + "<PackageReference Include='A'/>".repeat(15_000)
                        + "</ItemGroup></Project>");
        for (int i = 0; i < 4; i++) {
            write("p" + i + "/P" + i + ".csproj", "<Project/>");
        }
        assertEquals(
                List.of("Directory.Build.props: says more than 20000 things for projects below it"),
                read());
    }
}
