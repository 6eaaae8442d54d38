package alchemist.engine.keys;

import alchemist.engine.workspace.Sealer;
import alchemist.kernel.Command;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Seals every personal value of a command, however deep it is, with the keys of a workspace. */
public final class PersonalSealer implements Sealer {
    private final KeyStore keys;

    /** A sealer with these keys. */
    public PersonalSealer(KeyStore keys) {
        this.keys = keys;
    }

    @Override
    public Submission seal(Submission submission) {
        Command command = submission.command();
        return command.schema().holdsValues()
                ? new Submission(submission.envelope(), sealed(command.schema(), command))
                : submission;
    }

    @SuppressWarnings("unchecked") // a command's schema() is the schema of its own class
    private <T extends Command> T sealed(Schema<T> schema, Command command) {
        return schema.mapValues((T) command, this::seal);
    }

    @Override
    public void makeDurable() throws IOException {
        keys.makeDurable();
    }

    private Value seal(Value value) {
        return switch (value) {
            case Value.Personal personal -> keys.seal(personal);
            case Value.ListOf list -> seal(list);
            case Value.MapOf map -> seal(map);
            default -> value;
        };
    }

    private Value seal(Value.ListOf list) {
        List<Value> values = list.values();
        List<Value> sealed = null;
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            Value after = seal(value);
            if (isOther(value, after)) {
                sealed = sealed == null ? new ArrayList<>(values) : sealed;
                sealed.set(i, after);
            }
        }
        return sealed == null ? list : new Value.ListOf(sealed);
    }

    private Value seal(Value.MapOf map) {
        Properties sealed = map.entries().map(this::seal);
        return isOther(map.entries(), sealed) ? new Value.MapOf(sealed) : map;
    }

    @SuppressWarnings("ReferenceEquality") // the same object where nothing was sealed
    private static boolean isOther(Object before, Object after) {
        return before != after;
    }
}
