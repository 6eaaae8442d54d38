package alchemist.exchange.folder;

import alchemist.exchange.PathText;
import alchemist.exchange.SeenFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Walks a folder, in the order of names. Links are never followed; what cannot be looked at is told
 * of. As deep as the file system goes: it does not recurse.
 */
final class Walk {
    /** Takes what is found. */
    interface Visitor {
        void file(String path, Path where, SeenFile seen);

        void link(String path, Path where, SeenFile seen);

        void emptyFolder(String path, SeenFile seen);

        void repository(Path where);
    }

    private record Entry(String path, Path where) {}

    private static final String GIT = ".git";

    private final Path top;
    private final Rules rules;
    private final Notes notes;
    private final Visitor visitor;

    Walk(Path top, Rules rules, Notes notes, Visitor visitor) {
        this.top = top;
        this.rules = rules;
        this.notes = notes;
        this.visitor = visitor;
    }

    void run() {
        Deque<Entry> stack = new ArrayDeque<>();
        pushAll(entries(new Entry("", top)), stack);
        while (!stack.isEmpty()) {
            notes.check();
            Entry entry = stack.pop();
            SeenFile seen;
            try {
                seen = SeenFile.at(entry.where);
            } catch (IOException e) {
                notes.miss(entry.path, "cannot be looked at: " + e);
                continue;
            }
            if (seen.isFolder()) {
                folder(entry, seen, stack);
            } else if (rules.takes(entry.path)) {
                leaf(entry, seen);
            }
        }
    }

    private void leaf(Entry entry, SeenFile seen) {
        if (seen.isRegularFile()) {
            visitor.file(entry.path, entry.where, seen);
        } else if (seen.isLink()) {
            visitor.link(entry.path, entry.where, seen);
        } else {
            notes.warn(entry.path, "is neither file nor folder nor link, and left out");
        }
    }

    private void folder(Entry entry, SeenFile seen, Deque<Entry> stack) {
        if (!rules.enters(entry.path)) {
            return;
        }
        if (Files.exists(entry.where.resolve(GIT), LinkOption.NOFOLLOW_LINKS)) {
            visitor.repository(entry.where);
            return;
        }
        List<Entry> inside = entries(entry);
        if (inside.isEmpty() && rules.takesEmptyFolders()) {
            visitor.emptyFolder(entry.path, seen);
        }
        pushAll(inside, stack);
    }

    private List<Entry> entries(Entry folder) {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.where)) {
            for (Path path : stream) {
                String name = PathText.of(path.getFileName());
                if (!name.equals(GIT)) {
                    entries.add(
                            new Entry(
                                    folder.path.isEmpty() ? name : folder.path + "/" + name, path));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            notes.miss(
                    folder.path.isEmpty() ? PathText.of(top) : folder.path,
                    "cannot be looked into: " + e);
        }
        entries.sort(Comparator.comparing(Entry::path));
        return entries;
    }

    private static void pushAll(List<Entry> entries, Deque<Entry> stack) {
        for (Entry entry : entries.reversed()) {
            stack.push(entry);
        }
    }
}
