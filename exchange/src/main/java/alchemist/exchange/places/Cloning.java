package alchemist.exchange.places;

import alchemist.exchange.Batch;
import alchemist.exchange.Place;
import alchemist.exchange.ReadingCancelled;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.places.Address.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clones a repository with its whole history, or brings its clone up to date. Nothing of it is run:
 * no hooks, filters or submodules; nobody is asked for a password, no redirect is followed.
 */
final class Cloning implements Fetch {
    private static final Pattern PERCENT = Pattern.compile("(.+?):\\s+(\\d{1,3})%.*");
    private static final int MOST_LINES = 6;
    private static final long CHECK_MS = 100;

    private static final List<String> SETTINGS =
            List.of(
                    "core.hooksPath=/dev/null",
                    "core.fsmonitor=false",
                    "core.attributesFile=/dev/null",
                    "core.symlinks=false",
                    "http.followRedirects=false",
                    "protocol.allow=never",
                    "protocol.https.allow=always",
                    "protocol.http.allow=always",
                    "protocol.ssh.allow=always",
                    "protocol.git.allow=always",
                    "protocol.file.allow=always",
                    "submodule.recurse=false",
                    "credential.helper=",
                    "transfer.fsckObjects=false",
                    "filter.lfs.smudge=",
                    "filter.lfs.process=",
                    "filter.lfs.required=false");

    private final Repository repository;
    private final Path kept;
    private final Hosts hosts;
    private List<String> pins = List.of();

    Cloning(Repository repository, Path kept, Hosts hosts) {
        this.repository = repository;
        this.kept = kept;
        this.hosts = hosts;
    }

    @Override
    public Place place() {
        return new Place(kept, Batch.WHEN_RECORDED);
    }

    @Override
    public String label() {
        return repository.label();
    }

    @Override
    public void run(Watcher watcher) throws ReadingFailed {
        if (!repository.host().isEmpty()) {
            pins = Pins.of(repository, hosts.require(repository.host()));
        }
        try {
            if (Files.isDirectory(kept.resolve(".git"))) {
                git(kept, watcher, "fetch", "--progress", "--prune", "--tags", "--force", "origin");
                git(kept, watcher, "remote", "set-head", "origin", "--auto");
                git(kept, watcher, "reset", "--quiet", "--hard", "refs/remotes/origin/HEAD");
                git(kept, watcher, "clean", "--quiet", "-ffdx");
                return;
            }
            try (Arriving arriving = new Arriving(kept)) {
                Path parent = java.util.Objects.requireNonNull(kept.getParent());
                String to = arriving.path().toString();
                git(parent, watcher, "clone", "--progress", "--", repository.text(), to);
                arriving.arrive();
            }
        } catch (ReadingFailed e) {
            throw e;
        } catch (IOException e) {
            throw new ReadingFailed(
                    repository.text() + " could not be cloned: " + e.getMessage(), e);
        }
    }

    private void git(Path folder, Watcher watcher, String... arguments)
            throws IOException, ReadingFailed {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager"));
        for (List<String> settings : List.of(SETTINGS, pins)) {
            for (String setting : settings) {
                command.add("-c");
                command.add(setting);
            }
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_") && !name.equals("GIT_SSH"));
        environment.put("LC_ALL", "C");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_SSH_COMMAND", "ssh -o BatchMode=yes");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        Process process =
                builder.redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                        .start();
        Deque<String> said = new ArrayDeque<>();
        Thread listening = Thread.ofVirtual().start(() -> listen(process, watcher, said));
        try {
            while (!process.waitFor(CHECK_MS, TimeUnit.MILLISECONDS)) {
                watcher.check();
            }
            listening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadingCancelled();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            String why;
            synchronized (said) {
                why = String.join("; ", said);
            }
            throw new ReadingFailed(repository.text() + " could not be cloned: Git says: " + why);
        }
    }

    /** Hears Git: how far it is, and what it says last, which is why it fails. */
    private void listen(Process process, Watcher watcher, Deque<String> said) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher percent = PERCENT.matcher(line);
                if (percent.matches()) {
                    String what = "cloning " + label() + ": " + percent.group(1).strip();
                    watcher.progress(Long.parseLong(percent.group(2)), 100, what);
                } else if (!line.isBlank()) {
                    synchronized (said) {
                        said.add(line.strip());
                        if (said.size() > MOST_LINES) {
                            said.remove();
                        }
                    }
                }
            }
        } catch (IOException e) {
            // It was ended.
        }
    }
}
