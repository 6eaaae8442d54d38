package alchemist.server.cli;

import alchemist.log.EventProof;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.logfile.FileDisk;
import alchemist.logfile.ReadOnlyFileLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the proof that an event is in the log. */
@Command(
        name = "prove",
        description =
                "Write the proof that an event is in the log, for whoever knows the hash of its last"
                        + " block; it can be checked without this program.")
final class ProveCommand implements Callable<Integer> {
    @Mixin private final LogCommand.Which which = new LogCommand.Which();

    @Parameters(paramLabel = "POSITION", description = "the position of the event")
    private long position;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where to write it (else it is printed)")
    private @Nullable Path output;

    @Override
    public Integer call() throws Exception {
        try (Log log = ReadOnlyFileLog.open(new FileDisk(), which.directory())) {
            ProofFile proof = ProofFile.of(EventProof.of(log, position));
            if (output == null) {
                System.out.write(proof.bytes());
                System.out.flush();
            } else {
                Files.write(output, proof.bytes());
                System.out.println(
                        "The proof of the event at position "
                                + position
                                + " is in "
                                + output
                                + ". It leads to the block "
                                + proof.head()
                                + ": give that hash another way.");
            }
            return 0;
        } catch (LogException e) {
            throw LogCommand.told(e);
        } catch (IllegalArgumentException e) {
            throw new Failure(e.getMessage() + "; alchemist log stat says how many there are");
        }
    }
}
