package alchemist.exchange.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.places.Fetch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RevisionsTest {
    @TempDir Path folder;
    private TestRepository repository;
    private Path to;

    @BeforeEach
    void create() throws IOException {
        repository = TestRepository.create(folder.resolve("repository"));
        to = folder.resolve("place");
    }

    @Test
    void writesWhatACommitHeldWhateverIsThereNow() throws Exception {
        String first = repository.write("a/b.txt", "one\n").write("c", "").commit("one");
        Files.createSymbolicLink(repository.path().resolve("link"), Path.of("/etc/passwd"));
        String second = repository.write("a/b.txt", "two\n").delete("c").commit("two");
        extract(second);
        assertEquals("two\n", Files.readString(to.resolve("a/b.txt")));
        assertEquals("/etc/passwd", Files.readString(to.resolve("link")));
        assertFalse(Files.isSymbolicLink(to.resolve("link")));
        assertFalse(Files.exists(to.resolve("c")));
        extract(first);
        assertEquals("one\n", Files.readString(to.resolve("a/b.txt")));
        assertEquals(0, Files.size(to.resolve("c")));
        assertFalse(Files.exists(to.resolve("link")));
    }

    @Test
    void runsNothingThatTheRepositoryConfigures() throws Exception {
        Path trace = folder.resolve("ran");
        String script = "echo ran >> '" + trace + "'; cat";
        String commit =
                repository
                        .write("a.txt", "$Id$\n")
                        .write(".gitattributes", "*.txt filter=x ident export-ignore\n")
                        .commit("one");
        for (String setting :
                new String[] {"tar.zip.command", "tar.tar.command", "filter.x.smudge"}) {
            repository.git("config", setting, script);
        }
        extract(commit);
        assertFalse(Files.exists(trace), "a command of the repository was run");
        assertEquals("$Id$\n", Files.readString(to.resolve("a.txt")));
    }

    @Test
    void writesNothingBesideTheFolderAndNoRepositoryIntoIt() throws Exception {
        for (String name : new String[] {"..", ".git", ".GIT"}) {
            String blob =
                    made("x".getBytes(StandardCharsets.UTF_8), "hash-object", "-w", "--stdin");
            String inner = tree("100644 blob " + blob + "\tconfig\0");
            String outer = tree("40000 tree " + inner + "\t" + name + "\0");
            String commit = made(new byte[0], "commit-tree", "-m", "odd", outer);
            ReadingFailed refused = assertThrows(ReadingFailed.class, () -> extract(commit));
            assertTrue(refused.what().contains(name + "/config"), refused.what());
            assertFalse(Files.exists(folder.resolve("config")));
            assertFalse(Files.exists(to.resolve(name).resolve("config").normalize()));
        }
    }

    /** A tree of one entry that Git itself would not make. */
    private String tree(String listed) throws IOException {
        String[] parts = listed.split("[ \t\0]", -1);
        byte[] hash = java.util.HexFormat.of().parseHex(parts[2]);
        byte[] head = (parts[0] + " " + parts[3] + "\0").getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(head, head.length + hash.length);
        System.arraycopy(hash, 0, all, head.length, hash.length);
        return made(all, "hash-object", "-t", "tree", "-w", "--literally", "--stdin");
    }

    private String made(byte[] input, String... arguments) throws IOException {
        return repository.run(input, arguments).strip();
    }

    private void extract(String commit) throws Exception {
        Revisions revisions = Revisions.around(repository.path()).orElseThrow();
        revisions.extract(revisions.commit(commit).orElseThrow(), to, Fetch.Watcher.PATIENT);
    }
}
