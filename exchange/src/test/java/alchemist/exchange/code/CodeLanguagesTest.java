package alchemist.exchange.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.imports.ImportRun;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is stated of code in each language. */
final class CodeLanguagesTest extends CodeTesting {
    /** What the parser's grammar does not know yet. */
    @Test
    void patternsOfJava() throws IOException {
        write(
                "src/a/Shape.java",
                """
                package a;
                sealed interface Shape {
                    record Circle(Length radius) implements Shape {}
                    record Square(Length side) implements Shape {}
                    record Dot() implements Shape {}
                    record Void() implements Shape {}
                }
                final class Length {
                    double twice() { return 2; }
                }
                """);
        write(
                "src/a/Areas.java",
                """
                package a;
                final class Areas implements AutoCloseable {
                    double of(Shape shape) {
                        return switch (shape) {
                            case Shape.Circle(Length radius) when isRound() -> radius.twice();
                            case Shape.Circle(Length _) -> 1;
                            case Shape.Square(Length side) -> side.twice();
                            case Shape.Dot _, Shape.Void _ -> nothing();
                        };
                    }
                    boolean isRound() {
                        try (this) { return true; }
                    }
                    double first(Object thing) {
                        return thing instanceof Shape.Square(Length side) ? side.twice() : nothing();
                    }
                    private static double nothing() { return 0; }
                    public void close() {}
                }
                """);
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(
                List.of(
                        "Circle implements Shape (exact)",
                        "Dot implements Shape (exact)",
                        "Square implements Shape (exact)",
                        "Void implements Shape (exact)",
                        "first calls nothing (exact)",
                        "first calls twice (exact)",
                        "of calls isRound (exact)",
                        "of calls nothing (exact)",
                        "of calls twice (exact)"),
                edges());
    }

