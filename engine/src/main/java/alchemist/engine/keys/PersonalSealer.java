package alchemist.engine.keys;

import alchemist.engine.workspace.Sealer;
import alchemist.kernel.Command;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Value;
import alchemist.log.Finding;
import java.io.IOException;
import java.util.List;

/** Seals every personal value of a command, however deep it is, with the keys of a workspace. */
public final class PersonalSealer implements Sealer {
    private final KeyStore keys;

    /** A sealer with these keys. */
    public PersonalSealer(KeyStore keys) {
        this.keys = keys;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the schema returns what it leaves alone
    public Submission seal(Submission submission) {
        Command command = submission.command();
        Command sealed = sealed(command.schema(), command);
        return sealed == command ? submission : new Submission(submission.envelope(), sealed);
    }

    @SuppressWarnings("unchecked") // a command's schema() is the schema of its own class
    private <T extends Command> T sealed(Schema<T> schema, Command command) {
        return schema.mapValues((T) command, this::seal);
    }

    @Override
    public void makeDurable() throws IOException {
        keys.makeDurable();
    }

    @Override
    public boolean isReadOnly() {
        return keys.isReadOnly();
    }

    @Override
    public List<Finding> findings() {
        return keys.findings();
    }

    /** The schema hands over what lists and maps hold piece by piece. */
    private Value seal(Value value) {
        return value instanceof Value.Personal personal ? keys.seal(personal) : value;
    }
}
