package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.manifests.Lock.Locked;
import org.jspecify.annotations.Nullable;

/** {@code yarn.lock}: of the first Yarn in a form of its own, since Yarn 2 as YAML. */
final class YarnFiles {
    private static final String OF_NPM = "npm:";

    private YarnFiles() {}

    static Lock lock(SourceFile file) throws Malformed {
        Lock lock = new Lock(file, Ecosystem.NPM);
        if (file.text().contains("__metadata:")) {
            for (Tree document : file.documents()) {
                document.entries().forEach((key, one) -> addModern(key, one, lock));
            }
        } else {
            readClassic(file, lock);
        }
        return lock;
    }

    /** What one asks for: a name, and which versions of it will do. */
    private record Descriptor(String name, String range) {
        static @Nullable Descriptor of(String written) {
            String plain = written.strip();
            int at = plain.indexOf('@', 1);
            return at < 0 ? null : new Descriptor(plain.substring(0, at), plain.substring(at + 1));
        }

        /** An alias means what it names: {@code npm:real@^1}. */
        @Nullable Descriptor aliased() {
            String inner = range.startsWith(OF_NPM) ? range.substring(OF_NPM.length()) : "";
            return inner.indexOf('@', 1) > 0 ? of(inner) : null;
        }
    }

    private static void addModern(String key, Tree one, Lock lock) {
        Descriptor resolved = Descriptor.of(one.text("resolution"));
        if (resolved == null
                || resolved.range.startsWith("workspace:")
                || one.text("version").isEmpty()) {
            return; // a module of the project itself
        }
        Locked locked = new Locked(resolved.name, one.text("version"), one.line());
        for (String field : new String[] {"dependencies", "optionalDependencies"}) {
            one.at(field).entries().forEach((name, range) -> require(name, range.text(), locked));
        }
        lock.add(locked);
        choose(key, locked, lock);
    }

    private static void require(String name, String range, Locked locked) {
        Descriptor aliased = new Descriptor(name, range).aliased();
        if (aliased != null) {
            locked.requires().put(aliased.name, aliased.range);
        } else {
            boolean plain = range.startsWith(OF_NPM);
            locked.requires().put(name, plain ? range.substring(OF_NPM.length()) : range);
        }
    }

    /** Says for each that is asked for together that this version was chosen. */
    private static void choose(String key, Locked locked, Lock lock) {
        for (String written : key.split(",", -1)) {
            Descriptor asked = Descriptor.of(unquoted(written.strip()));
            if (asked != null) {
                lock.choose(locked.name(), asked.range, locked.version());
                if (asked.range.startsWith(OF_NPM)) {
                    String plain = asked.range.substring(OF_NPM.length());
                    lock.choose(locked.name(), plain, locked.version());
                }
            }
        }
    }

    /** Blocks of lines: what is asked for, and, each two spaces further in, what was chosen. */
    private static void readClassic(SourceFile file, Lock lock) throws Malformed {
        String[] lines = file.text().split("\n", -1);
        String key = "";
        String name = "";
        int keyLine = 0;
        @Nullable Locked open = null;
        boolean needs = false;
        boolean any = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].stripTrailing();
            String plain = line.strip();
            if (plain.isEmpty() || plain.startsWith("#")) {
                continue;
            }
            int indent = line.indexOf(plain);
            if (indent == 0) {
                if (!plain.endsWith(":")) {
                    if (!any) {
                        throw new Malformed(i + 1, "is no lock file of Yarn");
                    }
                    file.warn(i + 1, "is no entry of a lock file of Yarn, and is passed over");
                    key = "";
                } else {
                    key = plain.substring(0, plain.length() - 1);
                    keyLine = i + 1;
                    any = true;
                }
                open = null;
                name = "";
                needs = false;
            } else if (indent == 2) {
                needs = plain.equals("dependencies:") || plain.equals("optionalDependencies:");
                if (plain.startsWith("name ")) {
                    name = unquoted(plain.substring(5).strip());
                } else if (plain.startsWith("version ") && !key.isEmpty()) {
                    open = open(key, name, unquoted(plain.substring(8).strip()), keyLine, lock);
                }
            } else if (needs && open != null) {
                int space = endOfName(plain);
                if (space > 0) {
                    require(
                            unquoted(plain.substring(0, space)),
                            unquoted(plain.substring(space).strip()),
                            open);
                }
            }
        }
    }

    /**
     * Begins an entry.
     *
     * @param said what it is called, where that is not as it is asked for
     */
    private static Locked open(String key, String said, String version, int line, Lock lock) {
        int comma = key.indexOf(", ");
        String first = unquoted(comma < 0 ? key : key.substring(0, comma));
        Descriptor asked = Descriptor.of(first);
        Descriptor aliased = asked == null ? null : asked.aliased();
        String name = aliased != null ? aliased.name : asked != null ? asked.name : first;
        Locked locked = new Locked(said.isEmpty() ? name : said, version, line);
        lock.add(locked);
        choose(key, locked, lock);
        return locked;
    }

    private static int endOfName(String line) {
        return line.startsWith("\"") ? line.indexOf('"', 1) + 1 : line.indexOf(' ');
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
