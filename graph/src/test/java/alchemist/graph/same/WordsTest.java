package alchemist.graph.same;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of two names is the same, however they are written. */
class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "order_items, order item",
        "OrderItem, order item",
        "'Order  items', order item",
        "HTTPServers, http server",
        "Item2Orders, item2 order",
        "Categories, category",
        "ties, tie",
        "axes, axe",
        "Addresses, address",
        "wishes, wish",
        "branches, branch",
        "boxes, box",
        "OrderStatus, order status",
        "Analysis, analysis",
        "Boss, boss",
        "gas, gas",
        "Zoë, zoe",
        "items-of-orders, items of order",
        "'--', ''",
    })
    void aNameIsItsWordsTheLastInSingular(String name, String words) {
        assertEquals(words, Words.of(name));
    }

    @Test
    void theWordsOfAPersonStayAsTheyAre() {
        assertEquals(List.of("james", "brooks"), Words.list("James BROOKS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "item", "123", "api"})
    void whatManyThingsAreCalledSaysLittle(String words) {
        assertTrue(Words.sayLittle(words));
    }

    @Test
    void aWordOfItsOwnSaysEnough() {
        assertFalse(Words.sayLittle("invoice"));
        assertFalse(Words.sayLittle("sku"));
        assertFalse(Words.sayLittle("order item"));
        assertTrue(Words.areSeveral("order item"));
        assertFalse(Words.areSeveral("invoice"));
    }
}
