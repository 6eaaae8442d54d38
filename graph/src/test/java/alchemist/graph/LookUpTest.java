package alchemist.graph;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.graph.read.NodePage;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpTest {
    private static final Id ANN = Id.of("person", "ann");

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);
    private final Map<Id, String> keys = new HashMap<>();

    @BeforeEach
    void someFiles() {
        Id shop = group("shop", Id.NONE);
        Id api = group("api", shop);
        Id front = group("front", shop);
        add("shop/api/models.py", "models.py", api);
        add("shop/front/models.py", "models.py", front);
        add("shop/api/test_models.py", "test_models.py", api);
        add("commit", "Optimize a query of the \"Get Pings\" call", Id.NONE);
        add("@shop/api", "@shop/api", Id.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/api/models.py",
                "api/models.py",
                "./Shop/API/models.py",
                "/api/models.py"
            })
    void findsAFileByItsPath(String path) {
        assertEquals("shop/api/models.py", found(path).getFirst());
    }

    @Test
    void findsByTheBeginningOfTheLastNameOfAPath() {
        assertEquals(List.of("shop/front/models.py"), found("front/mod"));
        assertEquals(List.of("shop/api/models.py", "shop/api/test_models.py"), found("api/mod"));
    }

    @Test
    void findsWhatHasThePathForItsNameBeforeWhatLiesThere() {
        assertEquals(List.of("@shop/api", "api"), found("shop/api"));
        assertEquals(List.of("api"), found("shop/api/"));
    }

    @Test
    void findsWhatLiesThereBeforeASentenceThatSpeaksOfThePath() {
        add("merge", "Merge pull request #7 from fork/shop/api", Id.NONE);
        assertEquals(List.of("@shop/api", "api", "merge"), found("shop/api"));
    }

    @Test
    void takesSignsBeforeANameForNoPartOfIt() {
        add("workflows", ".github", Id.NONE);
        add("help", "github help", Id.NONE);
        assertEquals(List.of("workflows", "help"), found("github"));
    }

    @Test
    void findsNothingByAPathThatLeadsElsewhere() {
        assertEquals(List.of(), found("back/models.py"));
        assertEquals(List.of(), found("other/shop/api/models.py"));
    }

    @Test
    void findsANameThatHoldsAllWordsInAnyOrder() {
        assertEquals(List.of("commit"), found("pings optimize"));
        assertEquals(List.of(), found("pings optimise"));
    }

    @ParameterizedTest
    @CsvSource({
        "modles.py, shop/api/models.py", // two in the wrong order
        "modls, shop/api/models.py", // one is missing
        "moddels, shop/api/models.py", // one too many
        "modals, shop/api/models.py", // another one
        "test_moduls.py, shop/api/test_models.py",
        "tset_modles.py, shop/api/test_models.py",
        "frnot, front",
    })
    void findsWhatIsSpeltNearlySoWhereNothingElseIs(String typed, String meant) {
        assertEquals(meant, found(typed).getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"apj", "madels!", "mdoles.yp", "ledger"})
    void takesWhatIsTooShortOrTooFarForNothing(String typed) {
        assertEquals(List.of(), found(typed));
    }

    @Test
    void guessesNothingWhereSomethingIsFound() {
        add("model", "modell", Id.NONE);
        assertEquals(List.of("model"), found("modell"));
    }

    @Test
    void findsWhatIsOfTheWholeBeforeWhatIsOfItsParts() {
        Id api = Id.of("node", "api");
        Id shop = Id.of("node", "shop");
        add("shop/api/README.md", "README.md", api);
        add("shop/README.md", "README.md", shop);
        assertEquals(List.of("shop/README.md", "shop/api/README.md"), found("README.md"));
        assertEquals(List.of("shop/README.md", "shop/api/README.md"), found("readme"));
        assertEquals(List.of("shop/api/README.md"), found("api/readme.md"));
    }

    @Test
    void findsAFileByItsNameWithoutItsEndingBesideWhatIsCalledJustSo() {
        Id shop = Id.of("node", "shop");
        add("heading", "Style", shop);
        add("method", "style", Id.of("node", "api"));
        add("shop/STYLE.md", "STYLE.md", shop);
        assertEquals(List.of("shop/STYLE.md", "heading", "method"), found("STYLE"));
        assertEquals(List.of("heading", "shop/STYLE.md", "method"), found("Style"));
        assertEquals(List.of("shop/STYLE.md"), found("STYLE.md"));
        assertEquals(List.of("heading", "shop/STYLE.md", "method"), found("style"));
    }

    @Test
    void takesCapitalsThatAreWrittenForMeant() {
        add("library", "orders", Id.NONE);
        add("class", "Orders", Id.of("node", "api"));
        assertEquals(List.of("class", "library"), found("Orders"));
        assertEquals(List.of("library", "class"), found("orders"));
    }

    @Test
    void whereNothingIsCalledSoFindsWhatIsDescribedInTheseWords() {
        describe("shop/api/models.py", "Keeps the orders of customers; reorders nothing.");
        describe("shop/front/models.py", "Orders kept for customers");
        describe("commit", "Records");
        assertEquals(
                List.of("shop/front/models.py", "shop/api/models.py"), found("orders, customers"));
        assertEquals(List.of("shop/front/models.py"), found("Orders kept for the customer"));
        assertEquals(
                List.of("shop/api/models.py", "shop/front/models.py"),
                found("the orders of customers"));
        assertEquals(List.of("shop/api/models.py"), found("keeps reorder"));
        assertEquals(NodePage.By.DESCRIPTION, by("customers"));
        assertEquals(NodePage.By.NAME, by("query optimize"));
        describe("shop/api/test_models.py", "Tries how to optimize a query");
        assertEquals(List.of("shop/api/test_models.py", "commit"), found("query optimize"));
        assertEquals(List.of("commit"), found("record"), "in another order of words and names");
        assertEquals(NodePage.By.NAME, by("models"));
        assertEquals(NodePage.By.NAME, by("the of"));
        assertEquals(NodePage.By.NAME, by(""));
        feed.record(Events.denied(ANN, "commit", "description"));
        assertEquals(List.of(), found("records"));
    }

    @Test
    void whatIsSpeltNearlySoComesAfterWhatIsDescribedSo() {
        assertEquals(NodePage.By.SPELLING, by("modles"));
        describe("commit", "About modles");
        assertEquals(List.of("commit"), found("modles"));
        feed.record(Events.withdrawn(ANN, "commit"));
        assertEquals(NodePage.By.SPELLING, by("modles"));
    }

    private void describe(String node, String said) {
        feed.record(Events.described(ANN, node, "description", Value.text(said)));
    }

    private NodePage.By by(String text) {
        return view.now().nodes("", text, 10, "").by();
    }

    private List<String> found(String text) {
        return view.now().nodes("", text, 10, "").items().stream()
                .map(NodeSummary::id)
                .map(id -> requireNonNull(keys.get(id)))
                .toList();
    }

    private Id known(String key) {
        Id id = Id.of("node", key);
        keys.put(id, key);
        return id;
    }

    private Id group(String name, Id within) {
        Id id = known(name);
        feed.record(
                new GroupFormed(
                        id, ANN, Value.text(name), List.of("Folder"), Properties.NONE, within, 0));
        return id;
    }

    private void add(String key, String name, Id group) {
        feed.record(
                new NodeAdded(
                        known(key),
                        ANN,
                        Value.text(name),
                        List.of("File"),
                        Properties.NONE,
                        group,
                        0));
    }
}
