package alchemist.server.cli;

import alchemist.server.serving.ProgramVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which program this is. */
@Command(name = "version", description = "Say which version this is, and of Java.")
final class VersionCommand implements Callable<Integer> {
    /** As the option {@code --version} says it, too. */
    static final String TEXT =
            "alchemist " + ProgramVersion.TEXT + " (Java " + Runtime.version() + ")";

    @Override
    public Integer call() {
        System.out.println(TEXT);
        return 0;
    }
}
