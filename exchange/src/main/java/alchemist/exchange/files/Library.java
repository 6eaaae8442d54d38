package alchemist.exchange.files;

import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

    /** A package of npm. */
    public static Library npm(String name) {
        return new Library("npm", name, name);
    }

    /** The library that a module of Python belongs to, by its first name. */
    public static Library pythonModule(String module) {
        return new Library("pypi", module, module);
    }

    /** A distribution of Python, known by the name by which it is imported. */
    public static Library python(String distribution) {
        String plain = distribution.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "_");
        return new Library("pypi", PYTHON_IMPORTS.getOrDefault(plain, plain), distribution);
    }

    /** A crate of Rust: in its name a dash is what stands as an underscore in code. */
    public static Library crate(String name) {
        return new Library("crates", name.replace('-', '_'), name);
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
