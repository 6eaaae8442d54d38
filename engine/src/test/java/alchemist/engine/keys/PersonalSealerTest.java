package alchemist.engine.keys;

import static alchemist.engine.Ledgers.A;
import static alchemist.engine.Ledgers.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import alchemist.engine.Ledgers;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.OpenAccount;
import alchemist.kernel.Command;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.Value.ListOf;
import alchemist.kernel.value.Value.MapOf;
import alchemist.kernel.value.Value.Personal;
import alchemist.testkit.disk.SimulatedDisk;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PersonalSealerTest {
    private KeyStore keys;
    private PersonalSealer sealer;

    @BeforeEach
    void open() throws Exception {
        keys = KeyStore.open(new SimulatedDisk(1), Path.of("/keys"), new SplittableRandom(1));
        sealer = new PersonalSealer(keys);
    }

    private Value sealed(Value owner) {
        Submission submission = sealer.seal(Ledgers.of(new OpenAccount(A, owner)));
        return assertInstanceOf(OpenAccount.class, submission.command()).owner();
    }

    @Test
    void sealsWhatIsPersonal() {
        Value.Sealed sealed =
                assertInstanceOf(Value.Sealed.class, sealed(new Personal(ANN, "Ann")));

        assertEquals("Ann", keys.open(sealed).orElseThrow());
    }

    @Test
    void sealsWhatIsPersonalInsideListsAndMaps() {
        Personal ann = new Personal(ANN, "Ann");
        Value sealed = keys.seal(ann);

        assertEquals(
                new ListOf(
                        List.of(
                                Value.text("by"),
                                new MapOf(
                                        Properties.of(
                                                "author",
                                                new ListOf(List.of(sealed)),
                                                "year",
                                                Value.integer(2020))))),
                sealed(
                        new ListOf(
                                List.of(
                                        Value.text("by"),
                                        new MapOf(
                                                Properties.of(
                                                        "author",
                                                        new ListOf(List.of(ann)),
                                                        "year",
                                                        Value.integer(2020)))))));
    }

    /** A command with properties, whose values are handed over whole. */
    record Note(Properties properties) implements Command {
        static final Schema<Note> SCHEMA =
                Schema.<Note>record("test.note", 1, "Notes something")
                        .properties(1, "properties", "what is noted", Note::properties)
                        .make(s -> new Note(s.properties(1)));

        @Override
        public Schema<Note> schema() {
            return SCHEMA;
        }
    }

    private Properties noted(Value value) {
        Submission submission = sealer.seal(Ledgers.of(new Note(Properties.of("v", value))));
        return assertInstanceOf(Note.class, submission.command()).properties();
    }

    @Test
    void sealsWhatIsPersonalDeepInsideProperties() {
        Personal ann = new Personal(ANN, "Ann");
        Value plain =
                new ListOf(
                        List.of(
                                Value.text("by"),
                                new MapOf(Properties.of("year", Value.integer(2020)))));

        assertEquals(
                Properties.of(
                        "v",
                        new ListOf(
                                List.of(
                                        Value.text("by"),
                                        new MapOf(Properties.of("a", keys.seal(ann)))))),
                noted(new ListOf(List.of(Value.text("by"), new MapOf(Properties.of("a", ann))))));
        assertEquals(Properties.of("v", plain), noted(plain));
    }

    @Test
    void leavesWhatIsNotPersonalAsItIs() {
        Value list = new ListOf(List.of(Value.text("by")));
        Value map = new MapOf(Properties.of("year", Value.integer(2020)));
        Submission deposit = Ledgers.of(new Deposit(A, 5));

        assertSame(list, sealed(list));
        assertSame(map, sealed(map));
        assertSame(deposit, sealer.seal(deposit));
    }
}
