package alchemist.exchange.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A repository that a test makes with git itself, at times of its own. */
public final class TestRepository {
    /** When the first commit is made: 2020-09-13T12:26:40Z. */
    public static final long START = 1_600_000_000L;

    private final Path path;
    private long clock = START;
    private String name = "Ada Lovelace";
    private String email = "Ada@example.org";

    private TestRepository(Path path) {
        this.path = path;
    }

    /** An empty repository. */
    public static TestRepository create(Path path) throws IOException {
        Files.createDirectories(path);
        TestRepository repository = new TestRepository(path);
        repository.git("init", "-q", "-b", "main");
        return repository;
    }

    /** A clone of this one. */
    public TestRepository cloneTo(Path target, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("clone", "-q"));
        arguments.addAll(List.of(options));
        arguments.add("file://" + path);
        arguments.add(target.toString());
        git(arguments.toArray(new String[0]));
        TestRepository clone = new TestRepository(target);
        clone.clock = clock;
        return clone;
    }

    public Path path() {
        return path;
    }

    /** Who commits from now on. */
    public TestRepository as(String who, String address) {
        name = who;
        email = address;
        return this;
    }

    /** The time of the next commit, seconds since 1970. */
    public TestRepository at(long seconds) {
        clock = seconds;
        return this;
    }

    public TestRepository write(String file, String text) throws IOException {
        Path target = path.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
        return this;
    }

    public TestRepository delete(String file) throws IOException {
        git("rm", "-q", "--", file);
        return this;
    }

    public TestRepository move(String from, String to) throws IOException {
        Files.createDirectories(path.resolve(to).getParent());
        git("mv", "--", from, to);
        return this;
    }

    /** Commits all that is there, an hour after the last commit, and tells the commit's hash. */
    public String commit(String message) throws IOException {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "--allow-empty-message", "-m", message);
        clock += 3600;
        return head();
    }

    public String head() throws IOException {
        return git("rev-parse", "HEAD").strip();
    }

    /** The paths at HEAD. */
    public List<String> files() throws IOException {
        String listed = git("ls-tree", "-r", "-z", "--name-only", "HEAD");
        return listed.isEmpty() ? List.of() : List.of(listed.split("\0"));
    }

    /** Runs git, as whoever commits now. */
    public String git(String... arguments) throws IOException {
        return run(new byte[0], arguments);
    }

    /** Runs git, which reads some bytes. */
    public String run(byte[] input, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(path.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(Files.createTempFile("git", ".out").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("GIT_"));
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_AUTHOR_NAME", name);
        environment.put("GIT_AUTHOR_EMAIL", email);
        environment.put("GIT_COMMITTER_NAME", name);
        environment.put("GIT_COMMITTER_EMAIL", email);
        environment.put("GIT_AUTHOR_DATE", clock + " +0200");
        environment.put("GIT_COMMITTER_DATE", clock + " +0200");
        Process process = builder.start();
        try (OutputStream out = process.getOutputStream()) {
            out.write(input);
        }
        Path output = builder.redirectOutput().file().toPath();
        try {
            int code = process.waitFor();
            String text = Files.readString(output, StandardCharsets.ISO_8859_1);
            if (code != 0) {
                throw new IOException("git " + List.of(arguments) + ": " + text);
            }
            return text;
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }
}
