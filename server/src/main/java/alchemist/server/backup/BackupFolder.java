package alchemist.server.backup;

import alchemist.engine.content.Cid;
import alchemist.engine.content.ContentStore;
import alchemist.engine.content.DamagedContent;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.LogException;
import alchemist.logfile.LogVerify;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder with backups: of each workspace its log, and the contents of all.
 *
 * <pre>
 * NAME/log/   a log like any other, which alchemist log and every other program of this format reads
 * content/    contents by their hash
 * lock        held while a backup is made
 * </pre>
 */
public record BackupFolder(Disk disk, Path path) {
    private static final int BUFFER_BYTES = 64 * 1024;

    /** Where the log of a workspace is. */
    Path log(String name) {
        return path.resolve(name).resolve("log");
    }

    Path content() {
        return path.resolve("content");
    }

    /** The workspaces that there are backups of. */
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : disk.list(path)) {
            if (Files.isDirectory(log(name))) {
                names.add(name);
            }
        }
        return names;
    }

    /**
     * Reads every byte and checks it.
     *
     * @return what is damaged, each a sentence that names the file; none when all is well
     */
    public List<String> verify(String name) throws IOException, LogException {
        List<String> damages = new ArrayList<>();
        LogVerify.Report report = LogVerify.run(disk, log(name), (_, _) -> {});
        for (CorruptLog damage : report.damages()) {
            damages.add(String.valueOf(damage.getMessage()));
        }
        report.unfinished().ifPresent(tail -> damages.add(String.valueOf(tail.getMessage())));
        ContentStore contents = ContentStore.openToRead(disk, content());
        for (Cid cid : contents.all()) {
            if (!isWhole(contents, cid)) {
                damages.add("the content " + cid + " in " + content() + " is damaged");
            }
        }
        return damages;
    }

    static boolean isWhole(ContentStore contents, Cid cid) throws IOException {
        try (InputStream in = contents.open(cid)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            while (in.read(buffer) >= 0) {
                // It is only to be checked, at its end.
            }
            return true;
        } catch (DamagedContent _) {
            return false;
        }
    }

    /** Copies the contents that are missing; each is checked on its way. */
    static int copy(ContentStore from, ContentStore to) throws IOException {
        int copied = 0;
        for (Cid cid : from.all()) {
            if (!to.has(cid)) {
                try (InputStream in = from.open(cid)) {
                    to.put(in);
                }
                copied++;
            }
        }
        return copied;
    }
}
