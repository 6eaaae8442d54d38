package alchemist.server.cli;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.TemporaryFolder;
import alchemist.exchange.git.Revisions;
import alchemist.exchange.places.Fetch;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.server.data.DataDirectory;
import alchemist.server.serving.Server;
import alchemist.server.serving.ServerOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The graphs of single revisions of a repository: each is read into a workspace of its own that
 * nobody else sees, the second over the first, so that what differs is what the second import
 * changed. Nothing is left of it when it is closed.
 */
final class RevisionGraphs implements AutoCloseable {
    private static final String NAME = "revisions";

    private final Revisions revisions;
    private final TemporaryFolder folder;
    private final Server server;

    RevisionGraphs(Revisions revisions) throws IOException {
        this.revisions = revisions;
        this.folder = TemporaryFolder.make("diff");
        DataDirectory data = DataDirectory.of(folder.path().resolve("data")).made();
        this.server = Server.start(ServerOptions.of(data).withPort(0));
    }

    String commit(String revision) throws ReadingFailed, Failure {
        return revisions
                .commit(revision)
                .orElseThrow(
                        () ->
                                new Failure(
                                        "'"
                                                + revision
                                                + "' is no revision of this repository, and no moment;"
                                                + " see 'alchemist help diff'"));
    }

    /** Where the second left the first. */
    String fork(String one, String other) throws ReadingFailed, Failure {
        return revisions
                .mergeBase(one, other)
                .orElseThrow(() -> new Failure("the two revisions have no common ancestor"));
    }

    /** How a commit is told to people. */
    String called(String commit) throws ReadingFailed {
        return commit.substring(0, Math.min(10, commit.length()))
                + " ("
                + revisions.title(commit)
                + ")";
    }

    Properties compare(String from, String to, String passing)
            throws IOException, ReadingFailed, Failure, InterruptedException {
        Api api = Api.own(server.port());
        long first = read(api, from);
        read(api, to);
        return Moments.changes(api, NAME, "" + first, null, passing);
    }

    /** Reads a revision at the place of the one before; the position after it. */
    private long read(Api api, String commit)
            throws IOException, ReadingFailed, Failure, InterruptedException {
        Path place = folder.path().resolve("place");
        revisions.extract(commit, place, Fetch.Watcher.PATIENT);
        // Where it lies for the moment says nothing to anybody.
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ImportWatch watch =
                new ImportWatch(api, NAME, new PrintStream(said, true, StandardCharsets.UTF_8));
        watch.makeWorkspace();
        if (!watch.run(Target.of(place.toString()))) {
            throw new Failure(
                    "the revision "
                            + commit
                            + " could not be read:\n"
                            + said.toString(StandardCharsets.UTF_8));
        }
        System.err.println("  read " + called(commit));
        return api.get("/workspaces/" + NAME).find("position") instanceof Value.Int(long position)
                ? position
                : 0;
    }

    @Override
    public void close() throws IOException {
        server.close();
        folder.close();
    }
}
