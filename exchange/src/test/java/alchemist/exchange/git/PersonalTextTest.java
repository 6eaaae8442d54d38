package alchemist.exchange.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PersonalTextTest {
    private static PersonalText people() {
        People people = new People(Id::of);
        people.add("Ada Lovelace", "ada@example.org");
        people.add("Ada", "ada@example.org");
        people.add("Jean-Luc O'Neil", "jl@example.org");
        people.add("Ng", "ng@example.org");
        people.add("李小龍", "bruce@localhost");
        people.add("Émile", "emile@example.org");
        return people.text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thanks to Ada Lovelace!|Thanks to [Ada Lovelace]!",
                "ada LOVELACE|[ada LOVELACE]",
                "Ada, not ada|[Ada], not ada",
                "Adam and Canada and Ada_x|Adam and Canada and Ada_x",
                "Ada-Lovelace|[Ada]-Lovelace",
                "by Jean-Luc O'Neil.|by [Jean-Luc O'Neil].",
                "Ng is too short|Ng is too short",
                "見 李小龍 了|見 [李小龍] 了",
                "Émile Émiles|[Émile] Émiles",
                "write ada@example.org, bob.b+c@sub.example.com.|write [ada@example.org], [bob.b+c@sub.example.com].",
                "ADA@EXAMPLE.ORG|[ADA@EXAMPLE.ORG]",
                "bruce@localhost other@localhost|[bruce@localhost] other@localhost",
                "<ada@example.org>|<[ada@example.org]>",
                "git@github.com:x/y and package@1.2.3|git@github.com:x/y and package@1.2.3",
                "@mention and a @ b|@mention and a @ b",
            })
    void findsPeople(String text, String marked) {
        assertEquals(marked, marked(people().of(text)));
    }

    @Test
    void knowsWhoseItIs() {
        Value ada = new Value.Personal(Id.of("person", "ada@example.org"), "Ada Lovelace");
        assertEquals(ada, people().of("Ada Lovelace"));
        assertEquals(
                new Value.ListOf(
                        List.of(
                                new Value.Personal(
                                        Id.of("person", "x@example.com"), "x@example.com"),
                                Value.text(" "),
                                ada)),
                people().of("x@example.com Ada Lovelace"));
    }

    @Test
    void aNameOfSeveralIsOfTheOneWhoUsesItMost() {
        People people = new People(Id::of);
        people.add("Sam Smith", "one@example.org");
        people.add("Sam Smith", "two@example.org");
        people.add("Sam Smith", "two@example.org");
        assertEquals(
                new Value.Personal(Id.of("person", "two@example.org"), "Sam Smith"),
                people.text().of("Sam Smith"));
    }

    @Test
    void longTextsTakeNoLongTime() {
        String text = "a@".repeat(200_000) + "x".repeat(200_000) + "@";
        assertEquals(Value.text(text), people().of(text));
    }

    private static String marked(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Personal(Id _, String text) -> "[" + text + "]";
            case Value.ListOf list ->
                    list.values().stream()
                            .map(PersonalTextTest::marked)
                            .collect(Collectors.joining());
            default -> throw new AssertionError(value);
        };
    }
}
