package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.graph.read.Display;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is shown of names and values with sealed parts. */
class NameTextTest {
    private static final Id ADA = Id.of("person", "ada");
    private static final Id BEN = Id.of("person", "ben");

    private final Vault vault = new Vault();
    private final NameText text = new NameText(vault, People.STRANGERS);

    @Test
    void aNameIsShownWithItsSealedPartsOpened() {
        assertEquals(new Display("Main.java", false), text.display(Value.text("Main.java")));
        assertEquals(new Display("Ada", false), text.display(vault.seal(ADA, "Ada")));
        assertEquals(new Display("Ada (Ben)", false), text.display(both()));
        assertEquals(Display.NONE, text.display(Value.NULL));
    }

    @Test
    void whatCanNoLongerBeOpenedIsMarkedAndTheRestIsShown() {
        vault.erase(ADA);
        assertEquals(new Display("(erased)", true), text.display(vault.seal(ADA, "Ada")));
        assertEquals(new Display("(erased) (Ben)", true), text.display(both()));
        assertEquals(new Display("(erased)", true), text.display(new Value.Erased(BEN)));
    }

    @Test
    void ofANameTheTextsAreNoSecret() {
        assertEquals("Main.java", NameText.plain(Value.text("Main.java")));
        assertEquals(" ()", NameText.plain(both()));
        assertEquals("", NameText.plain(vault.seal(ADA, "Ada")));
    }

    @Test
    void aNameIsReadableAsFarAsItIsOfTheseAndCanBeOpened() {
        assertEquals("Ada (Ben)", text.readable(both(), Set.of(ADA, BEN)));
        assertEquals("Ada ()", text.readable(both(), Set.of(ADA)));
        vault.erase(ADA);
        assertEquals(" (Ben)", text.readable(both(), Set.of(ADA, BEN)));
        assertEquals("", text.readable(new Value.Erased(BEN), Set.of(BEN)));
    }

    @Test
    void aValueIsOpenedHoweverDeepItsSealedPartsLie() {
        Value mail = vault.seal(ADA, "ada@engine.example");
        Value deep =
                new Value.ListOf(
                        List.of(
                                Value.integer(1),
                                new Value.MapOf(Properties.of("mail", mail)),
                                vault.seal(BEN, "ben")));
        assertEquals(
                new Value.ListOf(
                        List.of(
                                Value.integer(1),
                                new Value.MapOf(
                                        Properties.of("mail", Value.text("ada@engine.example"))),
                                Value.text("ben"))),
                text.open(deep));
        vault.erase(ADA);
        assertEquals(
                new Value.ListOf(
                        List.of(
                                Value.integer(1),
                                new Value.MapOf(Properties.of("mail", new Value.Erased(ADA))),
                                Value.text("ben"))),
                text.open(deep));
        assertEquals(new Value.Erased(ADA), text.open(mail));
    }

    @Test
    void aPersonIsCalledByTheNodeElseAsIsKnownElseByTheIdAndNeverWhenErased() {
        People known = new Known(BEN, "known as Ada");
        NameText people = new NameText(vault, known);
        assertEquals("Ada", people.person(ADA, new Display("Ada", false)));
        assertEquals("known as Ada", people.person(ADA, Display.NONE));
        assertEquals("erased person", people.person(ADA, new Display("(erased)", true)));
        assertEquals("erased person", people.person(BEN, new Display("Ben", false)));
        assertEquals("person " + ADA.toString().substring(0, 6), text.person(ADA, Display.NONE));
    }

    private Value both() {
        return new Value.ListOf(
                List.of(
                        vault.seal(ADA, "Ada"),
                        Value.text(" ("),
                        vault.seal(BEN, "Ben"),
                        Value.text(")")));
    }
}
