package alchemist.exchange.files;

import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What others provide, as one manages packages there: the same for who imports it and for who names
 * it in a manifest.
 *
 * @param ecosystem such as {@code npm}
 * @param key what it is known by there
 * @param name how people call it
 */
public record Library(String ecosystem, String key, String name) {
    /** Hosts on which the name behind the host only says whose a module is. */
    private static final Set<String> OWNED_HOSTS =
            Set.of(
                    "github.com",
                    "gitlab.com",
                    "bitbucket.org",
                    "codeberg.org",
                    "git.sr.ht",
                    "golang.org",
                    "gitee.com");

    /** Distributions of Python that are imported by another name than their own. */
    private static final Map<String, String> PYTHON_IMPORTS =
            Map.ofEntries(
                    Map.entry("attrs", "attr"),
                    Map.entry("beautifulsoup4", "bs4"),
                    Map.entry("djangorestframework", "rest_framework"),
                    Map.entry("gitpython", "git"),
                    Map.entry("grpcio", "grpc"),
                    Map.entry("mysqlclient", "MySQLdb"),
                    Map.entry("opencv_python", "cv2"),
                    Map.entry("opencv_python_headless", "cv2"),
                    Map.entry("pillow", "PIL"),
                    Map.entry("psycopg2_binary", "psycopg2"),
                    Map.entry("pycryptodome", "Crypto"),
                    Map.entry("pyjwt", "jwt"),
                    Map.entry("pyserial", "serial"),
                    Map.entry("python_dateutil", "dateutil"),
                    Map.entry("python_dotenv", "dotenv"),
                    Map.entry("pyyaml", "yaml"),
                    Map.entry("pyzmq", "zmq"),
                    Map.entry("scikit_image", "skimage"),
                    Map.entry("scikit_learn", "sklearn"),
                    Map.entry("websocket_client", "websocket"));

    /** What modules of Python are called where one installs them, if that is not their own name. */
    private static final Map<String, String> PYTHON_NAMES = new HashMap<>();

    static {
        PYTHON_IMPORTS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(one -> !one.getKey().startsWith(one.getValue() + "_")) // psycopg2_binary
                .forEach(one -> PYTHON_NAMES.putIfAbsent(one.getValue(), dashed(one.getKey())));
    }

    /** Crates that are called with an underscore; nearly all others of two words have a dash. */
    private static final Set<String> UNDERSCORED =
            Set.of(
                    "cargo_metadata",
                    "lazy_static",
                    "num_cpus",
                    "once_cell",
                    "pretty_assertions",
                    "rand_chacha",
                    "rand_core",
                    "rand_distr",
                    "rand_pcg",
                    "rustc_version",
                    "serde_bytes",
                    "serde_core",
                    "serde_derive",
                    "serde_json",
                    "serde_path_to_error",
                    "serde_qs",
                    "serde_repr",
                    "serde_spanned",
                    "serde_test",
                    "serde_urlencoded",
                    "serde_with",
                    "serde_yaml",
                    "static_assertions",
                    "thread_local",
                    "toml_edit",
                    "version_check");

    /** Namespaces that come with .NET itself. */
    public static final Pattern OF_DOTNET =
            Pattern.compile("(?:System|Microsoft\\.(?:CSharp|VisualBasic|Win32))(?:\\..*)?");

    /** Namespaces that come with PHP itself. */
    public static final Pattern OF_PHP =
            Pattern.compile("(?i)(?:BcMath|Dom|FFI|Pdo|Random|Uri)(?:\\\\.*)?");

    /** A package of npm. */
    public static Library npm(String name) {
        return new Library("npm", name, name);
    }

    /**
     * The library that a module of Python belongs to, by its first name. It is called as one
     * installs it, in lower case and with dashes, so that code and manifests call it alike.
     */
    public static Library pythonModule(String module) {
        String name = PYTHON_NAMES.get(module);
        return new Library("pypi", module, name == null ? dashed(module) : name);
    }

    /** A distribution of Python, known by the name by which it is imported. */
    public static Library python(String distribution) {
        String plain = distribution.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "_");
        return pythonModule(PYTHON_IMPORTS.getOrDefault(plain, plain));
    }

    /**
     * A crate of Rust: in its name a dash is what stands as an underscore in code. Which of the two
     * it is called by, code does not tell: so all are called alike, whoever names them.
     */
    public static Library crate(String name) {
        String key = name.replace('-', '_');
        return new Library("crates", key, UNDERSCORED.contains(key) ? key : dashed(key));
    }

    /** With dashes between its words; what begins with an underscore means it. */
    private static String dashed(String name) {
        return name.startsWith("_") ? name : name.replace('_', '-');
    }

    /** The module of Go that a path is in, whether it is that of a module or of a package. */
    public static Library go(String path) {
        String[] parts = path.split("/", -1);
        int length = OWNED_HOSTS.contains(parts[0]) ? 3 : 2;
        String module = String.join("/", List.of(parts).subList(0, Math.min(length, parts.length)));
        return new Library("go", module, module);
    }

    /** An artifact of Maven. */
    public static Library maven(String group, String artifact) {
        String name = group + ":" + artifact;
        return new Library("maven", name, name);
    }

    /** A package of Java. */
    public static Library javaPackage(String name) {
        return new Library("java", name, name);
    }

    /** A namespace of .NET. */
    public static Library dotnetNamespace(String name) {
        return new Library("dotnet", name, name);
    }

    /** A namespace of PHP. */
    public static Library phpNamespace(String name) {
        return new Library("php", name, name);
    }

    /** A gem of Ruby. */
    public static Library gem(String name) {
        return new Library("rubygems", name, name);
    }

    /** What it is called for good. */
    public Id id() {
        return Id.of("library", ecosystem + "\0" + key);
    }

    /** What is stated of it, whoever does. */
    public NodeStatement statement() {
        return new NodeStatement(
                id(),
                Value.text(name),
                List.of("Library"),
                Properties.of("ecosystem", Value.text(ecosystem)),
                Id.NONE,
                false);
    }
}
