package alchemist.server.cli;

import alchemist.log.LogException;
import alchemist.logfile.FileDisk;
import alchemist.logfile.LogCopy;
import alchemist.server.backup.Backup;
import alchemist.server.backup.BackupFolder;
import alchemist.server.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a backup of workspaces, also while a server writes them. */
@Command(
        name = "backup",
        description =
                "Copy workspaces into another folder, also while a server runs; run again, it copies"
                        + " what is new. Keys are left out unless they are asked for.")
final class BackupCommand implements Callable<Integer> {
    @Mixin private final DataOption data = new DataOption();

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "W",
            description = "which (else all there are)")
    private @Nullable String workspace;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "the folder of the backup; it has or gets one folder for each workspace")
    private Path to = Path.of("");

    @Option(
            names = "--with-keys",
            paramLabel = "FILE",
            description =
                    "also write the workspace's keys, to this file: keep it apart from the backup,"
                            + " who has both can read what is personal")
    private @Nullable Path keys;

    @Option(names = "--verify", description = "then read the whole backup again and check it")
    private boolean verify;

    @Override
    public Integer call() throws Exception {
        DataDirectory directory = data.named();
        List<String> names = names(directory);
        if (keys != null && names.size() > 1) {
            throw new Failure("say whose keys with --workspace: " + String.join(", ", names));
        }
        BackupFolder folder = new BackupFolder(new FileDisk(), to.toAbsolutePath().normalize());
        boolean whole = true;
        for (String name : names) {
            try {
                whole &= backUp(name, new Backup(new FileDisk(), directory, folder));
                whole &= !verify || isWhole(folder, name);
            } catch (Failure e) {
                if (names.size() == 1) {
                    throw e;
                }
                // What is wrong with one keeps the others from nothing.
                System.err.println("alchemist: " + name + " is NOT backed up: " + e.getMessage());
                whole = false;
            }
        }
        if (keys != null) {
            System.out.println("The keys are in " + keys + ": keep them apart from the backup.");
        }
        return whole ? 0 : CommandLineInterface.FAILED;
    }

    private List<String> names(DataDirectory directory) throws IOException, Failure {
        Path all = directory.path().resolve("workspaces");
        List<String> names =
                workspace == null
                        ? LogCommand.Which.names(all)
                        : Files.isDirectory(all.resolve(workspace))
                                ? List.of(workspace)
                                : List.of();
        if (names.isEmpty()) {
            throw new Failure(
                    "there is no workspace "
                            + (workspace == null ? "" : "'" + workspace + "' ")
                            + "in "
                            + directory.path());
        }
        return names;
    }

    private boolean backUp(String name, Backup backup) throws IOException, Failure {
        try {
            Backup.Made made = backup.run(name, keys);
            LogCopy.Result log = made.log();
            long before = log.before() == null ? 0 : log.before().position();
            System.out.printf(
                    "%s: %,d events%s and %,d contents copied; head %s%n",
                    name,
                    log.head().position() - before,
                    before == 0 ? "" : " since position " + before,
                    made.contents(),
                    log.head().hash());
            if (!made.damage().isEmpty()) {
                System.out.println("DAMAGED: " + made.damage() + "; what is before it was copied");
            }
            return made.damage().isEmpty();
        } catch (LogException e) {
            throw LogCommand.told(e);
        } catch (LogCopy.NotOfThisLog e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    static boolean isWhole(BackupFolder folder, String name) throws IOException, Failure {
        try {
            List<String> damages = folder.verify(name);
            damages.forEach(damage -> System.out.println("damaged: " + damage));
            System.out.println(
                    name + (damages.isEmpty() ? ": the backup is whole." : ": it is DAMAGED."));
            return damages.isEmpty();
        } catch (LogException e) {
            throw LogCommand.told(e);
        }
    }
}
