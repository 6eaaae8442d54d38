package alchemist.server.serving;

import alchemist.gateway.Damage;
import alchemist.log.CorruptLog;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds damage to a log behind the failure of an answer. */
final class DamagedLogs implements Damage.Finder {
    @Override
    public Optional<Damage> apply(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CorruptLog found) {
                return Optional.of(
                        new Damage(
                                found.file(), found.offset(), String.valueOf(found.getMessage())));
            }
        }
        return Optional.empty();
    }
}
