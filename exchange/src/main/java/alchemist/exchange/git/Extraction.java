package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.git.CommitTree.Listed;
import alchemist.exchange.places.Fetch;
import alchemist.exchange.places.Unpacking;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Writes the files of a commit, content by content. Not by {@code git archive}: that runs what the
 * repository configures, the filters of its attributes and {@code tar.zip.command}.
 */
final class Extraction {
    private static final byte LINE = '\n';

    private final Git git;
    private final Path folder;
    private final Fetch.Watcher watcher;
    private long bytes;

    Extraction(Git git, Path folder, Fetch.Watcher watcher) {
        this.git = git;
        this.folder = folder;
        this.watcher = watcher;
    }

    void write(String commit) throws ReadingFailed, IOException {
        List<Listed> files = files(commit);
        FileTime time =
                FileTime.fromMillis(
                        1000 * Long.parseLong(git.text("log", "-1", "--format=%ct", commit)));
        try (GitOutput out = git.start("cat-file", "--batch");
                BufferedWriter asked = out.writer()) {
            for (Listed file : files) {
                watcher.check();
                asked.write(file.hash() + "\n");
                asked.flush();
                Path to = inside(file.path());
                content(out, file.path(), to);
                Files.setLastModifiedTime(to, time);
            }
        }
    }

    private List<Listed> files(String commit) throws ReadingFailed {
        List<Listed> files =
                CommitTree.of(git, commit).stream().filter(file -> !file.isSubmodule()).toList();
        if (files.size() > Unpacking.MAX_FILES) {
            throw refused("more than " + Unpacking.MAX_FILES + " files");
        }
        return files;
    }

    /** Where a file goes: to no place at which Git itself would not write it. */
    private Path inside(String path) throws ReadingFailed {
        for (String part : path.split("/", -1)) {
            boolean odd = part.isEmpty() || part.equals(".") || part.equals("..");
            if (odd || part.toLowerCase(Locale.ROOT).equals(".git") || part.contains("\\")) {
                throw refused("the path '" + path + "'");
            }
        }
        try {
            return folder.resolve(path);
        } catch (InvalidPathException e) {
            throw refused("a file whose name this machine cannot have: " + e.getReason());
        }
    }

    private void content(GitOutput out, String path, Path to) throws ReadingFailed, IOException {
        // <hash> blob <size> LF content LF; <hash> missing LF
        String[] head = out.until(LINE).ascii().split(" ", -1);
        if (head.length != 3) {
            throw new ReadingFailed("the content of " + path + " is missing in the repository");
        }
        long size = Long.parseLong(head[2]);
        bytes += size;
        if (bytes > Unpacking.MAX_BYTES) {
            throw refused("more than " + (Unpacking.MAX_BYTES >> 20) + " MB");
        }
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        try (OutputStream file = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            if (out.copy(size, file) < size) {
                throw new ReadingFailed("the content of " + path + " broke off");
            }
        } catch (FileAlreadyExistsException e) {
            throw refused("'" + path + "' twice");
        }
        out.until(LINE);
    }

    private static ReadingFailed refused(String what) {
        return new ReadingFailed("the revision is not written: it holds " + what);
    }
}
