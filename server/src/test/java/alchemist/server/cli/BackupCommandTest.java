package alchemist.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backing up and restoring, as a person does it. */
class BackupCommandTest {
    @TempDir private Path folder;
    private String data = "";
    private String backups = "";
    private Path place = Path.of("");

    @BeforeEach
    void aWorkspace() throws IOException {
        place = Files.createDirectories(folder.resolve("place"));
        Files.writeString(place.resolve("notes.md"), "# Notes\n");
        data = folder.resolve("data").toString();
        backups = folder.resolve("backups").toString();
        done("import", place.toString(), "--data", data);
    }

    private static Said done(String... args) {
        Said said = Said.by(args);
        assertEquals(0, said.status(), said::toString);
        return said;
    }

    private static void fails(String with, String... args) {
        Said said = Said.by(args);
        assertEquals(1, said.status(), said::toString);
        assertTrue((said.err() + said.out()).contains(with), said::toString);
    }

    private static void says(String with, Said said) {
        assertTrue(said.out().contains(with), () -> "'" + with + "' is not in: " + said);
    }

    @Test
    void goesOnWhereItWas() throws IOException {
        says("place: ", done("backup", "--data", data, "--to", backups, "--verify"));
        says("place: 0 events since", done("backup", "--data", data, "--to", backups));
        Files.writeString(place.resolve("more.md"), "# More\n");
        done("import", place.toString(), "--data", data);
        Said more = done("backup", "-w", "place", "--data", data, "--to", backups, "--verify");
        says("events since position", more);
        says("place: the backup is whole.", more);
        Said restored = done("restore", "--from", backups, "--data", data, "-w", "again");
        says("'again' is 'place' as it was at position", restored);
        says("Without its keys", restored);
        says("File", done("stats", "--data", data, "-w", "again"));
        says("The log is whole.", done("log", "verify", "--data", data, "-w", "again"));
        done("backup", "--data", data, "--to", backups);
        Said both = done("restore", "--from", backups, "--verify");
        says("place: the backup is whole.", both);
        says("again: the backup is whole.", both);
        fails("--backup-of: again, place", "restore", "--from", backups, "-w", "x");
    }

    @Test
    void whatIsWrongWithOneWorkspaceKeepsNoOtherFromItsBackup() throws IOException {
        done("backup", "--data", data, "--to", backups);
        done("restore", "--from", backups, "--data", data, "-w", "again");
        done("restore", "--from", backups, "--data", data, "-w", "zoo");
        Path others = Path.of(backups, "again", "log");
        Files.createDirectories(others);
        Path segment = others.resolve("00000000000000000001.alog");
        Files.writeString(segment, "this is no log");
        Said some = Said.by("backup", "--data", data, "--to", backups);
        assertEquals(1, some.status(), some::toString);
        assertTrue(some.err().contains("again is NOT backed up"), some::toString);
        says("place: ", some);
        says("zoo: ", some);
        says("is whole", done("restore", "--from", backups, "--backup-of", "zoo", "--verify"));
    }

    @Test
    void aFoundingThatFailedIsNoWorkspace() throws IOException {
        Path left = Path.of(data, "workspaces", "left", "log");
        Files.createDirectories(left);
        Files.createFile(left.resolve("lock"));
        Said all = done("backup", "--data", data, "--to", backups);
        assertFalse(all.out().contains("left"), all::toString);
        assertFalse(done("log", "stat", "--data", data).out().isEmpty());
        fails("there is no log", "log", "verify", "--data", data, "-w", "left");
    }

    @Test
    void aWorkspaceThatCannotBeLookedIntoIsNotLeftOutWithoutAWord() throws IOException {
        Path log = Path.of(data, "workspaces", "shut", "log");
        Files.createDirectories(log.getParent());
        try {
            Files.createSymbolicLink(log, log); // nobody, not even root, can list it
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("no links here");
        }
        Said all = Said.by("backup", "--data", data, "--to", backups);
        assertEquals(1, all.status(), all::toString);
        assertTrue(all.err().contains("shut is NOT backed up"), all::toString);
        says("place: ", all);
        fails("say which workspace with --workspace: place, shut", "log", "stat", "--data", data);
        Said shut = Said.by("log", "verify", "--data", data, "-w", "shut");
        assertEquals(1, shut.status(), shut::toString);
    }

    @Test
    void restoresAPositionOrATime() {
        String keys = folder.resolve("place.keys").toString();
        says(
                "keep them apart",
                done("backup", "--data", data, "--to", backups, "--with-keys", keys));
        Said first =
                done(
                        "restore",
                        "--from",
                        backups,
                        "--data",
                        data,
                        "-w",
                        "first",
                        "--at",
                        "1",
                        "--with-keys",
                        keys);
        says("at position 1;", first);
        assertFalse(first.out().contains("Without its keys"), first::toString);
        String past = "2001-01-01T00:00:00Z";
        Said none = done("restore", "--from", backups, "--data", data, "-w", "none", "--at", past);
        says("at position 0;", none);
        fails(
                "neither a position nor a time",
                "restore",
                "--from",
                backups,
                "--data",
                data,
                "-w",
                "x",
                "--at",
                "yesterday");
        fails(
                "before 1000",
                "restore",
                "--from",
                backups,
                "--data",
                data,
                "-w",
                "x",
                "--at",
                "1000");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        fails("no workspace 'absent'", "backup", "-w", "absent", "--data", data, "--to", backups);
        String empty = folder.resolve("empty").toString();
        fails("there is no workspace in", "backup", "--data", empty, "--to", backups);
        fails("there is no backup in", "restore", "--from", backups, "--data", data, "-w", "x");
        done("backup", "--data", data, "--to", backups);
        fails("name the new workspace", "restore", "--from", backups, "--data", data);
        fails("cannot name", "restore", "--from", backups, "--data", data, "-w", "A B");
        fails("already", "restore", "--from", backups, "--data", data, "-w", "place");
        fails("--backup-of: place", "restore", "--from", backups, "--backup-of", "z", "--verify");
        says("is whole", done("restore", "--from", backups, "--verify"));
        Path segment = Path.of(backups, "place", "log", "00000000000000000001.alog");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[700] ^= 1;
        Files.write(segment, bytes);
        fails("it is DAMAGED", "restore", "--from", backups, "--verify", "-w", "x", "--data", data);
        fails(segment.toString(), "restore", "--from", backups, "-w", "x", "--data", data);
        fails(segment.toString(), "backup", "--to", backups, "--data", data);
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("a.txt"), "a");
        done("import", other.toString(), "-w", "other", "--data", data);
        fails(
                "say whose keys",
                "backup",
                "--to",
                backups,
                "--data",
                data,
                "--with-keys",
                backups + ".keys");
    }

    @Test
    void goesOnBesideDamage() throws IOException {
        Path segment = Path.of(data, "workspaces/place/log/00000000000000000001.alog");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 60] ^= 1;
        Files.write(segment, bytes);
        fails("DAMAGED: " + segment, "backup", "--to", backups, "--data", data);
        says("is whole", done("restore", "--from", backups, "--verify"));
    }
}
