package alchemist.server.serving;

import alchemist.server.data.DataDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a server runs.
 *
 * @param data what it serves
 * @param port on the loopback; 0: any free one
 * @param web the folder of the built web app, where there is one
 * @param ahead the workspace that is opened before it is asked for, where it is there
 * @param places that are about to be read into it
 */
public record ServerOptions(
        DataDirectory data,
        int port,
        Optional<Path> web,
        Optional<String> ahead,
        List<Path> places) {
    /** Where it listens when nothing else is said. */
    public static final int DEFAULT_PORT = 7878;

    /** Names the folder of the built web app; the launcher sets it. */
    private static final String WEB_PROPERTY = "alchemist.web";

    /** The usual ones. */
    public static ServerOptions of(DataDirectory data) {
        String web = System.getProperty(WEB_PROPERTY, "");
        return new ServerOptions(
                data,
                DEFAULT_PORT,
                web.isEmpty() ? Optional.empty() : Optional.of(Path.of(web)),
                Optional.empty(),
                List.of());
    }

    /** The same on another port. */
    public ServerOptions withPort(int other) {
        return new ServerOptions(data, other, web, ahead, places);
    }

    /** The same with a workspace that is opened ahead. */
    public ServerOptions withAhead(Optional<String> workspace) {
        return new ServerOptions(data, port, web, workspace, places);
    }

    /** The same with places that are about to be read into the workspace that is opened ahead. */
    public ServerOptions withPlaces(List<Path> others) {
        return new ServerOptions(data, port, web, ahead, others);
    }
}
