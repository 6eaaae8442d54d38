package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.manifests.Lock.Locked;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code Gemfile} and specifications of gems, of which what is written out is read, and {@code
 * Gemfile.lock}.
 */
final class BundlerFiles {
    // What is taken is not given back, so that a line of blanks costs no more than its length.
    private static final Pattern GEM =
            Pattern.compile(
                    "^\\s*+gem\\s*+\\(?+\\s*+([\"'])([\\w.-]++)\\1"
                            + "((?:\\s*+,\\s*+([\"'])[^\"']*+\\4)*+)(.*)$");
    private static final Pattern OF_GROUP =
            Pattern.compile("group:?+\\s*+(?:=>)?+\\s*+\\[?+\\s*+:(\\w+)");
    private static final Pattern BLOCK = Pattern.compile("^\\s*+group[\\s(]++:(\\w+).*\\bdo\\b.*$");
    private static final Pattern NAMED =
            Pattern.compile("^\\s*+\\w++\\.name\\s*+=\\s*+([\"'])([\\w.-]++)\\1.*$");
    private static final Pattern MADE =
            Pattern.compile("^.*\\bGem::Specification\\.new[\\s(]++([\"'])([\\w.-]++)\\1.*$");
    private static final Pattern VERSION =
            Pattern.compile("^\\s*+\\w++\\.version\\s*+=\\s*+([\"'])([\\w.-]++)\\1.*$");
    private static final Pattern NEEDS =
            Pattern.compile(
                    "^\\s*+\\w++\\.add_((?:runtime_|development_)?+)dependency[\\s(]++([\"'])([\\w.-]++)\\2"
                            + "((?:\\s*+,\\s*+\\[?+([\"'])[^\"']*+\\5)*+).*$");
    private static final Pattern LOCKED = Pattern.compile("^ {4}(\\S+) \\(([^)]*)\\)$");
    private static final Pattern NEEDED = Pattern.compile("^ {6}(\\S+)(?: \\(([^)]*)\\))?$");

    /** What the names of specifications of gems end with. */
    static final String ENDING = ".gemspec";

    /** Longer lines are no gems. */
    private static final int MAX_CHARS = 2_000;

    private BundlerFiles() {}

    static Module manifest(SourceFile file) {
        Module module = new Module(file, Ecosystem.BUNDLER, "");
        module.real = false;
        String group = "";
        String[] lines = lines(file);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            Matcher block = BLOCK.matcher(line);
            Matcher gem = GEM.matcher(line);
            if (block.matches()) {
                group = block.group(1);
            } else if (line.strip().equals("end")) {
                group = "";
            } else if (gem.matches()) {
                Matcher own = OF_GROUP.matcher(gem.group(5));
                module.dependencies.add(
                        new Dependency(
                                gem.group(2),
                                gem.group(3).replaceAll("^\\s*,\\s*|[\"']", "").strip(),
                                own.find() ? own.group(1) : group,
                                Dependency.ELSEWHERE,
                                i + 1));
            }
        }
        return module;
    }

    /** The lines of a file without blanks at their ends; empty for those that are too long. */
    private static String[] lines(SourceFile file) {
        String[] lines = file.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean isLong = lines[i].length() > MAX_CHARS;
            if (isLong) {
                file.warn(i + 1, "has more than " + MAX_CHARS + " characters, and is passed over");
            }
            lines[i] = isLong ? "" : lines[i].stripTrailing();
        }
        return lines;
    }

    /** The gem that a specification describes. */
    static Module specification(SourceFile file) {
        Module module = new Module(file, Ecosystem.BUNDLER, name(file));
        String[] lines = lines(file);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            Matcher needs = NEEDS.matcher(line);
            Matcher version = VERSION.matcher(line);
            if (needs.matches()) {
                module.dependencies.add(
                        new Dependency(
                                needs.group(3),
                                needs.group(4).replaceAll("^\\s*,\\s*|[\"'\\[]", "").strip(),
                                needs.group(1).startsWith("development") ? "development" : "",
                                Dependency.ELSEWHERE,
                                i + 1));
            } else if (version.matches()) {
                module.version = version.group(2);
            } else if (NAMED.matcher(line).matches() || MADE.matcher(line).matches()) {
                module.line = i + 1;
            }
        }
        return module;
    }

    /** What a specification calls its gem, or its file. */
    private static String name(SourceFile file) {
        for (String line : file.text().split("\n", -1)) {
            for (Pattern pattern : List.of(NAMED, MADE)) {
                Matcher named = pattern.matcher(line.length() > MAX_CHARS ? "" : line);
                if (named.matches()) {
                    return named.group(2);
                }
            }
        }
        return file.name().substring(0, file.name().length() - ENDING.length());
    }

    static Lock lock(SourceFile file) throws Malformed {
        Lock lock = new Lock(file, Ecosystem.BUNDLER);
        String section = "";
        boolean any = false;
        @Nullable Locked open = null;
        String[] lines = file.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].stripTrailing();
            if (line.isEmpty() || line.length() > MAX_CHARS) {
                continue;
            }
            if (line.charAt(0) != ' ') {
                section = line;
                any |= section.equals("GEM") || section.equals("DEPENDENCIES");
                open = null;
                continue;
            }
            Matcher locked = LOCKED.matcher(line);
            Matcher needed = NEEDED.matcher(line);
            boolean own = section.equals("PATH"); // of the project itself
            if (locked.matches() && !own) {
                open = new Locked(locked.group(1), plain(locked.group(2)), i + 1);
                lock.add(open);
            } else if (needed.matches() && open != null) {
                String range = needed.group(2);
                open.requires().put(needed.group(1), range == null ? "" : range);
            }
        }
        if (!any) {
            throw new Malformed(1, "is no lock file of Bundler: no gems are listed");
        }
        return lock;
    }

    /** A version without the platform that it was built for. */
    private static String plain(String version) {
        int dash = version.indexOf('-');
        return dash < 0 ? version : version.substring(0, dash);
    }
}
