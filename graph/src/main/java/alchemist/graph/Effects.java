package alchemist.graph;

import alchemist.graph.read.CommandRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which command led to which. */
final class Effects {
    private Effects() {}

    static Optional<CommandRead> command(Moment moment, long position) {
        int commands = moment.published.commands();
        if (commands == 0 || position < 1 || position > moment.position) {
            return Optional.empty();
        }
        return Optional.of(read(moment, moment.store.commands.of((int) position, commands)));
    }

    static List<CommandRead> of(Moment moment, long position) {
        Commands commands = moment.store.commands;
        int count = moment.published.commands();
        List<CommandRead> effects = new ArrayList<>();
        if (count == 0 || position < 1 || position > moment.position) {
            return effects;
        }
        int command = commands.of((int) position, count);
        int first = commands.firstPosition(command);
        int last = commands.lastPosition(command);
        for (int i = command + 1; i < count && commands.firstPosition(i) <= moment.position; i++) {
            if (commands.cause(i) >= first && commands.cause(i) <= last) {
                effects.add(read(moment, i));
            }
        }
        return effects;
    }

    private static CommandRead read(Moment moment, int command) {
        Commands commands = moment.store.commands;
        return new CommandRead(
                commands.firstPosition(command),
                commands.lastPosition(command),
                commands.cause(command),
                commands.recordedAt(command),
                commands.effectiveAt(command));
    }
}
