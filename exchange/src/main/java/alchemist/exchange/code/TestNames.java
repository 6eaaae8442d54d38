package alchemist.exchange.code;

import alchemist.exchange.code.CodeLanguage.Family;
import alchemist.exchange.files.Root;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tests are called, and what they are called after: as the tools of each language look for
 * them. Where a name may mean something else, it means nothing.
 */
final class TestNames {
    /** Of all languages; what is longer stands first. */
    private static final List<String> ENDS =
            List.of("_unittest", "_tests", "_test", "-test", "TestCase", "Tests", "Test");

    /** Of Java what is tested with others around it; a name in capitals says nothing. */
    private static final Pattern INTEGRATION = Pattern.compile("(.*[a-z0-9])IT(?:Case)?");

    private static final Pattern JAVA_BEGINNING = Pattern.compile("Test([A-Z]\\w*)");
    private static final Pattern DOTTED = Pattern.compile("(.+)(?:\\.(?:test|spec)|[-_]spec)");
    private static final Pattern JASMINE = Pattern.compile("(.+[a-z0-9])Spec");
    private static final Pattern FOLDERS =
            Pattern.compile(".*/(?:test|tests|__tests__|testing|src/\\w+Test)/.*");

    /** Projects of tests are called after what they test. */
    private static final Pattern DOTNET_FOLDERS =
            Pattern.compile("(?:.*/)?(?:[\\w.-]*(?:Tests|[a-z.]Test|TestUtilities)|Test)/.*");

    private static final Pattern DOTNET_TESTS =
            Pattern.compile("(?<=^|\\.)(?:Unit|Integration|Functional)?Tests?(?:\\.|$)");

    private static final Pattern RUBY_SPEC = Pattern.compile("(.+)_spec");
    private static final Pattern RUBY_FOLDERS = Pattern.compile(".*/(?:spec|features)/.*");

    /** Folders that lie beside what the tests in them are of. */
    private static final Set<String> BESIDE = Set.of("__tests__", "test", "tests", "spec");

    private TestNames() {}

    /** Whether a file tests others, by where it is and how it is called. */
    static boolean isTest(String path, Family family) {
        String name = Root.name(path);
        String called = called(path, family);
        boolean java = family == Family.JAVA && INTEGRATION.matcher(called).matches();
        boolean specified =
                family == Family.ECMA
                        && (DOTTED.matcher(called).matches()
                                || (("/" + path).contains("/spec/")
                                        && JASMINE.matcher(called).matches()));
        boolean ruby =
                family == Family.RUBY
                        && (RUBY_SPEC.matcher(called).matches()
                                || RUBY_FOLDERS.matcher("/" + path).matches());
        boolean dotnet = family == Family.CSHARP && DOTNET_FOLDERS.matcher("/" + path).matches();
        return FOLDERS.matcher("/" + path).matches()
                || dotnet
                || ruby
                || name.contains(".test.")
                || name.contains(".spec.")
                || name.startsWith("test_")
                || called.equals("tests")
                || !withoutEnd(called).equals(called)
                || java
                || specified;
    }

    /** Whether a namespace of .NET is what tests in another are of. */
    static boolean isOfNamespace(String namespace, String ofTests) {
        String plain = DOTNET_TESTS.matcher(ofTests).replaceAll("");
        return namespace.equals(
                plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
    }

    /** What a file that is no test is called, where a test is called after it. */
    static String tested(String path, Family family) {
        String called = called(path, family);
        boolean ofFolder =
                (family == Family.RUST && called.equals("mod"))
                        || (family == Family.PYTHON && called.equals("__init__"));
        return ofFolder ? Root.name(Root.parent(path)) : called;
    }

    /** What a test is called after, as {@link #tested} calls it; empty where nothing says. */
    static String subject(String path, Family family) {
        String called = called(path, family);
        if (family == Family.RUST && (called.equals("tests") || called.equals("test"))) {
            String folder = Root.name(Root.parent(path));
            return folder.equals("src") ? "lib" : folder;
        }
        if (family == Family.ECMA) {
            Matcher jasmine = JASMINE.matcher(called);
            Matcher dotted = DOTTED.matcher(called);
            if (dotted.matches() || (jasmine.matches() && isTest(path, family))) {
                return dotted.matches() ? dotted.group(1) : jasmine.group(1);
            }
        }
        if (family == Family.RUBY) {
            Matcher spec = RUBY_SPEC.matcher(called);
            if (spec.matches()) {
                return spec.group(1);
            }
        }
        if (family == Family.JAVA) {
            Matcher begins = JAVA_BEGINNING.matcher(called);
            Matcher integration = INTEGRATION.matcher(called);
            if (begins.matches() || integration.matches()) {
                String plain = begins.matches() ? begins.group(1) : integration.group(1);
                return withoutEnd(plain);
            }
        }
        return called.startsWith("test_") ? called.substring("test_".length()) : withoutEnd(called);
    }

    private static String withoutEnd(String called) {
        for (String end : ENDS) {
            if (called.endsWith(end) && called.length() > end.length()) {
                return called.substring(0, called.length() - end.length());
            }
        }
        return called;
    }

    /**
     * Whether what is in a folder is beside a test, or beside the folder of tests that it is in.
     */
    static boolean isBeside(String folder, String test) {
        String own = Root.parent(test);
        return folder.equals(own)
                || (BESIDE.contains(Root.name(own)) && folder.equals(Root.parent(own)));
    }

    /** How many names of folders are the same, from the innermost up. */
    static int alike(String folder, String ofTest) {
        String[] one = folder.split("/", -1);
        String[] other = ofTest.split("/", -1);
        int same = 0;
        while (same < Math.min(one.length, other.length)
                && one[one.length - 1 - same].equals(other[other.length - 1 - same])) {
            same++;
        }
        return same;
    }

    /**
     * Without what says its language. Of JavaScript names have points of their own: {@code
     * a.service.ts} and {@code a.component.ts} are two things.
     */
    private static String called(String path, Family family) {
        String name = Root.name(path);
        int point = family == Family.ECMA ? name.lastIndexOf('.') : name.indexOf('.');
        return point <= 0 ? name : name.substring(0, point);
    }
}
