package alchemist.server.cli;

import alchemist.kernel.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is left out of the places that a command reads. */
final class ExcludeOptions {
    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            description = {
                "leave out what matches, as in .gitignore; may be given several times",
                "(kept for the next time; a file .alchemistignore in the place does the same)"
            })
    private List<String> excludes = new ArrayList<>();

    @Option(names = "--no-excludes", description = "leave out nothing any more")
    private boolean none;

    /**
     * Says no where both are given.
     *
     * @throws Failure tells what to do
     */
    void check() throws Failure {
        if (none && !excludes.isEmpty()) {
            throw new Failure("give either --exclude or --no-excludes, not both");
        }
    }

    /** Writes them into the body of a request. */
    void write(JsonWriter json) {
        json.field("noExcludes", none).name("excludes").array();
        excludes.forEach(json::text);
        json.endArray();
    }
}
