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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CodeReaderTest extends CodeTesting {
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
    void java() throws IOException {
        write(
                "src/a/Shape.java",
                """
                package a;
                /** 😀 */
                public interface Shape { double area(); }
                """);
        write(
                "src/a/Circle.java",
                """
                package a;
                import b.Maths;
                import org.other.Thing;
                import java.util.List;
                public record Circle(double r) implements Shape {
                    public double area() {
                        if (r > 0 && r < 9) { return Maths.square(r) * helper(); }
                        return new Maths(1).unlikelyName();
                    }
                    private double helper() { return this.area(); }
                }
                """);
        write(
                "src/b/Maths.java",
                """
                package b;
                public class Maths extends Base {
                    Maths(int x) {}
                    public static double square(double x) { return x * x; }
                    double unlikelyName() { return inherited(); }
                }
                class Base { double inherited() { return 1; } }
                """);
        write(
                "src/test/a/CircleTest.java",
                """
                package a;
                class CircleTest { @Test void works() { new Circle(1).area(); } }
                """);
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(
                List.of(
                        "Circle implements Shape (exact)",
                        "Circle.java imports Maths.java",
                        "Circle.java imports org.other",
                        "CircleTest.java tests Circle.java",
                        "Maths extends Base (exact)",
                        "area calls helper (exact)",
                        "area calls square (exact)",
                        "area calls unlikelyName (by name)",
                        "area creates Maths (exact)",
                        "helper calls area (exact)",
                        "unlikelyName calls inherited (exact)",
                        "works creates Circle (exact)"),
                edges());
        NodeStatement circle = named("Circle", "Record");
        assertTrue(circle.formsGroup());
        assertEquals(Value.integer(5), circle.properties().find("line"));
        NodeStatement helper = named("helper", "Method");
        assertEquals(circle.node(), helper.group());
        assertEquals(Value.integer(3), complexity("area", circle));
        assertEquals(Value.flag(true), named("works", "Method").properties().find("test"));
    }

    private @Nullable Value complexity(String method, NodeStatement type) {
        return source().nodes.values().stream()
                .filter(n -> n.name().equals(Value.text(method)) && n.group().equals(type.node()))
                .findFirst()
                .orElseThrow()
                .properties()
                .find("complexity");
    }

    @Test
    void typescript() throws IOException {
        write(
                "src/store.ts",
                """
                import { emitAll } from './events.js';
                import fs from 'node:fs';
                import { z } from 'zod';
                export class Store extends Base implements Keeper<string> {
                  private items = [];
                  refresh = () => { emitAll(this.items); };
                  keepIt(x: string): void { this.refresh(); }
                }
                abstract class Base {}
                interface Keeper<T> { keepIt(x: T): void }
                """);
        write(
                "src/events.ts",
                "export function emitAll(xs: unknown[]) { return xs.map(x => x); }\n");
        write(
                "src/App.tsx",
                """
                import { Store } from './store';
                export const App = () => { const s = new Store(); s.keepIt('x'); return <div>{1}</div>; };
                """);
        write("src/store.test.ts", "import { Store } from './store';\n");
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(
                List.of(
                        "App calls keepIt (exact)",
                        "App creates Store (exact)",
                        "App.tsx imports store.ts",
                        "Store extends Base (exact)",
                        "Store implements Keeper (exact)",
                        "keepIt calls refresh (exact)",
                        "refresh calls emitAll (exact)",
                        "store.test.ts imports store.ts",
                        "store.test.ts tests store.ts",
                        "store.ts imports events.ts",
                        "store.ts imports zod"),
                edges());
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
    void python() throws IOException {
        write("app/__init__.py", "");
        write(
                "app/models.py",
                """
                import os, numpy as np
                from .base import Model
                class User(Model):
                    def __init__(self, name):
                        self.name = name
                    def greet_all(self):
                        return self.store() if self.name else None
                """);
        write("app/base.py", "class Model:\n    def store(self):\n        pass\n");
        write(
                "main.py",
                """
                from app import models
                def main():
                    user = models.User('x')
                    user.greet_all()
                """);
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(
                List.of(
                        "User extends Model (exact)",
                        "greet_all calls store (exact)",
                        "main calls greet_all (by name)",
                        "main creates User (exact)",
                        "main.py imports models.py",
                        "models.py imports base.py",
                        "models.py imports numpy"),
                edges());
        assertEquals(Value.flag(true), named("main", "Function").properties().find("entry"));
    }

    @Test
    void go() throws IOException {
        write("go.mod", "module example.org/x\n");
        write(
                "cmd/main.go",
                """
                package main
                import (
                    "fmt"
                    "example.org/x/store"
                    "github.com/a/b/c"
                )
                func main() { s := store.Open(); s.WriteAll(); fmt.Println(c.X) }
                """);
        write(
                "store/store.go",
                """
                package store
                type Store struct { n int }
                func Open() *Store { return fresh() }
                """);
        write(
                "store/write.go",
                """
                package store
                func (s *Store) WriteAll() { if s.n > 0 { s.again() } }
                func (s *Store) again() {}
                func fresh() *Store { return nil }
                """);
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(
                List.of(
                        "Open calls fresh (exact)",
                        "WriteAll calls again (exact)",
                        "main calls Open (exact)",
                        "main calls WriteAll (by name)",
                        "main.go imports github.com/a/b",
                        "main.go imports store.go",
                        "main.go imports write.go"),
                edges());
        assertEquals(named("Store", "Struct").node(), named("again", "Method").group());
    }

    @Test
    void rust() throws IOException {
        write(
                "src/main.rs",
                """
                mod shapes;
                use shapes::{Circle, Shape};
                use serde::Serialize;
                fn main() { let c = Circle::unit(); c.area_of(); }
                """);
        write(
                "src/shapes.rs",
                """
                pub trait Shape { fn area_of(&self) -> f64; }
                pub struct Circle { r: f64 }
                impl Circle { pub fn unit() -> Self { Circle { r: 1.0 } } }
                impl Shape for Circle { fn area_of(&self) -> f64 { self.helper() } }
                impl Circle { fn helper(&self) -> f64 { match 1 { 1 => 2.0, _ => 3.0 } } }
                #[test]
                fn works() {}
                """);
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(
                List.of(
                        "Circle implements Shape (exact)",
                        "area_of calls helper (exact)",
                        "main calls area_of (by name)",
                        "main calls unit (exact)",
                        "main.rs imports serde",
                        "main.rs imports shapes.rs"),
                edges());
        assertEquals(Value.flag(true), named("works", "Function").properties().find("test"));
    }

    @Test
    void cAndCpp() throws IOException {
        write("src/list.h", "struct list { int n; };\nint list_length(struct list *l);\n");
        write(
                "src/list.c",
                """
                #include "list.h"
                #include <stdio.h>
                int list_length(struct list *l) { return l->n > 0 ? l->n : 0; }
                int main(void) { struct list l; return list_length(&l); }
                """);
        write(
                "src/shape.hpp",
                """
                namespace geo {
                class Shape { public: virtual double area() const; };
                class Circle : public Shape { public: double area() const; void widen(); };
                }
                """);
        write(
                "src/shape.cpp",
                """
                #include "shape.hpp"
                namespace geo {
                double Circle::area() const { return 1; }
                void Circle::widen() { this->area(); }
                }
                """);
        read();
        assertEquals(
                List.of(
                        "Circle extends Shape (exact)",
                        "list.c imports list.h",
                        "main calls list_length (exact)",
                        "shape.cpp imports shape.hpp",
                        "widen calls area (exact)"),
                edges());
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

    private NodeStatement named(String name, String type) {
        return source().nodes.values().stream()
                .filter(n -> n.name().equals(Value.text(name)) && n.types().contains(type))
                .findFirst()
                .orElseThrow();
    }
}
