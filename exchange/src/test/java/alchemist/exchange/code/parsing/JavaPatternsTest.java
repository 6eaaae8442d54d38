package alchemist.exchange.code.parsing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaPatternsTest {
    private static String plain(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(JavaPatterns.plain(bytes), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "x instanceof A.B(int i)|x instanceof   B(int i)",
                "x instanceof a.b.C<D>(var d) && y|x instanceof     C<D>(var d) && y",
                "x instanceof A . B (E.F e)|x instanceof     B (E.F e)",
                "case A.B(C.D(int i), E.F _, final G g) when i > 0 ->"
                        + "|case   B(  D(int i), E.F _, final G g) when i > 0 ->",
                "case A.B() ->|case   B() ->",
                "case Å.B(int i) ->|case    B(int i) ->",
                "case A.B _, C.D _ -> 1;|case A.B _        -> 1;",
                "case A _, C.D(int _) : f();|case A _             : f();",
                "try (this) { }|try (self) { }",
                "try (this; other) { }|try (self; other) { }",
            })
    void isWrittenInWordsThatTheGrammarHas(String text, String plain) {
        assertEquals(plain, plain(text));
    }

    @Test
    void linesStayWhereTheyAre() {
        assertEquals("case  \n B(int i)", plain("case A\n.B(int i)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case A.B -> c.d(e);",
                "case A, B.C -> d;",
                "case null, default -> d;",
                "case 1, 2: f(a.b(c));",
                "case \"a\", 'b' -> d;",
                "x instanceof A.B && c.d(e)",
                "x instanceof A.B<C, D> b",
                "x instanceof A.B[]",
                "instanceof",
                "case A<",
                "case A.",
                "lowercase.case_(a.b(c));",
                "try (a.b(this)) {}",
                "try (this.a) {}",
                "",
            })
    void whatTheGrammarHasOrNobodyUnderstandsStaysAsItIs(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertSame(bytes, JavaPatterns.plain(bytes));
    }
}
