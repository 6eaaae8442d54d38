package alchemist.exchange.code;

import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ruby: a file is required, by its path from this one, or from where a project keeps its own. */
final class RubyImports implements ImportRules {
    /** Where files are looked for, from the folder of a project. */
    private static final List<String> FOLDERS = List.of("lib/", "", "test/", "spec/", "app/");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][\\w./-]*");

    /** What comes with the language. */
    private static final Set<String> OWN =
            Set.of(
                    """
                    English abbrev base64 benchmark bigdecimal bundler cgi coverage csv date dbm
                    debug delegate did_you_mean digest drb erb error_highlight etc expect fcntl
                    fiber fiddle fileutils find forwardable getoptlong io ipaddr irb json logger
                    matrix minitest mkmf monitor mutex_m net nkf objspace observer open-uri
                    open3 openssl optionparser optparse ostruct pathname pp prettyprint prime
                    prism pstore psych pty racc rbconfig rdoc readline reline resolv
                    resolv-replace rinda ripper ruby2_keywords rubygems securerandom set
                    shellwords singleton socket stringio strscan syslog tempfile thread time
                    timeout tmpdir tracer tsort un unicode_normalize uri weakref win32ole yaml
                    zlib
                    """
                            .strip()
                            .split("\\s+", -1));

    private final FilesByName files;
    private final Projects projects;

    RubyImports(FilesByName files, Projects projects) {
        this.files = files;
        this.projects = projects;
    }

    @Override
    public Set<CodeFile> files(CodeFile from, Import one) {
        CodeFile found = file(from, one.what());
        return found == null ? Set.of() : Set.of(found);
    }

    private @Nullable CodeFile file(CodeFile from, String what) {
        String name = what.endsWith(".rb") ? what : what + ".rb";
        if (what.startsWith(".")) {
            return at(Root.resolved(from.folder(), name));
        }
        for (String up = from.folder(); ; up = Root.parent(up)) {
            for (String folder : FOLDERS) {
                CodeFile found = at(Root.resolved(up, folder + name));
                if (found != null && (!folder.isEmpty() || up.isEmpty() || isProject(up))) {
                    return found;
                }
            }
            if (up.isEmpty()) {
                return inOther(name);
            }
        }
    }

    private boolean isProject(String folder) {
        return projects.rubyFolder(folder).equals(folder);
    }

    private @Nullable CodeFile at(@Nullable String path) {
        CodeFile found = path == null ? null : files.at(path);
        return found != null && found.language == CodeLanguage.RUBY ? found : null;
    }

    /** The only one that another project has where its own are kept. */
    private @Nullable CodeFile inOther(String name) {
        CodeFile only = null;
        for (CodeFile one : files.named(Root.name(name))) {
            if (one.path().endsWith("/lib/" + name)) {
                if (only != null) {
                    return null;
                }
                only = one;
            }
        }
        return only;
    }

    @Override
    public boolean isForeign(CodeFile from, Import one) {
        return !one.what().startsWith(".") && file(from, one.what()) == null;
    }

    @Override
    public @Nullable Library library(CodeFile from, Import one) {
        String what = one.what();
        if (!isForeign(from, one) || !NAME.matcher(what).matches()) {
            return null;
        }
        String gem = projects.gem(what);
        if (gem != null) {
            return Library.gem(gem);
        }
        int slash = what.indexOf('/');
        String first = slash < 0 ? what : what.substring(0, slash);
        return OWN.contains(first) || isOwn(first) ? null : Library.gem(first);
    }

    /** Whether a project has files of a name where its own are kept. */
    private boolean isOwn(String name) {
        return files.named(name + ".rb").stream()
                .anyMatch(one -> ("/" + one.path()).endsWith("/lib/" + name + ".rb"));
    }
}
