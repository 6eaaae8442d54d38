package alchemist.exchange.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.ReadingFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "., Here, .",
        "/a/b, Here, b",
        "/a/none.zip, Here, none.zip",
        "https://example.org/a/graph.json, WebFile, graph.json",
        "https://example.org, WebFile, example.org",
        "http://example.org/x.git, Repository, x",
        "https://example.org/x.git/, Repository, x",
        "https://github.com/undertow-io/undertow, Repository, undertow",
        "https://github.com/undertow-io/undertow/blob/main/README.md, WebFile, README.md",
        "git+https://example.org/team/shop, Repository, shop",
        "ssh://git@example.org/team/shop.git, Repository, shop",
        "git@example.org:team/shop.git, Repository, shop",
        "file:///srv/shop.git, Repository, shop"
    })
    void isToldApart(String text, String kind, String label) throws ReadingFailed {
        Address address = Address.of(text);
        assertEquals(kind, address.getClass().getSimpleName());
        assertEquals(label, address.label());
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.org/x, is not read",
        "https://user:secret@example.org/x.git, name or password",
        "ssh://git:secret@example.org/x.git, a password",
        "https:///x, names no host",
        "ssh:///x, names no host",
        "https://exa mple.org/, is no address"
    })
    void whatIsNoneIsRefused(String text, String why) {
        ReadingFailed refused = assertThrows(ReadingFailed.class, () -> Address.of(text).text());
        assertTrue(refused.what().contains(why), refused::what);
    }

    @Test
    void aHostThatIsNamedLikeACommandIsOne() throws ReadingFailed {
        assertEquals("-x", ((Address.Repository) Address.of("a@-x:y")).host());
    }
}
