package alchemist.server.cli;

import alchemist.kernel.value.IsoTime;
import alchemist.log.LogException;
import alchemist.logfile.FileDisk;
import alchemist.logfile.LogCopy;
import alchemist.server.backup.BackupFolder;
import alchemist.server.backup.Restore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a workspace of a backup. */
@Command(
        name = "restore",
        description = "Make a workspace of a backup, as it was at any position or time.")
final class RestoreCommand implements Callable<Integer> {
    @Mixin private final DataOption data = new DataOption();

    @Option(
            names = "--from",
            paramLabel = "DIR",
            required = true,
            description = "the folder that alchemist backup has written")
    private Path from = Path.of("");

    @Option(
            names = "--backup-of",
            paramLabel = "W",
            description =
                    "whose backup (may be left out where there is only one, or to verify all)")
    private @Nullable String source;

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "NEW",
            description = "the name that it gets; there must be none of that name")
    private @Nullable String name;

    @Option(
            names = "--at",
            paramLabel = "AT",
            description =
                    "a position at which a command ends, or a time like 2026-01-31T09:30:00Z: the"
                            + " last that was recorded until then (else all there is)")
    private @Nullable String at;

    @Option(
            names = "--with-keys",
            paramLabel = "FILE",
            description = "the keys that alchemist backup --with-keys has written")
    private @Nullable Path keys;

    @Option(names = "--verify", description = "first read the whole backup and check it")
    private boolean verify;

    @Override
    public Integer call() throws Exception {
        BackupFolder folder = new BackupFolder(new FileDisk(), from.toAbsolutePath().normalize());
        if (verify && name == null && source == null && folder.names().size() > 1) {
            boolean whole = true;
            for (String each : folder.names()) {
                whole &= BackupCommand.isWhole(folder, each);
            }
            return whole ? 0 : CommandLineInterface.FAILED;
        }
        String of = source(folder);
        if (verify && !BackupCommand.isWhole(folder, of)) {
            return CommandLineInterface.FAILED;
        }
        if (name == null) {
            if (verify) {
                return 0;
            }
            throw new Failure("name the new workspace with --workspace, or only --verify");
        }
        if (!name.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new Failure(
                    "'" + name + "' cannot name a workspace: use lower-case letters, digits, '-'");
        }
        restore(new Restore(new FileDisk(), data.directory(), folder), of, name);
        return 0;
    }

    private String source(BackupFolder folder) throws IOException, Failure {
        List<String> names = folder.names();
        if (source != null && names.contains(source)) {
            return source;
        }
        if (source == null && names.size() == 1) {
            return names.getFirst();
        }
        throw new Failure(
                names.isEmpty()
                        ? "there is no backup in " + folder.path()
                        : "say which with --backup-of: " + String.join(", ", names));
    }

    private void restore(Restore restore, String of, String to) throws IOException, Failure {
        try {
            LogCopy.Result done = restore.run(of, to, position(restore, of), keys);
            System.out.printf(
                    "The workspace '%s' is '%s' as it was at position %,d; head %s%n",
                    to, of, done.head().position(), done.head().hash());
            if (!done.isPrefix()) {
                System.out.println(
                        "Its last block was cut at a command's end, so that one's hash is its own;"
                                + " all before are those of the backup.");
            }
            if (keys == null) {
                System.out.println(
                        "Without its keys what is personal in it cannot be read; give them with"
                                + " --with-keys, or put them into keys/"
                                + to
                                + " of the data folder before it is opened.");
            }
        } catch (LogException e) {
            throw LogCommand.told(e);
        } catch (LogCopy.NotOfThisLog | IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    private long position(Restore restore, String of) throws LogException, Failure {
        String wanted = at;
        if (wanted == null) {
            return Long.MAX_VALUE;
        }
        if (wanted.matches("[0-9]{1,18}")) {
            return Long.parseLong(wanted);
        }
        try {
            return restore.positionAt(of, IsoTime.parseInstant(wanted));
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    "'" + wanted + "' is neither a position nor a time: " + e.getMessage());
        }
    }
}