    @Test
    void javaWithAnnotatedArgumentsOfAnyNumber() throws IOException {
        write(
                "src/a/Sums.java",
                """
                package a;
                final class Sums {
                    int one(Object @Nullable ... all) { return all(all); }
                    int two(int a, List<?> @org.a.Size(min = 1) ... all) { return one(all); }
                    int all(Object... all) { return all.length; }
                }
                """);
        assertEquals(List.of(), read().warnings());
        assertEquals(List.of("one calls all (exact)", "two calls one (exact)"), edges());
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
    void unsafeBlocksOfOtherLanguagesInRust() throws IOException {
        write(
                "src/lib.rs",
                """
                unsafe extern "C" {
                    fn abs(input: i32) -> i32;
                }
                pub fn twice(x: i32) -> i32 { positive(x) * 2 }
                fn positive(x: i32) -> i32 { unsafe { abs(x) } }
                """);
        read();
        assertEquals(List.of("twice calls positive (exact)"), edges());
    }

    @Test
    void typesThatTypeScriptPassesOn() throws IOException {
        write("web/index.ts", "export type * from './types';\nexport function pay() {}\n");
        write("web/types.ts", "export class Money {}\n");
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(List.of("index.ts imports types.ts"), edges());
    }

    @Test
    void kotlin() throws IOException {
        write(
                "src/a/Shape.java",
                """
                package a;
                public interface Shape { double area(); }
                """);
        write(
                "src/a/Circle.kt",
                """
                package a

                import b.Thing
                import b.measured
                import b.slug as short
                import b.scale
                import c.limit
                import kotlin.math.abs
                import org.other.Widget

                data class Circle(val r: Double, private val thing: Thing?) : Base(r), Shape {
                    private val widget = Widget()
                    override fun area(): Double {
                        if (r > 0 && r < 9) return measured(r)
                        thing?.carry()
                        val made = Thing()
                        made.carry()
                        listOf(1).forEach { helper() }
                        widget.carry()
                        return "x".short() ?: 1.0
                    }
                    private fun helper() = when (r) {
                        1.0 -> 2
                        else -> abs(3)
                    }
                    companion object {
                        fun unit() = Circle(1.0, null)
                    }
                }
                open class Base(val x: Double)
                fun interface Act {
                    fun go()
                }
                """);
        write(
                "src/b/Thing.kt",
                """
                package b
                import a.Circle
                class Thing { fun carry() { Circle.unit().area() } }
                object Single : Act
                enum class Level { LOW, HIGH; fun next() = HIGH }
                annotation class Mark(val bits: Int = 0b0110_0000)
                typealias Names = List<String>
                fun measured(r: Double) = r * r
                fun String.slug(): Double = 1.0
                fun Thing.drop() { carry() }
                fun use(thing: Thing) { thing.drop() }
                fun main() { use(Thing()) }
                """);
        write("src/c/one.kt", "package c\nval limit = 1\n");
        write("src/b/Other.kt", "package b\nval scale = 1\n");
        write(
                "src/test/a/CircleTest.kt",
                """
                package a
                import org.junit.jupiter.api.Test
                class CircleTest { @Test fun `works, too`() { Circle.unit() } }
                """);
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(
                List.of(
                        "Circle extends Base (exact)",
                        "Circle implements Shape (exact)",
                        "Circle.kt imports Thing.kt",
                        "Circle.kt imports one.kt",
                        "Circle.kt imports org.other",
                        "CircleTest.kt imports org.junit.jupiter.api",
                        "CircleTest.kt tests Circle.kt",
                        "Single implements Act (by name)",
                        "Thing.kt imports Circle.kt",
                        "area calls carry (exact)",
                        "area calls helper (exact)",
                        "area calls measured (exact)",
                        "area calls slug (exact)",
                        "area creates Thing (exact)",
                        "carry calls unit (exact)",
                        "drop calls carry (exact)",
                        "main calls use (exact)",
                        "main creates Thing (exact)",
                        "unit creates Circle (exact)",
                        "use calls drop (exact)",
                        "works, too calls unit (exact)"),
                edges());
        NodeStatement circle = named("Circle", "Class");
        assertTrue(circle.formsGroup());
        assertEquals(circle.node(), named("unit", "Method").group());
        assertEquals(Value.integer(4), complexity("area", circle));
        assertEquals(Value.integer(3), complexity("helper", circle));
        assertEquals(Value.flag(true), named("works, too", "Method").properties().find("test"));
        assertEquals(Value.flag(true), named("main", "Function").properties().find("entry"));
        assertTrue(named("Act", "Interface").formsGroup());
        named("Level", "Enumeration");
        named("Mark", "Annotation");
        named("Names", "Type");
        named("Single", "Class");
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

    /**
     * A header tells what it is of by what stands in it; what only a preprocessor knows is passed
     * over.
     */
    @Test
    void headersOfCppWithMacros() throws IOException {
        write(
                "engine/core/Body.h",
                """
                #include <vector>
                ENGINE_NAMESPACE_BEGIN
                class World;
                /// Moves.
                class ENGINE_EXPORT Body : public Thing
                {
                    ENGINE_DECLARE(Body, Thing)
                public:
                    Body(World *inWorld) : mWorld(inWorld) { }
                    virtual ~Body() override { Clear(); }
                    ENGINE_INLINE int Weight() const { return Clear(); }
                    int Clear() { return 1; }
                };
                ENGINE_NAMESPACE_END
                """);
        write(
                "engine/core/Body.cpp",
                """
                #include <core/Body.h>
                #include <sys/types.h>
                TEST_CASE(Bodies) { Body *b = new Body(nullptr); }
                int sum(Body *b) { return 1; }
                """);
        assertEquals(List.of(), read().warnings());
        assertEquals(
                List.of(
                        "Body.cpp imports Body.h",
                        "TEST_CASE creates Body (exact)",
                        "Weight calls Clear (exact)",
                        "~Body calls Clear (exact)"),
                edges());
        assertEquals(Value.text("Moves."), named("Body", "Class").properties().find("description"));
    }

    @Test
    void whatKotlinRunsOnAnotherMayMeanThat() throws IOException {
        write(
                "Shop.kt",
                """
                package shop
                import elsewhere.Page
                class Shelf { fun fill() {} }
                class Shop(val page: Page, val shelf: Shelf) {
                    fun fill() {}
                    fun redraw() {}
                    fun append() {}
                    fun own() { this.apply { redraw() }; listOf(1).forEach { redraw() } }
                    fun ofShelf() { shelf.apply { fill() }; with(shelf) { fill() } }
                    fun ofNew() { Shelf().apply { fill() } }
                    fun ofArgument() { with(redraw()) { } }
                    fun ofText() { buildString { append() } }
                    fun ofPage() = page.apply { redraw(); fill() }
                }
                """);
        read();
        assertEquals(
                List.of(
                        "ofArgument calls redraw (exact)",
                        "ofNew calls fill (exact)",
                        "ofNew creates Shelf (exact)",
                        "ofPage calls redraw (by name)",
                        "ofShelf calls fill (exact)",
                        "own calls redraw (exact)"),
                edges().stream()
                        .filter(one -> one.contains(" calls ") || one.contains(" creates "))
                        .toList());
        assertEquals(
                List.of("Shelf.fill of ofNew", "Shelf.fill of ofShelf"),
                source().edges.values().stream()
                        .filter(one -> one.type().equals("calls"))
                        .filter(one -> name(one.to()).equals("fill"))
                        .map(one -> name(stated(one.to()).group()) + ".fill of " + name(one.from()))
                        .sorted()
                        .toList());
    }
}
