package alchemist.engine.simulation;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What goes wrong in a world is no news. */
final class Quiet implements BeforeAllCallback, AfterAllCallback {
    /** Kept, else its level is forgotten. */
    private static final Logger ENGINE = Logger.getLogger("alchemist.engine");

    @Override
    public void beforeAll(ExtensionContext context) {
        ENGINE.setLevel(Level.OFF);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ENGINE.setLevel(Level.INFO);
    }
}
