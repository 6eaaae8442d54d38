package alchemist.graph.same;

import static alchemist.graph.same.Sketch.parts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.graph.read.Suggestion;
import alchemist.kernel.Id;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each rule takes for the same thing, and what it leaves alone. */
class RulesTest {
    private final Sketch sketch = new Sketch();

    private void person(String key, String name, String email) {
        sketch.add(key, name, "Person", "email", email);
    }

    private void suggests(String... all) {
        assertEquals(List.of(all), sketch.suggested());
    }

    @Test
    void peopleAreTheSameByNameOrByTheirAddress() {
        person("1", "Zoë Q. Park", "zoe@a.example");
        person("2", "Zoe Q Park", "12+zoe@users.noreply.github.com");
        person("3", "quinn77", "quinn77@b.example");
        person("4", "Quinn Ode", "quinn77@c.example");
        person("5", "build bot", "quinn77@d.example");
        suggests("person 97 Zoë Q. Park = Zoe Q Park", "person 85 quinn77 = Quinn Ode");
    }

    @Test
    void peopleOfAFirstNameOrASharedAddressAreSeveral() {
        person("1", "Felix", "felix.a@a.example");
        person("2", "Felix", "felix77@b.example");
        person("3", "Ann Ash", "support@a.example");
        person("4", "Bo Birch", "support@b.example");
        person("5", "Max Moor", "maxime@a.example");
        person("6", "Max Berg", "maxime@b.example");
        suggests();
    }

    @Test
    void peopleOfOneTableAreSeveralThoughTheirNamesAreTheSame() {
        Id table = sketch.group("t", "people", "Table", "rows", 2);
        sketch.addIn(table, "1", "Ann Ash", "Person");
        sketch.addIn(table, "2", "Ann Ash", "Person");
        suggests();
        sketch.addIn(table, "3", "Bea Oak", "Person", "email", "bea@a.example");
        sketch.add("4", "B. Oak", "Person", "mail", "Bea@a.example");
        suggests("person 98 Bea Oak = B. Oak");
    }

    @Test
    void aNameOfNinePeopleTellsNothing() {
        for (int i = 0; i < 9; i++) {
            person("p" + i, "Kim Lee", "k" + i + "@a.example");
        }
        suggests();
    }

    @Test
    void addressesDifferOnlyInHowTheyAreWritten() {
        sketch.add("1", "a", "Web page", "url", "http://www.a.example:80/x/index.html");
        sketch.add("2", "b", "Web page", "url", "https://A.example/x/");
        sketch.add("3", "c", "Web page", "url", "https://a.example/X/");
        sketch.add("4", "d", "Web page", "url", "https://a.example/x/?q");
        suggests("address 97 b = a");
    }

    @Test
    void aTypeIsDefinedInSeveralNotations() {
        sketch.add(
                "1",
                "shop.order_items",
                "Table",
                "path",
                "db/a.sql",
                "columns",
                parts("id INT", "price INT"));
        sketch.group("2", "OrderItem", "Class", "path", "src/OrderItem.java");
        sketch.add(
                "3",
                "OrderItem",
                "Object type",
                "path",
                "a.graphqls",
                "fields",
                parts("id", "price"));
        suggests(
                "definition 97 shop.order_items = OrderItem",
                "definition 90 OrderItem = shop.order_items");
    }

    @Test
    void whatATestDefinesIsNotMeantElsewhere() {
        sketch.add("1", "LoanRequest", "Schema", "path", "src/tests/api.yaml");
        sketch.group("2", "LoanRequest", "Class", "path", "src/LoanRequest.java");
        suggests();
        sketch.add("3", "LoanRequest", "Schema", "path", "src/api.yaml");
        suggests("definition 90 LoanRequest = LoanRequest");
    }

    @Test
    void ofANotationWithTwoOfANameNobodyKnowsWhichIsMeant() {
        sketch.add("1", "Invoice", "Schema", "path", "a.yaml");
        sketch.group("2", "Invoice", "Class", "path", "a/Invoice.java");
        sketch.group("3", "Invoice", "Class", "path", "b/Invoice.java");
        suggests();
    }

    @Test
    void definitionsWhosePartsDifferAreSeveral() {
        sketch.add("1", "Invoice", "Schema", "path", "a.yaml", "fields", parts("a", "b", "c"));
        sketch.add("2", "Invoice", "Message", "path", "a.proto", "fields", parts("x", "y", "z"));
        suggests();
    }

