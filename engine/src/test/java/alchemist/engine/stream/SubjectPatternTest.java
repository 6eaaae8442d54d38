package alchemist.engine.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.kernel.Id;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SubjectPatternTest {
    private static final Id ACCOUNT = new Id(0, 1);
    private static final Booked EVENT = new Booked(ACCOUNT, 5);

    @ParameterizedTest
    @CsvSource({
        "ws.>, true",
        ">, true",
        "*.acme.>, true",
        "ws.acme.>, true",
        "ws.other.>, false",
        "ws.*.ledger.>, true",
        "ws.*.graph.>, false",
        "ws.acme.ledger.00000000000000000000000001.>, true",
        "ws.acme.ledger.00000000000000000000000002.>, false",
        "ws.acme.ledger.*.booked, true",
        "ws.acme.ledger.*.account-opened, false",
        "ws.*.*.*.*, true",
        "ws.acme.ledger.00000000000000000000000001.booked, true",
    })
    void selectsSubjectsAsNatsDoes(String pattern, boolean selected) {
        SubjectPattern parsed = SubjectPattern.parse(pattern);

        assertEquals(selected, parsed.matches("acme", EVENT));
        assertEquals(selected, parsed.matches(Subject.of("acme", EVENT)));
        assertEquals(pattern, parsed.toString());
    }

    @ParameterizedTest
    @CsvSource({"ws.>, true", "ws.acme.ledger.>, true", "ws.other.>, false", ">, true"})
    void knowsWhichWorkspacesItConcerns(String pattern, boolean concerned) {
        assertEquals(concerned, SubjectPattern.parse(pattern).concerns("acme"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ws",
                "ws.acme",
                "ws..>",
                "ws.acme.led*.>",
                "ws.acme.*led.>",
                "ws.acme.>led.>",
                "ws.>.ledger",
                "ws.>.ledger.x.booked",
                "ws.a b.>",
                "ws.a\tb.>",
                "xx.acme.>",
                "ws.acme.ledger.x.booked.>",
                "ws.acme.ledger.x.booked.more"
            })
    void refusesWhatCouldSelectNothing(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> SubjectPattern.parse(pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = "ws.acme.ledger.00000000000000000000000001.booked")
    void writesASubject(String written) {
        assertEquals(written, Subject.of("acme", EVENT).toString());
    }
}
