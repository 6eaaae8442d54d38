package alchemist.exchange.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.FileKeys;
import alchemist.exchange.Place;
import alchemist.exchange.imports.Diff;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.tables.xlsx.TestWorkbook;
import alchemist.kernel.Submission;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TablesReaderTest {
    private static final String CUSTOMERS = "id,name,city\n1,Ada,Paris\n2,Grace,Rome\n3,Alan,\n";
    private static final String ORDERS =
            "order_id,customer_id,total\n10,1,5\n11,1,7.5\n12,3,2\n13,,1\n";

    private final TablesTesting tables = new TablesTesting();
    @TempDir Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aRowIsANodeInItsTablesGroup() throws IOException {
        ImportRun run = tables.read(write("customers.csv", CUSTOMERS));
        assertEquals(Map.of("Table", 1, "customers", 3), tables.types());
        assertEquals(List.of("Ada", "Alan", "Grace"), tables.names());
        assertEquals(Value.integer(1), tables.property("Ada", "id"));
        assertEquals(Value.text("Rome"), tables.property("Grace", "city"));
        assertNull(tables.property("Alan", "city"));
        var group =
                tables.source().nodes.values().stream()
                        .filter(node -> node.formsGroup())
                        .findFirst()
                        .orElseThrow();
        assertEquals(Value.text("customers"), group.name());
        assertEquals(Value.integer(3), group.properties().find("rows"));
        assertEquals(
                Value.texts(List.of("id integer", "name text", "city text")),
                group.properties().find("columns"));
        assertEquals(Value.text("customers.csv"), group.properties().find("file"));
        assertEquals(group.node(), tables.node("Ada").group());
        String notes = TablesTesting.notes(run);
        assertTrue(notes.contains("known by 'id'"), notes);
        assertTrue(notes.contains("id integer; name text; city text"), notes);
    }

    @Test
    void theTablesOfAFolderReferToOneAnother() throws IOException {
        write("customers.csv", CUSTOMERS);
        write("orders.tsv", ORDERS.replace(',', '\t'));
        ImportRun run = tables.read(folder);
        assertEquals(
                List.of("10 -customer-> Ada", "11 -customer-> Ada", "12 -customer-> Alan"),
                tables.edges());
        assertNull(tables.property("10", "customer_id"));
        assertEquals(new Value.Real(5), tables.property("10", "total"));
        assertTrue(TablesTesting.notes(run).contains("column 'customer_id' refers to 'id'"));
        assertEquals(ImportState.UNCHANGED, tables.run(folder).state());
        // Alone, a table has the same rows, and nothing to refer to.
        TablesTesting alone = new TablesTesting();
        alone.read(folder.resolve("orders.tsv"));
        assertEquals(List.of(), alone.edges());
        assertEquals(Value.integer(1), alone.property("10", "customer_id"));
        assertEquals(tables.node("10").node(), alone.node("10").node());
    }

    @Test
    void aValueThatNoRowHasStaysAPropertyAndIsTold() throws IOException {
        write(
                "customers.csv",
                "id,name\n"
                        + IntStream.rangeClosed(1, 40)
                                .mapToObj(i -> i + ",c" + i + "\n")
                                .collect(Collectors.joining()));
        write(
                "orders.csv",
                "id,customer\n"
                        + IntStream.rangeClosed(1, 40)
                                .mapToObj(i -> (100 + i) + "," + (i == 7 ? 999 : i) + "\n")
                                .collect(Collectors.joining()));
        ImportRun run = tables.read(folder);
        assertEquals(Map.of("customer", 39), tables.relations());
        assertEquals(Value.integer(999), tables.property("107", "customer"));
        assertTrue(
                TablesTesting.warnings(run).contains("row 8: '999'"), TablesTesting.warnings(run));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "customers, customer_id, true",
                "Customer, customerId, true",
                "customers, Customer, true",
                "sales-customers, CUSTOMER_ID, true",
                "customers, buyer_id, false",
                "customers, id_customer, false",
                "customers, amount, false",
                "sales-customers, customer, false",
            })
    void aReferenceNeedsANameThatSaysSo(String table, String column, boolean refers)
            throws IOException {
        write(table + ".csv", CUSTOMERS);
        write("orders.csv", "number," + column + "\n7,1\n8,2\n9,2\n");
        tables.read(folder);
        assertEquals(refers ? 3 : 0, tables.source().edges.size(), tables.edges()::toString);
    }

    @Test
    void aReferenceNeedsValuesThatAreThere() throws IOException {
        write("customers.csv", CUSTOMERS);
        write("orders.csv", "number,customer_id\n7,1\n8,200\n9,201\n");
        tables.read(folder);
        assertEquals(Map.of(), tables.relations());
    }

    @Test
    void aRowRefersToItsParent() throws IOException {
        tables.read(write("parts.csv", "id,name,parent_id\n1,Car,\n2,Wheel,1\n3,Tyre,2\n"));
        assertEquals(List.of("Tyre -parent-> Wheel", "Wheel -parent-> Car"), tables.edges());
    }

    @Test
    void aReferenceMayMeanAnotherColumnThanTheKey() throws IOException {
        write("country.csv", "id,code,name\n1,FR,France\n2,IT,Italy\n");
        write("city.csv", "id,name,country\n1,Paris,FR\n2,Rome,IT\n3,Nice,FR\n");
        tables.read(folder);
        assertEquals(
                List.of(
                        "Nice -country-> France",
                        "Paris -country-> France",
                        "Rome -country-> Italy"),
                tables.edges());
    }

    @Test
    void onlyWhatChangesInATableIsRecorded() throws IOException {
        Path file = write("customers.csv", CUSTOMERS);
        assertEquals(new Diff.Count(4, 0), tables.dryRun(file).diff().added());
        assertEquals(List.of(), tables.workspace.commands);
        tables.read(file);
        int before = tables.workspace.commands.size();
        assertEquals(ImportState.UNCHANGED, tables.run(file).state());
        assertEquals(before, tables.workspace.commands.size());
        write("customers.csv", "id,name,city\n9,New,Oslo\n1,Ada,Lyon\n2,Grace,Rome\n");
        ImportRun run = tables.read(file);
        // One is new, one moved, and one is gone; the table has as many rows as before.
        assertEquals(new Diff.Count(1, 0), run.diff().added());
        assertEquals(new Diff.Count(1, 0), run.diff().changed());
        assertEquals(new Diff.Count(1, 0), run.diff().withdrawn());
    }

    @Test
    void rowsWithoutAKeyAreKnownByTheirContentWhereverTheyStand() throws IOException {
        Path file = write("log.csv", "level,text\nlow,a\nlow,a\nhigh,b\nhigh,a\n");
        tables.read(file);
        assertEquals(List.of("log 1", "log 2", "log 3", "log 4"), tables.names());
        write("log.csv", "level,text\nhigh,new\nlow,a\nlow,a\nhigh,b\nhigh,a\n");
        ImportRun run = tables.read(file);
        assertEquals(new Diff.Count(1, 0), run.diff().added());
        assertEquals(new Diff.Count(1, 0), run.diff().changed()); // the number of rows
        assertEquals(new Diff.Count(0, 0), run.diff().withdrawn());
    }

    @Test
    void keysAndNamesAreThoseOfTheBestColumns() throws IOException {
        tables.read(write("a.csv", "place,code,title\nx,k1,One\nx,k2,Two\n"));
        assertEquals(List.of("One", "Two"), tables.names());
        TablesTesting people = new TablesTesting();
        people.read(write("b.csv", "first_name,last_name,nr\nAda,Lovelace,7\nAda,Byron,8\n"));
        assertEquals(List.of("Ada Byron", "Ada Lovelace"), people.names());
        TablesTesting own = new TablesTesting();
        own.read(write("book.csv", "isbn,book_title,shelf\n1,Dune,a\n2,Emma,a\n"));
        assertEquals(List.of("Dune", "Emma"), own.names());
        TablesTesting key = new TablesTesting();
        key.read(write("c.csv", "kind,uuid\nx,u-1\nx,u-2\n"));
        assertEquals(List.of("u-1", "u-2"), key.names());
    }

    @Test
    void peopleAndCompaniesAreCalledAsOneCallsThem() throws IOException {
        TablesTesting staff = new TablesTesting();
        staff.read(
                write(
                        "employees.csv",
                        "id,last_name,first_name,title\n1,Davolio,Nancy,Sales Rep\n2,Fuller,Andrew,Boss\n"));
        assertEquals(List.of("Andrew Fuller", "Nancy Davolio"), staff.names());
        TablesTesting customers = new TablesTesting();
        customers.read(
                write(
                        "customers.csv",
                        "customerID,companyName,contactName\nALFKI,Alfreds,Ann\nANATR,Ana,Ann\n"));
        assertEquals(List.of("Alfreds", "Ana"), customers.names());
        TablesTesting kunden = new TablesTesting();
        kunden.read(write("Kunden.csv", "Kunden-Nr;Firma;Ort\n1;Weiß KG;Ulm\n2;Öhler;Ulm\n"));
        assertEquals(List.of("Weiß KG", "Öhler"), kunden.names());
        TablesTesting regions = new TablesTesting();
        regions.read(write("regions.csv", "regionID,regionDescription\n1,North\n2,South\n"));
        assertEquals(List.of("North", "South"), regions.names());
        // What repeats names nothing.
        TablesTesting orders = new TablesTesting();
        orders.read(write("orders.csv", "id,shipName\n10,Ann\n11,Ann\n"));
        assertEquals(List.of("10", "11"), orders.names());
    }

    @Test
    void wordsThatAreKeysElsewhereReferThereWhateverTheColumnIsCalled() throws IOException {
        write("staff.csv", "nr,name,boss\nM-1,Ada,\nM-2,Alan,M-1\nM-3,Grace,M-1\n");
        write("teams.csv", "id,name\n1,Payments\n2,Search\n3,Mail\n");
        write(
                "services.csv",
                """
                service,owner,team,level
                shop,M-2,Payments,x
                find,M-3,Search,y
                pay,M-2,Payments,x
                """);
        ImportRun run = tables.read(folder);
        assertEquals(
                List.of(
                        "Alan -boss-> Ada",
                        "Grace -boss-> Ada",
                        "find -owner-> Grace",
                        "find -team-> Search",
                        "pay -owner-> Alan",
                        "pay -team-> Payments",
                        "shop -owner-> Alan",
                        "shop -team-> Payments"),
                tables.edges());
        assertTrue(
                TablesTesting.notes(run)
                        .contains("column 'owner' refers to 'nr' of table 'staff'"));
        assertEquals(ImportState.UNCHANGED, tables.run(folder).state());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "numbers are in many tables by chance|7,8,8|id,n;7,a;8,b;9,c",
                "single letters as well|A,B,B|id,n;A,a;B,b;C,c",
                "one value is missing|xx,yy,zz|id,n;xx,a;yy,b",
                "lists of the same things|xx,yy,zz|id,n;xx,a;yy,b;zz,c",
            })
    void chanceMakesNoReference(String why, String values, String there) throws IOException {
        String[] three = values.split(",", -1);
        write("there.csv", there.replace(";", "\n") + "\n");
        write("here.csv", "nr,mark\n1," + three[0] + "\n2," + three[1] + "\n3," + three[2] + "\n");
        tables.read(folder);
        assertEquals(List.of(), tables.edges(), why);
    }

    @Test
    void keysOfTwoTablesAreNoReferenceToEither() throws IOException {
        write("one.csv", "id,n\nxx,a\nyy,b\n");
        write("two.csv", "id,n\nxx,c\nyy,d\n");
        write("here.csv", "nr,mark\n1,xx\n2,yy\n3,xx\n");
        tables.read(folder);
        assertEquals(List.of(), tables.edges());
    }

    @Test
    void aTableOfPairsJoinsAndOneOfMoreIsKnownByWhatItRefersTo() throws IOException {
        write("products.csv", "product_id,product_name\n1,Tea\n2,Rice\n");
        write("orders.csv", "order_id,city\n10,Ulm\n11,Ulm\n");
        write("tags.csv", "tag_id,tag_name\n1,hot\n2,new\n");
        write("product_tags.csv", "product_id,tag_id\n1,1\n1,2\n2,2\n");
        write("order_lines.csv", "order_id,product_id,amount\n10,1,5\n10,2,5\n11,1,5\n");
        tables.read(folder);
        assertEquals(
                List.of(
                        "10 1 -order-> 10",
                        "10 1 -product-> Tea",
                        "10 2 -order-> 10",
                        "10 2 -product-> Rice",
                        "11 1 -order-> 11",
                        "11 1 -product-> Tea",
                        "Rice -product_tags-> new",
                        "Tea -product_tags-> hot",
                        "Tea -product_tags-> new"),
                tables.edges());
        // A line that changes is the same line.
        write("order_lines.csv", "order_id,product_id,amount\n10,1,7\n10,2,5\n11,1,5\n");
        ImportRun run = tables.read(folder);
        assertEquals(new Diff.Count(0, 0), run.diff().added());
        assertEquals(new Diff.Count(2, 0), run.diff().changed()); // and its file
        assertEquals(new Diff.Count(0, 0), run.diff().withdrawn());
    }

    @Test
    void textsFromAndToJoinAndRangesDoNot() throws IOException {
        TablesTesting calls = new TablesTesting();
        calls.read(write("calls.csv", "from,to,kind\nshop,pay,sync\nshop,mail,async\npay,mail,\n"));
        assertEquals(
                List.of("pay -calls-> mail", "shop -calls-> mail", "shop -calls-> pay"),
                calls.edges());
        // What ends there that no row has is there beside the rows, not instead of them.
        write("services.csv", "service,cost\nshop,1\npay,2\nold,3\n");
        Path folded = Files.createDirectory(folder.resolve("both"));
        Files.move(folder.resolve("services.csv"), folded.resolve("services.csv"));
        Files.writeString(folded.resolve("calls.csv"), "from,to\nshop,pay\nshop,mail\npay,old\n");
        TablesTesting both = new TablesTesting();
        both.read(folded);
        assertEquals(
                List.of("pay -calls-> old", "shop -calls-> mail", "shop -calls-> pay"),
                both.edges());
        assertEquals(List.of("services"), both.node("pay").types());
        TablesTesting ranges = new TablesTesting();
        ranges.read(write("rates.csv", "from,to,rate\n0,10,1\n10,20,2\n10,30,3\n"));
        assertEquals(List.of(), ranges.edges());
        TablesTesting mails = new TablesTesting();
        mails.read(write("mails.csv", "id,from,to\n1,ann,bob\n2,ann,eve\n"));
        assertEquals(List.of(), mails.edges());
    }

    @Test
    void rowsReferToThoseTheyReportTo() throws IOException {
        tables.read(
                write(
                        "employees.csv",
                        "id,name,reportsTo,room\n1,Ada,NULL,\\N\n2,Alan,1,\"NULL\"\n3,Eve,1,a\n"));
        assertEquals(List.of("Alan -reportsTo-> Ada", "Eve -reportsTo-> Ada"), tables.edges());
        assertNull(tables.property("Ada", "reportsTo"));
        assertNull(tables.property("Ada", "room"));
        assertEquals(Value.text("NULL"), tables.property("Alan", "room"));
    }

    @Test
    void nodesAndEdgesAreReadAsWhatTheyAre() throws IOException {
        write(
                "shop.nodes.csv",
                "id,label,name\na,Person;Customer,Ada\nb,Thing,Book\nb,Thing,Again\n");
        write(
                "shop.edges.csv",
                "source,target,type,since\na,b,bought,2020-01-02\na,c,saw,\n,b,x,\n");
        ImportRun run = tables.read(folder);
        assertEquals(List.of("Ada -bought-> Book", "Ada -saw-> c"), tables.edges());
        assertEquals(List.of("Person", "Customer"), tables.node("Ada").types());
        assertEquals(
                new Value.Date(LocalDate.of(2020, 1, 2).toEpochDay()),
                tables.source().edges.values().stream()
                        .filter(edge -> edge.type().equals("bought"))
                        .findFirst()
                        .orElseThrow()
                        .properties()
                        .find("since"));
        String warnings = TablesTesting.warnings(run);
        assertTrue(warnings.contains("has the key of an earlier row"), warnings);
        assertTrue(warnings.contains("a node that no table has"), warnings);
        assertTrue(warnings.contains("has nothing in 'source'"), warnings);
        assertEquals(ImportState.UNCHANGED, tables.run(folder).state());
    }

    @Test
    void aListOfEdgesAloneMakesItsEnds() throws IOException {
        Path file =
                write("links.csv", "Source,Target,Type,Weight\na,b,Directed,1\nb,c,Directed,2\n");
        ImportRun run = tables.read(file);
        assertEquals(List.of("a -links-> b", "b -links-> c"), tables.edges());
        assertEquals("", TablesTesting.warnings(run));
        TablesTesting translations = new TablesTesting();
        translations.read(write("words.csv", "source,target\nhouse,maison\ncat,chat\n"));
        assertEquals(Map.of("Table", 1, "words", 2), translations.types());
    }

    @Test
    void kgxTellsSubjectPredicateAndObject() throws IOException {
        write("g_nodes.tsv", "id\tcategory\tname\nX:1\tbl:Gene|bl:Thing\tOne\nX:2\tbl:Gene\tTwo\n");
        write("g_edges.tsv", "id\tsubject\tpredicate\tobject\ne1\tX:1\tbl:affects\tX:2\n");
        tables.read(folder);
        assertEquals(List.of("One -bl:affects-> Two"), tables.edges());
        assertEquals(List.of("bl:Gene", "bl:Thing"), tables.node("One").types());
    }

    @Test
    void kindsOfNodesKeepEqualIdsApart() throws IOException {
        write("person.csv", "pid:ID(Person),name,tags:string[]\n1,Ada,a;b\n");
        write(
                "movie.csv",
                "mid:ID(Movie),title,year:int,:LABEL,x:IGNORE\n1,Alien,1979,Film;Old,z\n");
        write("saw.csv", ":START_ID(Person),:END_ID(Movie),:TYPE,stars:int\n1,1,SAW,5\n");
        tables.read(folder);
        assertEquals(List.of("Ada -SAW-> Alien"), tables.edges());
        assertEquals(List.of("Film", "Old"), tables.node("Alien").types());
        assertEquals(Value.integer(1979), tables.property("Alien", "year"));
        assertNull(tables.property("Alien", "x"));
        assertEquals(Value.texts(List.of("a", "b")), tables.property("Ada", "tags"));
    }

    @Test
    void peopleCanSayHowATableIsToBeUnderstood() throws IOException {
        write("customers.csv", CUSTOMERS);
        Path orders =
                write(
                        "orders.csv",
                        "nr,buyer,on,note,zip\n1,1,03/04/2020,x,1\n1,3,04/05/2021,y,2\n2,2,,z,3\n");
        write(
                OptionsFile.NAME,
                """
                {"tables": {
                  "orders": {"key": ["nr", "buyer"], "name": "note", "type": "Order",
                             "references": {"buyer": "customers"}, "ignore": ["zip"],
                             "effectiveTime": "on", "types": {"on": "date month-first"}},
                  "customers": {"references": {"id": null}, "types": {"id": "text"}}}}
                """);
        ImportRun run = tables.read(folder);
        assertEquals(
                List.of("x -buyer-> Ada", "y -buyer-> Alan", "z -buyer-> Grace"), tables.edges());
        assertEquals(List.of("Order"), tables.node("x").types());
        assertEquals(
                new Value.Date(LocalDate.of(2020, 3, 4).toEpochDay()), tables.property("x", "on"));
        assertNull(tables.property("x", "zip"));
        assertEquals(Value.text("1"), tables.property("Ada", "id"));
        assertTrue(TablesTesting.notes(run).contains("'nr' and 'buyer', as declared"));
        long at = LocalDate.of(2020, 3, 4).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000;
        assertTrue(
                tables.workspace.commands.stream()
                        .map(Submission::envelope)
                        .anyMatch(envelope -> envelope.effectiveAt() == at));
        assertEquals(ImportState.UNCHANGED, tables.run(folder).state());
        assertTrue(new TablesTesting().failure(orders).contains("'customers'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"tables\": {\"customers\": {\"key\": \"city\"}}}|the key 'city' of 'customers' has the same value",
                "{\"tables\": {\"customers\": {\"key\": \"nr\"}}}|names the column 'nr', which is not there",
                "{\"tables\": {\"customers\": {\"name\": \"nr\"}}}|name of 'customers' names the column 'nr'",
                "{\"tables\": {\"customers\": {\"keys\": \"id\"}}}|tables.customers.keys is not known",
                "{\"tables\": {\"customers\": {\"key\": 7}}}|tables.customers.key must be a text or a list",
                "{\"tables\": {\"customers\": {\"types\": {\"id\": \"int\"}}}}|types.id must be one of text, integer",
                "{\"tables\": {\"customers\": {\"kind\": \"x\"}}}|kind must be rows, nodes or edges",
                "{\"tables\": {\"customers\": {\"header\": 1}}}|header must be true or false",
                "{\"tables\": {\"customers\": {\"references\": {\"city\": \"cities\"}}}}|which is not among the tables",
                "{\"tables\": {\"customers\": {\"references\": {\"x\": null}}}}|references of 'customers' names the column 'x'",
                "{\"tables\": {\"customers\": {\"effectiveTime\": \"city\"}}}|row 2: the column 'city' is to hold times",
                "{\"tables\": []}|'tables' must be an object",
                "{\"table\": {}}|the field 'table' is not known",
                "{\"tables\": {|alchemist-tables.json",
                "[]|the file must be an object",
            })
    void whatPeopleSayWronglyIsToldClearly(String json, String message) throws IOException {
        write(OptionsFile.NAME, json);
        String failure = tables.failure(write("customers.csv", CUSTOMERS + "4,Z,Paris\n"));
        assertTrue(failure.contains(message), failure);
    }

    @Test
    void whatIsTooLargeInAFolderIsToldAndReadWhereItIsOpened() throws IOException {
        String many =
                IntStream.range(0, 5001).mapToObj(i -> i + ",x\n").collect(Collectors.joining());
        Path file = write("many.csv", "id,name\n" + many);
        write("few.csv", "id,name\n1,one\n");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 5002; i++) {
            rows.append("<row><c><v>").append(i).append("</v></c></row>");
        }
        new TestWorkbook()
                .sheet("Votes", rows.toString())
                .rows("Small", List.of("id", "name"), List.of("1", "x"))
                .write(folder.resolve("book.xlsx"));
        write("heavy.csv", "id,text\n1," + "x".repeat(900_000) + "\n" + "2,\n".repeat(1_700_000));
        ImportRun run = tables.read(folder);
        String warnings = TablesTesting.warnings(run);
        assertTrue(
                warnings.contains("many.csv has more than 5000 rows: open it directly"), warnings);
        assertTrue(
                warnings.contains("heavy.csv has more than 5242880 bytes: open it directly"),
                warnings);
        assertTrue(
                warnings.contains("book.xlsx Votes has more than 5000 rows: open it directly"),
                warnings);
        assertEquals(Map.of("Table", 2, "few", 1, "Small", 1), tables.types());
        TablesTesting alone = new TablesTesting();
        alone.read(file);
        assertEquals(5001, alone.types().get("many"));
    }

    @Test
    void aDamagedTableInAFolderLeavesTheOthers() throws IOException {
        write("good.csv", "id,name\n1,one\n");
        write("bad.csv", "id,name\n1,\"one\n");
        write("bad.xlsx", "no workbook");
        ImportRun run = tables.read(folder);
        assertEquals(Map.of("Table", 1, "good", 1), tables.types());
        String warnings = TablesTesting.warnings(run);
        assertTrue(warnings.contains("a quote is opened and never closed"), warnings);
        assertTrue(warnings.contains("is no workbook"), warnings);
    }

    @Test
    void tablesThatAreGoneFromAFolderStateNothingAnyMore() throws IOException {
        Path file = write("customers.csv", CUSTOMERS);
        tables.read(folder);
        assertEquals(4, tables.source().nodes.size());
        Files.delete(file);
        tables.read(folder);
        assertEquals(0, tables.source().nodes.size());
        assertEquals(ImportState.UNCHANGED, tables.run(folder).state());
    }

    @Test
    void tooManyColumnsOrAHugeCellAreRefused() throws IOException {
        String wide =
                IntStream.range(0, 1001).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertTrue(tables.failure(write("wide.csv", wide + "\n")).contains("1000 columns"));
        String huge = "id,text\n1,\"" + "x".repeat(Limits.MAX_CELL + 1) + "\"\n";
        String failure = tables.failure(write("huge.csv", huge));
        assertTrue(failure.contains("huge.csv") && failure.contains("line 2"), failure);
    }

    @Test
    void knowsTablesFromOtherFiles() throws IOException {
        TablesReader reader = new TablesReader(FileKeys.BY_PATH);
        assertTrue(reader.reads(Place.at(write("a.csv", "x"))));
        assertTrue(reader.reads(Place.at(write("a.json", "[{\"a\": 1}, {\"a\": 2}]"))));
        assertTrue(reader.reads(Place.at(write("a.ndjson", "{\"a\": 1}\n{\"a\": 2}\n"))));
        assertFalse(reader.reads(Place.at(write("b.csv", ""))));
        assertFalse(reader.reads(Place.at(write("b.json", "{\"nodes\": [], \"links\": []}"))));
        assertFalse(reader.reads(Place.at(write("c.json", "[1, 2]"))));
        assertFalse(reader.reads(Place.at(write("d.json", "[{\"@id\": \"x\"}]"))));
        assertFalse(reader.reads(Place.at(write("e.json", "[{\"data\": {\"id\": \"x\"}}]"))));
        assertFalse(
                reader.reads(
                        Place.at(
                                write(
                                        "e.ndjson",
                                        "{\"format\":\"alchemist.graph\",\"version\":1}\n{}\n"))));
        assertFalse(reader.reads(Place.at(write(OptionsFile.NAME, "[{\"a\": 1}]"))));
        assertFalse(reader.reads(Place.at(write("f.db", "no database"))));
        assertFalse(reader.reads(Place.at(write("~$g.xlsx", "lock"))));
        assertFalse(reader.reads(Place.at(folder)));
    }
}
