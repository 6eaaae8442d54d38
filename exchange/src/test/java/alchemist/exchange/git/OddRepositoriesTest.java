package alchemist.exchange.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Repositories that are not whole, hold strange things, or want to do harm. */
final class OddRepositoriesTest extends GitTesting {
    @Test
    void aBareRepositoryAndAShallowCloneAreRead() throws IOException {
        repository.write("a.txt", "1\n").commit("one");
        repository.write("b.txt", "1\n").commit("two");
        TestRepository bare = repository.cloneTo(folder.resolve("bare.git"), "--bare");
        SimulatedWorkspace other = new SimulatedWorkspace();
        assertEquals(ImportState.APPLIED, read(other, bare.path()).state());
        assertEquals(2, count(other.only(), "Commit"));
        assertEquals(2, count(other.only(), "File"));

        TestRepository shallow = repository.cloneTo(folder.resolve("shallow"), "--depth=1");
        SimulatedWorkspace third = new SimulatedWorkspace();
        ImportRun run = read(third, shallow.path());
        assertEquals(ImportState.APPLIED, run.state());
        assertEquals(1, count(third.only(), "Commit"));
        assertEquals(2, count(third.only(), "File"));
        assertTrue(run.warnings().toString().contains("shallow clone"));
        NodeStatement cut =
                third.only().nodes.values().stream()
                        .filter(node -> node.types().contains("Repository"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Value.flag(true), cut.properties().find("shallow"));
    }

    @Test
    void aPartialCloneIsReadWithoutWhatItLacks() throws IOException {
        repository.write("a.txt", "1\n2\n").write("b.txt", "1\n").commit("one");
        repository.move("b.txt", "c.txt").write("a.txt", "2\n").commit("two");
        repository.git("config", "uploadpack.allowFilter", "true");
        TestRepository partial =
                repository.cloneTo(
                        folder.resolve("partial"), "--filter=blob:none", "--no-checkout");
        SimulatedWorkspace other = new SimulatedWorkspace();
        ImportRun run = read(other, partial.path());
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertTrue(run.warnings().toString().contains("partial clone"));
        assertEquals(2, count(other.only(), "File"));
    }

    @Test
    void submodulesLinksAndProgramsAreTold() throws IOException {
        TestRepository inner = TestRepository.create(folder.resolve("inner"));
        inner.write("x.txt", "x\n");
        String one = inner.commit("inner");
        repository.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "add",
                "-q",
                inner.path().toString(),
                "lib/inner");
        Files.createSymbolicLink(repository.path().resolve("link"), Path.of("lib"));
        repository.write("run.sh", "#!/bin/sh\n");
        assertTrue(repository.path().resolve("run.sh").toFile().setExecutable(true));
        repository.commit("all");
        read();
        NodeStatement module = file("lib/inner");
        assertEquals(List.of("Submodule"), module.types());
        assertEquals(Value.text(one), module.properties().find("commit"));
        assertEquals(Value.text(inner.path().toString()), module.properties().find("url"));
        assertEquals(Value.flag(true), file("link").properties().find("link"));
        assertEquals(Value.flag(true), file("run.sh").properties().find("executable"));
        inner.write("x.txt", "y\n");
        String two = inner.commit("inner two");
        repository.git("-C", "lib/inner", "pull", "-q");
        repository.commit("further");
        read();
        assertEquals(Value.text(two), file("lib/inner").properties().find("commit"));
        assertEquals(fresh(), workspace.only());
    }

    @Test
    void addressesOfSubmodulesAreToldWithoutPasswords() throws IOException {
        TestRepository inner = TestRepository.create(folder.resolve("inner"));
        String one = inner.write("x.txt", "x\n").commit("inner");
        repository.write(
                ".gitmodules",
                """
                [submodule "a.b"]
                \tpath = lib
                \turl = https://ada:secret@example.org/lib.git
                [submodule "nowhere"]
                \tpath = other
                """);
        repository.git("add", ".gitmodules");
        repository.git("update-index", "--add", "--cacheinfo", "160000," + one + ",lib");
        repository.git("update-index", "--add", "--cacheinfo", "160000," + one + ",other");
        repository.git("commit", "-q", "-m", "all");
        read();
        assertEquals(
                Value.text("https://example.org/lib.git"), file("lib").properties().find("url"));
        assertNull(file("other").properties().find("url"));
    }

