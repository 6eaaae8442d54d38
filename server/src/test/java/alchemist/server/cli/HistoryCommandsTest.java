package alchemist.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.server.data.DataDirectory;
import alchemist.server.serving.Server;
import alchemist.server.serving.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people ask a history on the command line. */
class HistoryCommandsTest {
    @TempDir private Path folder;
    private Path place = Path.of("");
    private String data = "";
    private Server server;

    @BeforeEach
    void aHistory() throws Exception {
        place = Files.createDirectories(folder.resolve("place"));
        git("init", "-q", "-b", "main");
        write(
                "src/App.java",
                "/** Runs all there is. */ class App {\n  App() { }\n  void run() { if (true) { } }\n}\n");
        write("src/Other.java", "class Other {\n  void run() { }\n}\n");
        write("notes.txt", "a\n");
        commit("Begin");
        git("tag", "v1");
        write(
                "src/App.java",
                "/** Runs all there is. */ class App {\n  App() { }\n  void run() { if (true) { } else { } }\n}\n");
        write("src/Other.java", "class Other {\n  void run() { int i; }\n}\n");
        commit("Mend it (#12)");
        git("tag", "v2");
        data = folder.resolve("data").toString();
        server = Server.start(ServerOptions.of(DataDirectory.of(Path.of(data)).made()).withPort(0));
        assertEquals(0, Said.by("import", place.toString(), "--data", data).status());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(place.resolve(path).getParent());
        Files.writeString(place.resolve(path), text);
    }

    private void commit(String message) throws Exception {
        git("add", "-A");
        git(
                "-c",
                "user.name=Ann",
                "-c",
                "user.email=ann@example.org",
                "commit",
                "-q",
                "-m",
                message);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile()).inheritIO();
        builder.environment().keySet().removeIf(key -> key.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        assertEquals(0, builder.start().waitFor());
    }

    private Said says(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data));
        return Said.by(all.toArray(new String[0]));
    }

    private String said(String... arguments) {
        Said said = says(arguments);
        assertEquals(0, said.status(), said::toString);
        return said.out().replaceAll(" +", " ");
    }

    private void fails(String with, String... arguments) {
        Said said = says(arguments);
        assertEquals(1, said.status(), said::toString);
        assertTrue(said.err().contains(with), said::toString);
    }

    private static void holds(String text, String part) {
        assertTrue(text.contains(part), () -> "'" + part + "' is not in: " + text);
    }

    @Test
    void whatPeopleAskIsAnswered() {
        String hot = said("hot-spots");
        holds(hot, "\n 1 2 3 6 src/App.java\n 2 2 1 2 src/Other.java\n");
        holds(hot, "1 files that changed are not ranked: nothing states their complexity");
        holds(said("hot-spots", "--by", "lines", "."), "3 1 1 1 notes.txt");
        assertFalse(said("hot-spots", "--by", "lines", "src").contains("notes"));
        holds(said("hot-spots", "--limit", "1"), "… and 1 more; --limit shows them");
        holds(said("hot-spots", "--json"), "\"score\":6");

        String owners = said("owners", "src/App.java");
        holds(owners, "100.0% 2 1 ");
        holds(owners, "Ann");
        holds(said("owners", "."), "100.0% 2 3 ");
        holds(said("owners", "./src/"), "100.0% 2 2 ");
        holds(said("owners", "App.java", "--json"), "\"halfLifeDays\":180");

        holds(said("co-changes", "src/App.java"), "2 100.0% 1.50 src/Other.java");
        holds(said("co-changes", "src/App.java", "--most-files", "2"), "1 more were left out");
        holds(said("co-changes", "notes.txt"), "Nothing changed together");

        holds(said("releases"), "1 1 2 1 v2 (after v1)");
        holds(said("releases", "main"), "main of 20");
        holds(said("releases", "main"), "(after v2)\ncommits (0)\n");
        String release = said("releases", "v2");
        holds(release, "commits (1)\n Mend it (#12)\npeople (1)\n 1 Ann\nfiles (2)\n");
        holds(release, "mentioned (1)\n 1 #12\n");
    }

    @Test
    void thingsAreFoundAndShown() {
        String found = said("find", "app");
        holds(found, "File App.java in src ");
        holds(found, "Class App in src ");
        assertFalse(said("find", "app", "--type", "File").contains("Class"));
        holds(said("find", "app", "--limit", "1"), "… and more; --limit shows them");
        holds(said("find", "Aplication"), "Nothing is called 'Aplication'");
        holds(said("find", "other"), "Other.java in src ");
        holds(said("find", "othr"), "Nothing is called 'othr'. Spelt nearly so:\n");

        String described = said("find", "what runs all");
        holds(
                described,
                "Nothing is called 'what runs all'. Described so, or with these words:\nClass App in src ");
        holds(said("show", "App", "--type", "Class"), "description Runs all there is. (place)");

        String shown = said("show", "src/App.java");
        holds(shown, "File App.java in src ");
        holds(shown, "stated by place\n");
        holds(shown, " language Java (place)\n");
        holds(shown, " declares → 1: App\n");
        holds(shown, " ← changes 2: ");
        holds(said("show", "App.java", "--limit", "1"), " ← changes 2: Mend it (#12), …\n");
        holds(said("show", "App", "--type", "Class"), " ← declares 1: App.java\n");
        holds(said("show", "App"), "Class App in src "); // its constructor is called so, too
        holds(said("show", "App.java", "--json"), "\"neighbors\":[");
        holds(said("show", "App.java", "--at", "recorded:2999-01-01T00:00:00Z"), "File App.java");
        holds(said("show", "src"), " holds App.java, Other.java, ");
        holds(said("show", "src", "--limit", "1"), " holds App.java, …\n");

        String why = said("show", "App.java", "--why", "path");
        holds(why, "path = src/App.java\n stated by place, read from " + place + " as ");
        holds(why, ", graph.node-added, recorded 20");
        holds(said("show", "App.java", "--why"), "name = App.java\n");
        holds(said("show", "App.java", "--why", "love"), "Nothing states 'love'.");
        holds(said("show", "App.java", "--why", "--limit", "1"), "more; --limit shows them");
    }

    @Test
    void whatIsNotThereIsSaid() {
        fails("nothing is called 'None'; look for it with 'find'", "show", "None");
        fails("nothing of type 'Tag' is called 'App'", "show", "App", "--type", "Tag");
        fails("could be several; give --type, or the id of one:\n", "show", "run");
        fails("no file or folder 'src/None.java' is in the graph", "show", "src/None.java");
        fails("no file or folder 'src/None.java' is in the graph", "owners", "src/None.java");
        fails("there is no tag or branch 'v9'", "releases", "v9");
        fails("none of complexity, lines", "hot-spots", "--by", "love");
        fails("is no moment", "owners", ".", "--at", "yesterday");
        holds(said("releases", "--at", "1"), "There is no tag that points to a commit.");
    }
}