    @Test
    void aListOfValuesIsNoTypeWithParts() {
        sketch.add("1", "TestResult", "Object type", "path", "a.graphqls");
        sketch.group("2", "TestResult", "Enumeration", "path", "a/TestResult.java");
        suggests();
    }

    @Test
    void aPlainNameInFoldersThatHaveNothingToDoWithOneAnotherIsSeveral() {
        sketch.add("1", "Condition", "Schema", "path", "search/api.yaml");
        sketch.group("2", "Condition", "Class", "path", "loans/Condition.java");
        sketch.add("3", "Permit", "Schema", "path", "loans/api.yaml");
        sketch.group("4", "Permit", "Class", "path", "loans/Permit.java");
        suggests("definition 82 Permit = Permit");
    }

    @Test
    void codeOfTwoLanguagesIsTheSameByNamesOfSeveralWordsOnly() {
        sketch.group("1", "OrderLine", "Record", "path", "a/OrderLine.java");
        sketch.group("2", "OrderLine", "Interface", "path", "web/a.ts");
        sketch.group("3", "Shape", "Record", "path", "a/Shape.java");
        sketch.group("4", "Shape", "Interface", "path", "web/a.ts");
        sketch.group("5", "PageList", "Record", "path", "a/PageList.java");
        sketch.group("6", "PageLists", "Interface", "path", "web/a.ts");
        sketch.group("7", "OrderLine", "Class", "path", "a/test/x.py");
        sketch.group("8", "PageTurner", "Class", "path", "a/PageTurner.java");
        sketch.group("9", "PageTurner", "Class", "path", "web/a.ts");
        suggests("definition 80 OrderLine = OrderLine");
    }

    @Test
    void aMessageIsCopiedIntoSeveralFiles() {
        for (String path : List.of("a/x.proto", "b/x.proto")) {
            sketch.add(
                    path,
                    "Money",
                    "Message",
                    "path",
                    path,
                    "full name",
                    "shop.Money",
                    "fields",
                    parts("units", "nanos"));
        }
        sketch.add("3", "Money", "Message", "path", "c.proto", "full name", "bank.Money");
        suggests("definition 97 Money = Money");
    }

    @Test
    void aDrawnTypeIsOneInAllDiagramsOfAPage() {
        for (String diagram : List.of("one", "two")) {
            Id drawing = sketch.group(diagram, diagram, "Diagram", "path", "src/a.md");
            sketch.addIn(drawing, diagram + "1", "Borrower", "Entity", "line", 3);
            sketch.addIn(drawing, diagram + "2", "Start", "Start");
        }
        sketch.group("c", "Borrower", "Class", "path", "src/Borrower.java");
        suggests("drawing 90 Borrower = Borrower", "definition 82 Borrower = Borrower");
    }

    @Test
    void whatDiagramsOfUnknownPagesDrawIsNotTakenForOne() {
        for (String diagram : List.of("one", "two")) {
            Id drawing = sketch.group(diagram, diagram, "Diagram");
            sketch.addIn(drawing, diagram + "1", "Mail box", "Step");
            sketch.addIn(drawing, diagram + "2", "Borrower", "Entity");
        }
        sketch.group("c", "Borrower", "Class", "path", "src/Borrower.java");
        suggests();
    }

    @Test
    void whatIsDrawnIsToldWithItsLineWhereItHasOne() {
        for (String diagram : List.of("one", "two")) {
            Id drawing = sketch.group(diagram, diagram, "Diagram", "path", "docs/a.md");
            sketch.addIn(drawing, diagram + "1", "Mail box", "Step");
        }
        sketch.addIn(
                sketch.group("three", "three", "Diagram", "path", "docs/a.md"),
                "31",
                "Mail box",
                "Mailer",
                "line",
                7);
        suggests("drawing 90 Mail box = Mail box", "drawing 80 Mail box = Mail box");
        assertEquals(
                List.of(
                        List.of("Step 'Mail box'", "Step 'Mail box'"),
                        List.of("Step 'Mail box'", "Mailer 'Mail box', line 7")),
                sketch.sameness.suggestions("", 0, 9, "").suggestions().stream()
                        .map(Suggestion::evidence)
                        .toList());
    }

    @Test
    void whatADiagramDrawsTwiceIsTwo() {
        Id one = sketch.group("one", "one", "Diagram", "path", "docs/a.md");
        Id two = sketch.group("two", "two", "Diagram", "path", "docs/a.md");
        sketch.addIn(one, "1", "Mail box", "Step");
        sketch.addIn(one, "2", "Mail box", "Step");
        sketch.addIn(two, "3", "Mail box", "Step");
        suggests();
    }

