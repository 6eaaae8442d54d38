package alchemist.server.cli;

import alchemist.engine.content.Cid;
import alchemist.engine.content.ContentStore;
import alchemist.engine.content.DamagedContent;
import alchemist.kernel.value.Properties;
import alchemist.log.CorruptLog;
import alchemist.log.LogException;
import alchemist.logfile.FileDisk;
import alchemist.logfile.LogVerify;
import alchemist.server.data.DataDirectory;
import alchemist.server.serving.ProgramVersion;
import alchemist.server.serving.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what this installation is, and whether it is well. */
@Command(
        name = "doctor",
        description =
                "Say what this installation is, and whether it is well; for reports of problems.")
final class DoctorCommand implements Callable<Integer> {
    private static final long LOW_SPACE_BYTES = 1L << 30;
    private static final long GIT_TIMEOUT_S = 5;
    @Mixin private final DataOption data = new DataOption();
    private int problems;

    @Override
    public Integer call() throws Exception {
        DataDirectory directory = data.named();
        line("program", "alchemist " + ProgramVersion.TEXT, true);
        line(
                "java",
                Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
                Runtime.version().feature() >= 25);
        line(
                "system",
                System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + " "
                        + System.getProperty("os.arch")
                        + ", "
                        + Runtime.getRuntime().availableProcessors()
                        + " processors, "
                        + Runtime.getRuntime().maxMemory() / (1 << 20)
                        + " MB heap at most",
                true);
        String git = git();
        line(
                "git",
                git.isEmpty() ? "not found: install it to read histories" : git,
                !git.isEmpty());
        Optional<Path> web = ServerOptions.of(directory).web();
        line(
                "web app",
                web.map(Path::toString).orElse("not built: run alchemist build"),
                web.isPresent());
        dataFolder(directory.path());
        Optional<Api> running = Session.running(directory);
        line("server", running.map(Api::url).orElse("not running"), true);
        if (running.isPresent()) {
            for (Properties each : Fields.objects(running.get().get("/workspaces"), "workspaces")) {
                line(
                        "workspace",
                        Fields.text(each, "name")
                                + " at position "
                                + Fields.number(each, "position")
                                + (Fields.text(each, "problem").isEmpty()
                                        ? ""
                                        : ", takes no commands: " + Fields.text(each, "problem")),
                        Fields.text(each, "problem").isEmpty());
                Fields.texts(each, "findings").forEach(found -> line("", "found: " + found, true));
            }
        }
        logs(directory.path().resolve("workspaces"));
        contents(directory.path().resolve("content"));
        System.out.println(
                problems == 0 ? "All is well." : problems + " problem(s), marked with !");
        return problems == 0 ? 0 : CommandLineInterface.FAILED;
    }

    private void dataFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            line("data", folder + " (nothing yet)", true);
            return;
        }
        FileStore store = Files.getFileStore(folder);
        long free = store.getUsableSpace();
        line(
                "data",
                folder + ", " + free / (1 << 20) + " MB free on " + store.type(),
                free > LOW_SPACE_BYTES && Files.isWritable(folder));
    }

    private void logs(Path workspaces) throws IOException {
        if (!Files.isDirectory(workspaces)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> listed = Files.list(workspaces)) {
            all = listed.sorted().toList();
        }
        for (Path each : all) {
            try {
                LogVerify.Report report =
                        LogVerify.run(new FileDisk(), each.resolve("log"), (_, _) -> {});
                boolean whole = report.damages().isEmpty();
                String state =
                        (whole ? "whole, " : report.damages().size() + " damage(s), ")
                                + report.events()
                                + " events";
                line("log", each.getFileName() + ": " + state, whole);
                for (CorruptLog damage : report.damages()) {
                    line("", "damaged: " + damage.getMessage(), true);
                }
                report.unfinished()
                        .ifPresent(
                                tail ->
                                        line(
                                                "",
                                                "unfinished, to be cut off when it is opened: "
                                                        + tail.getMessage(),
                                                true));
                torn(each.resolve("log"));
            } catch (LogException e) {
                line("log", each.getFileName() + ": " + e.getMessage(), false);
            }
        }
    }

    private void contents(Path folder) throws IOException {
        ContentStore contents = ContentStore.openToRead(new FileDisk(), folder);
        int whole = 0;
        for (Cid cid : contents.all()) {
            try (InputStream in = contents.open(cid)) {
                in.transferTo(OutputStream.nullOutputStream());
                whole++;
            } catch (DamagedContent e) {
                line("content", String.valueOf(e.getMessage()), false);
            }
        }
        if (whole > 0) {
            line("content", whole + " contents are whole", true);
        }
    }

    /** What earlier crashes tore: never acknowledged, cut off and kept. */
    private void torn(Path log) throws IOException {
        for (String name : new FileDisk().list(log)) {
            if (name.endsWith(".torn")) {
                line(
                        "",
                        "cut off after a crash, it was never acknowledged: "
                                + log.resolve(name)
                                + " ("
                                + Files.size(log.resolve(name))
                                + " bytes); delete it when nobody wants to look at it",
                        true);
            }
        }
    }

    private void line(String what, String is, boolean well) {
        problems += well ? 0 : 1;
        System.out.printf("%s %-10s %s%n", well ? " " : "!", what, is);
    }

    private static String git() throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder("git", "--version").redirectErrorStream(true).start();
            String version =
                    new String(
                                    process.getInputStream().readAllBytes(),
                                    java.nio.charset.StandardCharsets.UTF_8)
                            .strip();
            return process.waitFor(GIT_TIMEOUT_S, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? version
                    : "";
        } catch (IOException _) {
            return "";
        }
    }
}
