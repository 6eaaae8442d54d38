package alchemist.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look at a graph and its sources, over a small repository of Python. */
class LookingCommandsTest {
    @TempDir private Path folder;
    private Path place = Path.of("");
    private String data = "";

    @BeforeEach
    void aRepository() throws Exception {
        place = Files.createDirectories(folder.resolve("shop"));
        data = folder.resolve("data").toString();
        write("order/cart.py", "import price.tariff\n\ndef total():\n    return 1\n");
        write("price/tariff.py", "def rate():\n    return 2\n");
        write("README.md", "# Shop\n\nSee [the cart](order/cart.py).\n");
        git("init", "--quiet", "--initial-branch=main");
        commit("Count what is in the cart");
    }

    private void write(String file, String text) throws IOException {
        Path path = place.resolve(file);
        Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    private void git(String... arguments) throws Exception {
        List<String> command =
                new java.util.ArrayList<>(
                        List.of("git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(place.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), said);
        assertEquals(0, process.exitValue(), said);
    }

    private void commit(String message) throws Exception {
        git("add", "-A");
        git("commit", "--quiet", "-m", message);
    }

    private static void says(Said run, String text) {
        assertTrue(run.out().contains(text), () -> "'" + text + "' is not in: " + run);
    }

    private static void fails(Said run, String text) {
        assertEquals(1, run.status(), run::toString);
        assertTrue(run.err().contains(text), () -> "'" + text + "' is not in: " + run);
    }

    /** Nothing could be checked, which is another thing than a rule that is broken. */
    private static void isWrong(Said run, String text) {
        assertEquals(2, run.status(), run::toString);
        assertTrue(run.err().contains(text), () -> "'" + text + "' is not in: " + run);
    }

    private Said check(String... more) {
        List<String> all =
                new java.util.ArrayList<>(List.of("check", place.toString(), "--data", data));
        all.addAll(List.of(more));
        return Said.by(all.toArray(String[]::new));
    }

    @Test
    void checksRulesAndSaysWhatBreaksThemWhere() throws IOException {
        isWrong(check(), "there are no rules in");
        write(
                "alchemist-check.yml",
                """
                rules:
                  - name: orders know no prices
                    forbid: { from: { paths: order/** }, to: { paths: price/** } }
                  - name: no circles
                    acyclic: { level: folder, relations: imports }
                  - name: nobody
                    forbid: { from: { types: Unicorn } }
                """);
        Said broken = check();
        assertEquals(1, broken.status(), broken::toString);
        says(broken, "✗ orders know no prices: broken");
        says(broken, "order/cart.py:1: cart.py imports tariff.py");
        says(broken, "✓ no circles");
        says(broken, "? nobody: nothing is meant by it here");
        says(broken, "1 of 3 is broken.");
        says(check("--json", "--no-read"), "\"verdicts\"");
        Path rules = folder.resolve("other.yml");
        Files.writeString(
                rules, "rules: [{name: fine, acyclic: {}}, {name: x, forbid: {from: {types: Y}}}]");
        assertEquals(0, check("--rules", rules.toString(), "--no-read").status());
        assertEquals(1, check("--rules", rules.toString(), "--no-read", "--strict").status());
        Files.writeString(rules, "rules:\n  - name: x\n    forbid: [\n");
        isWrong(check("--rules", rules.toString()), "line 4 is no YAML");
        Files.writeString(rules, "rules: [{name: x, forbit: {}}]");
        Said misspelt = check("--rules", rules.toString(), "--no-read");
        isWrong(misspelt, rules + ": 'rule' has no field 'forbit'");
        assertFalse(misspelt.err().contains("column"), misspelt::toString);
        Files.writeString(rules, "rules: [{name: fine, acyclic: {}}]");
        isWrong(check("--rules", rules.toString(), "--no-read", "--at", "99"), "position 99");
        isWrong(Said.by("check", "", "--data", data), "is empty");
        isWrong(Said.by("check", folder.resolve("nowhere").toString()), "check the spelling");
        Files.writeString(rules, "[]");
        isWrong(check("--rules", rules.toString()), "must have 'rules:'");
    }

    @Test
    void comparesRevisionsWithoutTouchingAnything() throws Exception {
        git("checkout", "--quiet", "-b", "topic");
        write(
                "order/cart.py",
                "import price.tariff\n\n\ndef total():\n    return 1\n\ndef count():\n    return 3\n");
        commit("Count");
        git("checkout", "--quiet", "main");
        write("price/tariff.py", "def rate():\n    return 3\n\ndef other():\n    return 4\n");
        commit("Another tariff");
        Said fork = Said.by("diff", "main...topic", "--repository", place.toString());
        assertEquals(0, fork.status(), fork::toString);
        says(fork, "(Count what is in the cart) to ");
        says(fork, "count  in order/cart.py");
        assertFalse(fork.out().contains("other"), fork::out);
        assertFalse(fork.out().contains("total"), fork::out);
        Said both =
                Said.by("diff", "main..topic", "--repository", place.toString(), "-f", "markdown");
        says(both, "### What changes in the graph");
        says(both, "<b>removed</b>");
        says(both, "  - other  in price/tariff.py");
        says(Said.by("diff", "HEAD", "HEAD", "--repository", place.toString()), "nothing differs");
        fails(Said.by("diff", "nowhere", "--repository", place.toString()), "no revision");
        fails(Said.by("diff", "main", "--repository", folder.toString()), "in no repository");
        fails(Said.by("diff", "12", "main", "--data", data), "must 'main' be");
    }

    @Test
    void comparesMoments() throws Exception {
        Said.by("import", place.toString(), "--data", data);
        write("order/cart.py", "def total():\n    return 1\n");
        commit("Forget the tariff");
        String before = position();
        Said.by("import", place.toString(), "--data", data);
        Said now = Said.by("diff", before, "--data", data);
        assertEquals(0, now.status(), now::toString);
        says(now, "- removed");
        says(now, "cart.py → tariff.py");
        says(Said.by("diff", before, before, "--data", data), "nothing differs");
        says(Said.by("diff", before, "--data", data, "--format", "json"), "\"totals\"");
        fails(Said.by("diff", "999999", "--data", data), "999999");
    }

    private String position() {
        return Said.by("stats", "--data", data)
                .out()
                .lines()
                .filter(line -> line.startsWith("position"))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\D", "");
    }

    @Test
    void pausesAndResumesOnlyWhatThereIs() {
        says(Said.by("pause", "--data", data), "No server is running");
        says(Said.by("import", place.toString(), "--data", data, "--only", "code"), "events");
        says(Said.by("resume", "--data", data), "Nothing is paused.");
        fails(Said.by("resume", "shop", "--data", data), "no import of 'shop' is paused");
    }

    @Test
    void goesOnWithWhatWasPausedWhenItsServerEnded() throws Exception {
        says(Said.by("import", place.toString(), "--data", data, "--only", "folder"), "events");
        // As a process leaves it: paused before anything of it was recorded.
        Path workspaces = Path.of(data).resolve("workspaces");
        try (var all = Files.list(workspaces)) {
            Path paused = all.findFirst().orElseThrow().resolve("paused-imports");
            String id = "4nbjj577j105tbspq7habdxqyt";
            Files.writeString(
                    paused,
                    "{\"id\":\"%s\",\"place\":\"%s\",\"label\":\"shop\",\"actor\":\"%s\",\"startedAt\":\"1\",\"only\":[\"code\"],\"parts\":[]}%n"
                            .formatted(id, place.toRealPath(), id));
            says(Said.by("import", place.toString(), "--data", data), "is paused");
            says(Said.by("resume", "shop", "--data", data), "events");
            assertFalse(Files.exists(paused));
        }
        says(Said.by("stats", "--data", data), "Function");
    }

    @Test
    void listsSourcesAndForgetsThem() {
        says(Said.by("import", place.toString(), "--data", data, "--only", "git,code"), "events");
        Said sources = Said.by("sources", "--data", data);
        says(sources, "shop, git");
        says(sources, "shop, code");
        assertFalse(sources.out().contains("markdown"), sources::out);
        says(Said.by("sources", "--data", data, "--json"), "\"trust\"");
        says(Said.by("stats", "--data", data), "Function");
        fails(Said.by("forget", "shop", "--data", data), "say --yes");
        fails(Said.by("forget", "nothing", "--data", data), "there is no source 'nothing'");
        says(Said.by("forget", "shop", "--reader", "code", "--yes", "--data", data), "Forgotten");
        Said stats = Said.by("stats", "--data", data);
        says(stats, "File");
        assertFalse(stats.out().contains("Function"), stats::out);
        says(
                Said.by("import", place.toString(), "--data", data, "--only", "runes"),
                "there is no reader 'runes', only");
    }

    @Test
    void saysWhatIsTheSameAndDecidesIt() throws Exception {
        write("db.sql", "CREATE TABLE order_lines (id INT, price INT);\n");
        write(
                "api.proto",
                "syntax = \"proto3\";\nmessage OrderLine { int32 id = 1; int32 price = 2; }\n");
        write("price/a.md", "# A\n\nSee [x](http://example.org/x/).\n");
        write("price/b.md", "# B\n\nSee [x](https://example.org/x).\n");
        says(Said.by("import", place.toString(), "--data", data), "events");
        Said all = Said.by("same", "--data", data);
        says(all, "97 %  definition  order_lines (Table) = OrderLine (Message)");
        says(all, "97 %  address");
        says(all, "both have id, price");
        says(Said.by("same", "--data", data, "--json"), "\"counts\"");
        fails(Said.by("same", "--data", data, "--accept", "--refuse"), "say either");
        fails(Said.by("same", "--data", data, "--accept", "--refused"), "only lists");
        fails(Said.by("same", "--data", data, "--min", "101"), "is a percentage");
        says(
                Said.by("same", "--data", data, "--name", "line", "--accept"),
                "1 pairs are the same thing now");
        says(
                Said.by("same", "--data", data, "--kind", "address", "--refuse"),
                "1 pairs are not the same thing");
        says(Said.by("same", "--data", data), "nothing looks like the same thing");
        says(Said.by("same", "--data", data, "--refused"), " is not ");
    }

    /** The rules that this project is held to hold. */
    @Test
    void thisProjectKeepsItsOwnRules() {
        Path project = project();
        Assumptions.assumeTrue(
                Files.exists(project.resolve(".git")), "skipped: needs the project's repository");
        Said run = Said.by("check", project.toString(), "--data", data, "--strict", "-w", "own");
        assertEquals(0, run.status(), run::toString);
        says(run, "No rule is broken.");
    }

    private static Path project() {
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(RulesFile.USUAL))) {
                return at;
            }
        }
        return here;
    }
}
