package alchemist.server.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Opens an address in the person's browser, where there is one. */
final class Browser {
    private Browser() {}

    static void open(String url) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean display =
                System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        if (!system.contains("mac") && !system.contains("win") && !display) {
            return;
        }
        List<String> command =
                system.contains("mac")
                        ? List.of("open", url)
                        : system.contains("win")
                                ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
                                : List.of("xdg-open", url);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            System.out.println("No browser could be started; open the address above yourself.");
        }
    }
}
