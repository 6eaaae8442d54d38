package alchemist.exchange.code.parsing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CSharpBranchesTest {
    private static String first(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(CSharpBranches.first(bytes), StandardCharsets.UTF_8);
    }

    @Test
    void theFirstBranchStays() {
        assertEquals("     \na\n     \n \n      \n", first("#if X\na\n#else\nb\n#endif\n"));
    }

    @Test
    void othersAreLeftOutWithWhatIsChosenInThem() {
        String text = "a\n#if X\nb\n  # elif Y\n#if Z\nc\n#endif\nd\n#else\ne\n#endif\nf\n";
        String plain = first(text);
        assertEquals("a b f", plain.strip().replaceAll("\\s+", " "));
        assertEquals(text.length(), plain.length());
        assertEquals(text.lines().count(), plain.lines().count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "class A; int b;|class A{}int b;",
                "struct A<B>(C d) : E(d); // f|struct A<B>(C d) : E(d){}// f",
                "void F() where G : class; int h;|void F() where G : class; int h;",
                "class A { int b; }|class A { int b; }",
                "class A;|class A;",
            })
    void typesGetABodyWhereThereIsRoom(String text, String plain) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertEquals(plain, new String(CSharpBranches.withBodies(bytes), StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNotEndedOrNotBegunIsNoChoice() {
        assertEquals("a", first("#endif\na\n#else\n#if X\n").strip());
        assertEquals("a\n#region b\n", first("a\n#region b\n"));
    }
}
