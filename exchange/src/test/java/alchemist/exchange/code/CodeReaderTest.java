package alchemist.exchange.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.folder.FolderReader;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class CodeReaderTest extends CodeTesting {
    @Test
    void functionsOfPythonThatStandInOthersAreFoundAndCalledOnlyThere() throws IOException {
        write(
                "app/deco.py",
                """
                def retry(times):
                    def decorator(function):
                        def main(*args):
                            if times: reckon_it()
                            return function(*args)
                        return main
                    return decorator(times)
                def reckon_it(): pass
                class Shop:
                    def open(self):
                        def settle(): self.close()
                        class Till:
                            def ring(self): pass
                        settle()
                    def close(self): pass
                """);
        write("app/use.py", "def use(x):\n    x.settle()\n    decorator(x)\n");
        assertEquals(ImportState.APPLIED, read().state());
        assertEquals(
                List.of(),
                read().warnings().stream().filter(w -> w.what().contains("left out")).toList());
        assertEquals(
                List.of(
                        "main calls reckon_it (exact)",
                        "open calls settle (exact)",
                        "retry calls decorator (exact)",
                        "settle calls close (exact)"),
                edges());
        NodeStatement main = named("main", "Function");
        assertEquals(null, main.properties().find("entry"));
        assertEquals(Value.integer(2), main.properties().find("complexity"));
        assertEquals(Value.integer(1), named("retry", "Function").properties().find("complexity"));
        assertEquals(named("retry", "Function").group(), main.group());
        assertEquals(named("Shop", "Class").node(), named("settle", "Function").group());
        assertEquals(named("Till", "Class").node(), named("ring", "Method").group());
        assertTrue(
                source().edges.values().stream()
                        .anyMatch(
                                e ->
                                        e.type().equals("declares")
                                                && e.from()
                                                        .equals(
                                                                named("decorator", "Function")
                                                                        .node())
                                                && e.to().equals(main.node())));
    }

    @Test
    void oneWarningThatStandsIsToldOfAsOne() throws IOException {
        write("main.swift", "func main() {}\n");
        read();
        assertEquals(
                List.of("has not changed since it was read, with 1 warning"),
                read().warnings().stream().map(w -> w.what()).toList());
    }

    @Test
    void languagesThatAreNotReadAreToldOf() throws IOException {
        write("a/main.swift", "func main() {}\n");
        write("a/Other.swift", "class Other {}\n");
        write("build.gradle.kts", "plugins {}\n");
        write("vendor/x.rb", "def x; end\n");
        write("page.vue", "<template/>\n");
        List<String> told =
                List.of(
                        "code: 1 file of Vue is known as a file alone: what is declared and called in Vue"
                                + " is not read",
                        "code: 2 files of Swift are known as files alone: what is declared and called in"
                                + " Swift is not read");
        assertEquals(
                told,
                read().warnings().stream().map(w -> w.where() + ": " + w.what()).sorted().toList());
    }

    @Test
    void pagesThatQuoteTheNamesOfCodeMentionIt() throws IOException {
        write(
                "src/OrderBook.java",
                """
                public class OrderBook { void add() {} static class Entry { int size() { return 1; } } }
                """);
        write(
                "src/Order.java",
                "public record Order(int id) { static Order of() { return null; } }");
        write("src/a/PriceList.java", "package a; public class PriceList {}");
        write("src/b/PriceList.java", "package b; public class PriceList {}");
        write("src/test/OrderBookTest.java", "class OrderBookTest {} class TaxTable {}");
        write("src/tools.py", "def read_all():\n    return 1\n\ndef date():\n    return 1\n");
        write(
                "docs/orders.md",
                """
                # Orders

                An `OrderBook` has entries, an `Order` alone is a word. `Order.of` and `Order::of`
                make one, `OrderBook.none` nothing; `PriceList` is two, `TaxTable` a test's.
                `read_all()` reads, `read_all` and `date()` may be anything, `readAll()` is nothing.

                ```java
                // not the "OrderBook" in quotes
                Order one = Order.of();
                ```

                ```mermaid
                flowchart TD
                  OrderBook --> Order
                ```
                """);
        write("docs/code.md", "```java\n\nnew OrderBook().add();\n```\n");
        read();
        assertEquals(
                List.of(
                        "code.md mentions OrderBook",
                        "orders.md mentions OrderBook",
                        "orders.md mentions of",
                        "orders.md mentions read_all"),
                edges().stream().filter(edge -> edge.contains(" mentions ")).toList());
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatIsQuotedAndSettingsMayBeOfAnyForm() throws IOException {
        write("a/a.ts", "export const one = 1;\n");
        write("b/b.py", "def read_all():\n    return 1\n");
        write(
                "docs/a.md",
                "`a_" + "a".repeat(20_000) + "!` `" + "Aa".repeat(20_000) + "` `read_all()`\n");
        StringBuilder packages = new StringBuilder("l: &l0 [" + "x,".repeat(100_000) + "x]\n");
        for (int i = 1; i <= 6; i++) {
            String before = "*l" + (i - 1);
            packages.append("m%d: &l%d [%s, %s, %s]%n".formatted(i, i, before, before, before));
        }
        write("pnpm-workspace.yaml", packages + "packages: [*l6, 'a']\n");
        read();
        assertEquals(
                List.of("a.md mentions read_all"),
                edges().stream().filter(edge -> edge.contains(" mentions ")).toList());
    }

    @Test
    void testsAreOfWhatTheyAreCalledAfter() throws IOException {
        List<String> paths =
                List.of(
                        "j/main/Shop.java",
                        "j/test/ShopTestCase.java",
                        "j/test/ShopIT.java",
                        "j/test/TestShop.java",
                        "j/test/ShopTests.java",
                        "j/main/EDIT.java",
                        "j/main/ED.java",
                        "w/app.component.ts",
                        "w/app.service.ts",
                        "w/app.service.spec.ts",
                        "w/__tests__/app.component.ts",
                        "w/spec/cartSpec.js",
                        "w/cart.js",
                        "w/openApiSpec.js",
                        "w/openApi.js",
                        "w/deno-test.ts",
                        "w/deno.ts",
                        "p/shop/__init__.py",
                        "p/tests/test_shop.py",
                        "p/shop/tests.py",
                        "p/shop/order.py",
                        "p/shop/order_test.py",
                        "g/a/x.go",
                        "g/a/x_test.go",
                        "g/b/x_test.go",
                        "r/src/order/mod.rs",
                        "r/src/order/tests.rs",
                        "r/tests/order.rs",
                        "r/src/lib.rs",
                        "r/src/tests.rs",
                        "c/queue.cc",
                        "c/queue_unittest.cc");
        for (String path : paths) {
            write(path, path.endsWith(".go") ? "package x\n" : "\n");
        }
        assertEquals(List.of(), read().warnings());
        assertEquals(
                List.of(
                        "ShopIT.java tests Shop.java",
                        "ShopTestCase.java tests Shop.java",
                        "ShopTests.java tests Shop.java",
                        "TestShop.java tests Shop.java",
                        "app.component.ts tests app.component.ts",
                        "app.service.spec.ts tests app.service.ts",
                        "cartSpec.js tests cart.js",
                        "deno-test.ts tests deno.ts",
                        "order.rs tests mod.rs",
                        "order_test.py tests order.py",
                        "queue_unittest.cc tests queue.cc",
                        "test_shop.py tests __init__.py",
                        "tests.rs tests lib.rs",
                        "tests.rs tests mod.rs",
                        "x_test.go tests x.go"),
                edges().stream().filter(edge -> edge.contains(" tests ")).toList());
    }

    @Test
    void filesAreTheSameNodesAsTheFoldersAndNothingDisagrees() throws IOException {
        write("src/A.java", "class A {}\n");
        ImportsTesting.run(workspace, top, new FolderReader(repositories), reader);
        for (Source other : workspace.sources.values()) {
            for (NodeStatement node : source().nodes.values()) {
                NodeStatement there = other.nodes.get(node.node());
                if (there != null) {
                    assertEquals(there.name(), node.name());
                    assertEquals(there.group(), node.group());
                    assertEquals(there.types(), node.types());
                }
            }
        }
    }

    @Test
    void generatedAndVendoredCodeIsFoldedAway() throws IOException {
        write("src/A.java", "class A {}\n");
        write("src/G.java", "// Code generated by x. DO NOT EDIT.\n\nclass G {}\n");
        write("node_modules/x/index.js", "function hidden() {}\n");
        write("lib/jquery.min.js", "function hidden(){}\n");
        read();
        assertEquals(
                1,
                source().nodes.values().stream().filter(n -> n.types().contains("Class")).count());
        assertEquals(
                0,
                source().nodes.values().stream()
                        .filter(n -> n.types().contains("Function"))
                        .count());
    }

    @Test
    void codeThatSaysSoBehindItsLicenceIsFoldedAway() throws IOException {
        String licence = "// Copyright of somebody.\n//\n// All that a licence says.\n\n";
        write(
                "pb/shop.pb.go",
                licence + "// Code generated by x. DO NOT EDIT.\n\npackage pb\ntype G struct{}\n");
        write(
                "src/gen.ts",
                "/*\n * A licence.\n\n * Of two paragraphs.\n */\n\n// This file is auto-generated.\n\nclass H {}\n");
        write(
                "src/keys.ts",
                licence
                        + "// Keys of auto-generated rows; how they are generated.\n\nclass Keys {}\n");
        write(
                "src/say.ts",
                "// Says so.\n\nclass Say {}\n\n// Code generated by x. DO NOT EDIT.\n");
        read();
        assertEquals(
                List.of(Value.text("Keys"), Value.text("Say")),
                source().nodes.values().stream()
                        .filter(n -> n.types().contains("Class") || n.types().contains("Struct"))
                        .map(NodeStatement::name)
                        .sorted(Comparator.comparing(Value::toString))
                        .toList());
    }

    @Test
    void aFileThatIsNoSuchCodeCostsAWarning() throws IOException {
        write("src/A.java", "class A { void ok() {} void broken( { }\n");
        write("src/B.java", "class B {}\n");
        Files.write(top.resolve("src/C.java"), new byte[] {0, 1, 2, (byte) 0xff, '{', '{'});
        ImportRun run = read();
        assertEquals(ImportState.APPLIED, run.state());
        assertTrue(run.warnings().size() >= 1, run.warnings().toString());
        assertEquals(Value.text("B"), named("B", "Class").name());
    }

    @Test
    void deepNestingHarmsNothing() throws IOException {
        write("src/Deep.java", "class Deep { int x = " + "(".repeat(100_000) + ";}\n");
        write("src/deep.js", "f(".repeat(50_000));
        write("src/B.java", "class B {}\n");
        read();
        assertEquals(Value.text("B"), named("B", "Class").name());
    }

    @Test
    void readAgainNothingIsStated() throws IOException {
        write("src/A.java", "class A { void a() { b(); } void b() {} }\n");
        read();
        int commands = workspace.commands.size();
        read();
        assertEquals(commands, workspace.commands.size());
    }
}
