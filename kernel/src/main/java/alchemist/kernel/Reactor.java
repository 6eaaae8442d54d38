package alchemist.kernel;

import java.util.List;

/** Turns events into commands; pure. Named {@code WhenXThenY}. */
public interface Reactor {
    /**
     * The reactor's stored name, such as {@code when-import-applied-then-propose-types}; its
     * commands' client derives from it.
     */
    String name();

    /**
     * The commands that the event calls for, mostly none. Each is sent once, however often the
     * event is delivered.
     */
    List<? extends Command> react(Envelope envelope);
}