    private Id deployment(String key, String name, String path, String image) {
        Id id = sketch.add(key, name, "Deployment", "path", path, "api", "apps/v1");
        sketch.connect(id, "runs", sketch.add(image, image, "Image"));
        return id;
    }

    @Test
    void aDeploymentIsTheSameWhereItRunsTheSameImage() {
        deployment("1", "cart", "k8s/cart.yaml", "cart");
        deployment("2", "cart", "release/all.yaml", "registry.example/shop/cart");
        deployment("3", "cart", "other/all.yaml", "registry.example/bank/cart2");
        suggests("deployment 90 cart = cart");
    }

    @Test
    void aServiceIsTheSameInComposeFilesOfAFolderAndItsModule() {
        sketch.add("1", "cart", "Service", "path", "compose.yaml");
        sketch.add("2", "cart", "Service", "path", "compose.ci.yaml");
        sketch.add("3", "cart", "Service", "path", "examples/x/compose.yaml");
        sketch.add("4", "pay", "Service", "path", "compose.yaml");
        sketch.add("5", "shop/pay", "Module", "path", "src/pay/go.mod", "ecosystem", "go");
        deployment("6", "pay", "k8s/pay.yaml", "pay");
        suggests(
                "deployment 92 cart = cart",
                "deployment 85 pay = pay",
                "deployment 80 shop/pay = pay");
    }

    @Test
    void aWorkloadIsItsModuleWhereNothingElseDeploysIt() {
        sketch.add("1", "pay", "Module", "path", "src/pay/package.json", "ecosystem", "npm");
        deployment("2", "pay", "k8s/pay.yaml", "pay");
        suggests("deployment 80 pay = pay");
    }

    @Test
    void rowsOfTwoTablesAreTheSameWhereEachHasOneOfTheName() {
        Id one = sketch.group("a", "Countries", "Table", "rows", 3);
        Id two = sketch.group("b", "Country", "Table", "rows", 3);
        sketch.addIn(one, "1", "New_Zealand", "Country", "Code", "NZ");
        sketch.addIn(two, "2", "New Zealand", "Country", "Code", "NZ");
        sketch.addIn(one, "3", "Georgia", "Country", "Code", "GE", "Region", "Asia");
        sketch.addIn(two, "4", "Georgia", "Country", "Code", "US", "Region", "America");
        sketch.addIn(one, "5", "Guinea", "Country");
        sketch.addIn(one, "6", "Guinea", "Country");
        sketch.addIn(two, "7", "Guinea", "Country");
        suggests("record 88 New_Zealand = New Zealand");
    }

    @Test
    void rowsAreTheSameByWhatIdentifiesThem() {
        Id one = sketch.group("a", "books", "Table", "rows", 1);
        Id two = sketch.group("b", "loans", "Table", "rows", 1);
        sketch.addIn(one, "1", "Emma", "Book", "isbn", "9780141439587");
        sketch.addIn(two, "2", "Emma (1815)", "Loan", "ISBN", "9780141439587");
        suggests("record 95 Emma = Emma (1815)");
    }

    @Test
    void aNoteThatIsNotWrittenIsWhatItIsCalledLike() {
        sketch.add("1", "graph view", "Unwritten note");
        sketch.group("2", "GraphView", "Class", "path", "src/GraphView.java");
        sketch.add("3", "map view", "Unwritten note");
        sketch.add("4", "map-view.md", "Page", "path", "docs/map-view.md", "title", "Maps");
        sketch.group("5", "MapView", "Class", "path", "src/MapView.java");
        sketch.add("6", "log-view.md", "Page", "path", "docs/log-view.md", "title", "The log view");
        sketch.group("7", "LogView", "Class", "path", "src/LogView.java");
        suggests(
                "note 85 GraphView = graph view",
                "note 85 map-view.md = map view",
                "note 75 LogView = log-view.md");
    }

    @Test
    void anIssueIsTheSameForItsOwnRepositoryAndForAnother() {
        sketch.add("1", "#7", "Issue", "number", 7);
        sketch.add("2", "a/shop#7", "Issue", "number", 7, "project", "github.com/a/shop");
        sketch.add("3", "a/other#7", "Issue", "number", 7, "project", "github.com/a/other");
        suggests("issue 90 #7 = a/shop#7");
        sketch.at("/there/shop.git").add("4", "#7", "Issue", "number", 7);
        suggests();
    }
}
