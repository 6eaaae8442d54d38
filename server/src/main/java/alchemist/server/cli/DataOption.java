package alchemist.server.cli;

import alchemist.server.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data folder a command works on. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the data folder (else $ALCHEMIST_DATA, else the platform's usual one)")
    private @Nullable Path data;

    static DataOption of(@Nullable Path data) {
        DataOption option = new DataOption();
        option.data = data;
        return option;
    }

    DataDirectory directory() throws IOException {
        return named().made();
    }

    /** As {@link #directory}, but made only where something is to be written. */
    DataDirectory named() throws IOException {
        if (data != null && data.toString().isBlank()) {
            throw new IOException(
                    "the folder that --data names is empty; write . for the one that you are in, or"
                            + " leave the option out");
        }
        return DataDirectory.of(data);
    }
}