    @Test
    void strangeNamesAndTextsAreKept() throws IOException {
        repository.write("tab\tnew\nline.txt", "1\n").write("äöü/日本.txt", "1\n");
        repository.write("sp ace/\"quote\\d\".txt", "1\n").write("-dash", "1\n").write(":x", "1\n");
        repository.write("binary", "a\0b\0c");
        repository.commit("\u0001 control \u001b[31m");
        fastImport(
                "commit refs/heads/main\ncommitter L <l@example.org> 1600010000 -0730\ndata 7\n",
                new byte[] {'c', 'a', 'f', (byte) 0xE9, ' ', 'i', 't'},
                "\nfrom refs/heads/main^0\nM 100644 inline \"latin-\\351.txt\"\ndata 2\n1\n\n");
        repository.git("reset", "-q", "--hard");
        ImportRun run = read();
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "tab\tnew\nline.txt",
                                "äöü/日本.txt",
                                "sp ace/\"quote\\d\".txt",
                                "-dash",
                                ":x",
                                "binary",
                                "latin-\\xE9.txt")),
                new TreeSet<>(paths()));
        assertEquals("\u0001 control \u001b[31m", text(byName("\u0001 control \u001b[31m").name()));
        NodeStatement latin = byName("café it");
        assertEquals(
                new Value.DateTime(1600010000, 0, -27000, ""),
                latin.properties().find("committed"));
        EdgeStatement binary =
                workspace.only().edges.values().stream()
                        .filter(e -> e.to().equals(file("binary").node()))
                        .findFirst()
                        .orElseThrow();
        assertEquals(null, binary.properties().find("added"));
        assertEquals(ImportState.UNCHANGED, read().state());
    }

    @Test
    void nothingThatARepositoryConfiguresIsRun() throws IOException {
        Path trace = folder.resolve("ran");
        Path script =
                Files.writeString(
                        folder.resolve("script.sh"), "#!/bin/sh\necho ran >> " + trace + "\ncat\n");
        assertTrue(script.toFile().setExecutable(true));
        repository.write("a.txt", "1\n").write(".gitattributes", "* diff=x filter=x\n");
        repository.commit("one");
        for (String setting :
                List.of(
                        "core.fsmonitor",
                        "diff.external",
                        "diff.x.textconv",
                        "diff.x.command",
                        "filter.x.clean",
                        "filter.x.smudge",
                        "core.pager",
                        "pager.log",
                        "gpg.program",
                        "core.sshCommand")) {
            repository.git("config", setting, script.toString());
        }
        repository.git("config", "alias.log", "!" + script);
        repository.git("config", "log.showSignature", "true");
        repository.git("config", "color.ui", "always");
        repository.git("config", "log.date", "relative");
        repository.git("config", "diff.renames", "false");
        repository.git("config", "log.showRoot", "false");
        repository.write("a.txt", "2\n");
        Files.deleteIfExists(trace);
        assertEquals(ImportState.APPLIED, read().state());
        assertEquals(2, Repositories.listed(repository.path()).size());
        assertFalse(Files.exists(trace));
        assertEquals(2, edges().stream().filter(e -> e.contains("changes")).count());
    }

    @Test
    void whatIsNoRepositoryIsRefusedInWords() throws IOException {
        Path broken = folder.resolve("broken");
        Files.createDirectories(broken.resolve(".git"));
        ImportRun run = read(new SimulatedWorkspace(), broken);
        assertEquals(ImportState.FAILED, run.state());
        assertTrue(
                run.error().orElseThrow().contains("not a git repository"), run.error()::toString);

        repository.write("a.txt", "1\n").commit("one");
        String tree = repository.git("rev-parse", "HEAD^{tree}").strip();
        Path object =
                repository
                        .path()
                        .resolve(".git/objects")
                        .resolve(tree.substring(0, 2))
                        .resolve(tree.substring(2));
        Files.delete(object);
        ImportRun torn = read();
        assertEquals(ImportState.FAILED, torn.state());
        assertTrue(torn.error().orElseThrow().contains("diff-tree"), torn.error()::toString);
        assertEquals(new Source(), workspace.only());
    }

    @Test
    void whereContentsAreMissingOrDamagedTheRestIsRead() throws IOException {
        repository.write("a.txt", "1\n").write("b.txt", "old\n".repeat(20)).commit("one");
        String lost = repository.git("rev-parse", "HEAD:a.txt").strip();
        repository.write("a.txt", "1\n2\n").commit("two");
        repository.move("a.txt", "c.txt").write("c.txt", "1\n2\n3\n").commit("three");
        repository.write("b.txt", "new\n".repeat(20)).commit("four");
        SimulatedWorkspace whole = new SimulatedWorkspace();
        read(whole, repository.path());
        Path object =
                repository
                        .path()
                        .resolve(".git/objects")
                        .resolve(lost.substring(0, 2))
                        .resolve(lost.substring(2));
        for (byte[] damaged : new byte[][] {null, {1, 2, 3}}) {
            Files.deleteIfExists(object);
            if (damaged != null) {
                Files.write(object, damaged);
            }
            SimulatedWorkspace part = new SimulatedWorkspace();
            ImportRun run = read(part, repository.path());
            assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
            assertEquals(1, run.warnings().size(), run.warnings()::toString);
            assertTrue(
                    run.warnings().getFirst().what().startsWith("2 commits change files whose"),
                    run.warnings()::toString);
            assertEquals(whole.only().nodes, part.only().nodes);
            assertEquals(whole.only().edges.keySet(), part.only().edges.keySet());
            long counted =
                    part.only().edges.values().stream()
                            .filter(edge -> edge.properties().find("added") != null)
                            .count();
            assertEquals(2, counted);
            assertEquals(ImportState.UNCHANGED, read(part, repository.path()).state());
        }
    }

    private void fastImport(String before, byte[] message, String after) throws IOException {
        byte[] one = before.getBytes(StandardCharsets.UTF_8);
        byte[] three = after.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[one.length + message.length + three.length];
        System.arraycopy(one, 0, all, 0, one.length);
        System.arraycopy(message, 0, all, one.length, message.length);
        System.arraycopy(three, 0, all, one.length + message.length, three.length);
        repository.run(all, "fast-import", "--quiet");
    }

    private static long count(Source source, String type) {
        return source.nodes.values().stream().filter(n -> n.types().contains(type)).count();
    }
}
