package alchemist.exchange.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.imports.ImportRun;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CSharpTest extends CodeTesting {
    @Test
    void typesMembersCallsAndImports() throws IOException {
        write(
                "src/Shop/Orders/Order.cs",
                """
                using System;
                using Acme.Pay;
                using Shop.Stock;
                using static Shop.Stock.Rules;
                using Goods = Shop.Stock.Item;

                namespace Shop.Orders;

                /// <summary>What is ordered.</summary>
                public sealed class Order(IStore store) : Entity, IOrder, IDisposable
                {
                    private readonly Item _item = new();
                    private readonly List<Item> _items = new List<Item>();
                    public Level Level { get; init; }
                    static Order() { Item.Count(); }
                    public Order(Item item) : this(new Store()) { _item = item; }
                    public async Task<int> TakeAsync(Goods goods, Order? other)
                    {
                        if (goods is null || other == null) throw new ArgumentException();
                        var taken = await store.FindAsync(1);
                        taken?.Move(2);
                        foreach (var one in _items) one.Move();
                        _item.Twice().Price.Round();
                        ((Item)other.Thing()).Move();
                        other!.Thing();
                        this.Touch();
                        Check(goods);
                        goods.Shorten().Trim();
                        Item made = new(3);
                        Level.Up();
                        Console.WriteLine(made);
                        int Local() => Late();
                        return Local();
                    }
                    public object Thing() => null;
                    int Late() => Level switch { Level.Low => 1, _ => 2 };
                    void IDisposable.Dispose() => Late();
                    public static Order operator +(Order a, Order b) { a.Thing(); return b; }
                }
                public abstract class Entity { protected void Touch() {} }
                public interface IOrder { object Thing(); }
                public enum Level { Low, High }
                public delegate void Sold(Order order);
                public record Money(decimal Amount) { public Money Round() => new(Amount); }
                public readonly record struct Pair(int A, int B);
                public struct Size { public int Wide; }
                """);
        write(
                "src/Shop/Stock/Item.cs",
                """
                namespace Shop.Stock
                {
                    public partial class Item
                    {
                        public Item(int size = 0) {}
                        public void Move(int times = 1) => Grow();
                        public Item Twice() => this;
                        public static int Count() => 1;
                    }
                    public interface IStore { Task<Item?> FindAsync(int id); }
                    public class Store : IStore
                    {
                        public Task<Item?> FindAsync(int id) => Task.FromResult<Item?>(null);
                    }
                    public static class Rules { public static void Check(Item item) {} }
                    public static class Texts
                    {
                        public static string Shorten(this Item item) => "";
                        public static Orders.Level Up(this Orders.Level level) => level;
                    }
                    namespace Deep { class Well { Item item; void Dig() => item.Move(); } }
                }
                """);
        write(
                "src/Shop/Stock/Item.Grow.cs",
                """
                namespace Shop.Stock;
                partial class Item
                {
                    public Shop.Orders.Money Price { get; set; }
                    void Grow() { Twice(); }
                }
                """);
        write(
                "test/Shop.Tests/OrderTests.cs",
                """
                using Shop.Orders;
                using Xunit;
                namespace Shop.Tests.Orders;
                public class OrderTests { [Fact] public void Takes() { var order = new Order(null); order.Thing(); } }
                """);
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(
                List.of(
                        "Dig calls Move (exact)",
                        "Grow calls Twice (exact)",
                        "IDisposable.Dispose calls Late (exact)",
                        "Local calls Late (exact)",
                        "Move calls Grow (exact)",
                        "Order creates Item (exact)",
                        "Order creates Store (exact)",
                        "Order extends Entity (exact)",
                        "Order implements IOrder (exact)",
                        "Order.cs imports Acme.Pay",
                        "Order.cs imports Item.Grow.cs",
                        "Order.cs imports Item.cs",
                        "OrderTests.cs imports Order.cs",
                        "OrderTests.cs imports Xunit",
                        "OrderTests.cs tests Order.cs",
                        "Round creates Money (exact)",
                        "Store implements IStore (exact)",
                        "TakeAsync calls Check (exact)",
                        "TakeAsync calls FindAsync (exact)",
                        "TakeAsync calls Local (exact)",
                        "TakeAsync calls Move (exact)",
                        "TakeAsync calls Round (exact)",
                        "TakeAsync calls Shorten (exact)",
                        "TakeAsync calls Thing (exact)",
                        "TakeAsync calls Touch (exact)",
                        "TakeAsync calls Twice (exact)",
                        "TakeAsync calls Up (exact)",
                        "TakeAsync creates Item (exact)",
                        "Takes calls Thing (exact)",
                        "Takes creates Order (exact)",
                        "operator + calls Thing (exact)",
                        "static Order calls Count (exact)"),
                edges());
        NodeStatement order = named("Order", "Class");
        assertTrue(order.formsGroup());
        assertEquals(Value.flag(true), named("Takes", "Method").properties().find("test"));
    }

    @Test
    void ofOverloadsTheOneIsMeantThatTakesWhatIsGiven() throws IOException {
        write(
                "Pen.cs",
                """
                class Pen
                {
                    public void Ink() {}
                    public void Draw(int x) => Ink();
                    public void Draw(string text) => Dot();
                    public void Draw(string text, object x) => Line();
                    public void Draw(string text, params object[] more) => Many();
                    public void Fill(Pen pen) => Dot();
                    public void Fill(object any) => Line();
                    public void Wipe(Cloth cloth, Func<int> f) => Ink();
                    public void Wipe(Cloth cloth, Pen pen) => Dot();
                    void Dot() {} void Line() {} void Many() {}
                }
                class Cloth {}
                """);
        write(
                "Use.cs",
                """
                class Use
                {
                    Pen pen;
                    void Number() => pen.Draw(1);
                    void Text() => pen.Draw($"{this}");
                    void Two(int n) => pen.Draw("a", n);
                    void Four() => pen.Draw("a", 1, 2, 3);
                    void Unknown(dynamic what) { var it = what.It(); pen.Draw(it); }
                    void Special() => pen.Fill(new Pen());
                    void Lambda() => pen.Wipe(new Cloth(), () => 1);
                }
                """);
        read();
        assertEquals(
                List.of(
                        "Four calls Draw (exact) 7",
                        "Lambda calls Wipe (exact) 10",
                        "Lambda creates Cloth (exact) 14",
                        "Number calls Draw (exact) 4",
                        "Special calls Fill (exact) 8",
                        "Special creates Pen (exact) 1",
                        "Text calls Draw (exact) 5",
                        "Two calls Draw (exact) 6",
                        "Unknown calls Draw (by name) 4"),
                callsFrom("Use.cs"));
    }

    @Test
    void ofOverloadsForWhatMayBeMissingTheOneIsMeantThatTakesIt() throws IOException {
        write(
                "Pen.cs",
                """
                class Pen
                {
                    public void Dip(int x) {}
                    public void Dip(int? x) {}
                    public void Put(string? x) {}
                    public void Put(Level x) {}
                    public void Put(Level? x) {}
                    public void Same(object a, object b) {}
                    public void Same<T>(T a, T b) {}
                }
                enum Level { Low }
                class Use
                {
                    Pen pen; int? maybe; Level? level; object any;
                    void A(int x) => pen.Dip(x);
                    void B() => pen.Dip(maybe);
                    void C() => pen.Dip(maybe ?? 1);
                    void D() => pen.Dip(maybe.Value);
                    void E(string text) => pen.Put(text);
                    void F() => pen.Put(level);
                    void G() => pen.Put(Level.Low);
                    void H() => pen.Same(1, 2);
                    void I() => pen.Same(1, any);
                }
                """);
        read();
        assertEquals(
                List.of(
                        "A calls Dip (exact) 3",
                        "B calls Dip (exact) 4",
                        "C calls Dip (exact) 3",
                        "D calls Dip (exact) 3",
                        "E calls Put (exact) 5",
                        "F calls Put (exact) 7",
                        "G calls Put (exact) 6",
                        "H calls Same (exact) 9",
                        "I calls Same (by name) 8"),
                callsFrom("Pen.cs"));
    }

    @Test
    void whatMayBeSeveralThingsIsNotExact() throws IOException {
        write("One.csproj", "<Project/>");
        write(
                "A.cs",
                "namespace A; public class Same { public void Run1() {} public void Only() {} }");
        write("B.cs", "namespace B; public class Same { public void Run1() {} }");
        write(
                "Use.cs",
                """
                using A;
                using B;
                class Use
                {
                    Same same;
                    void Both() => same.Run1();
                    void Foreign(string only, Stranger stranger) { only.Only(); stranger.Run1(); }
                    void Unknown(dynamic it) { it.Only(); it.Run1(); Stranger.Make().Only(); }
                    void Shadowed(Func<int> Later) { Later(); xs.ForEach(same => same.Only()); }
                    void Later() {}
                    void Twice() { if (x is A.Same s) s.Only(); else if (x is B.Same s) s.Run1(); }
                }
                """);
        read();
        assertEquals(
                List.of(
                        "Shadowed calls Only (by name) 1",
                        "Twice calls Only (by name) 1",
                        "Unknown calls Only (by name) 1"),
                callsFrom("Use.cs"));
    }

    @Test
    void typesOfOtherProjectsAreThoseThatItRefersTo() throws IOException {
        write("one/One.csproj", "<Project/>");
        write("two/Two.csproj", "<Project/>");
        write(
                "app/App.csproj",
                """
                <Project><ItemGroup><ProjectReference Include="..\\two\\Two.csproj" /></ItemGroup></Project>
                """);
        write("one/Job.cs", "namespace Jobs;\n\nclass Job { public void Start1() {} }");
        write("two/Job.cs", "namespace Jobs;\nclass Job { public void Start1() {} }");
        write("app/Usings.cs", "global using Jobs;");
        write("app/Main.cs", "class Program { static void Main() { new Job().Start1(); } }");
        write("none/Main.cs", "using Jobs; class Other { void Go() { new Job().Start1(); } }");
        read();
        assertEquals(
                List.of("Main calls Start1 (exact) 2", "Main creates Job (exact) 2"),
                callsFrom("app/Main.cs"));
        assertEquals(List.of(), callsFrom("none/Main.cs"));
        assertEquals(Value.flag(true), named("Main", "Method").properties().find("entry"));
    }

    @Test
    void partsOfATypeAreOneInTheirProject() throws IOException {
        write("a/A.csproj", "<Project/>");
        write("b/B.csproj", "<Project/>");
        write("a/Big.cs", "namespace N; partial class Big { Low low; void Up() => Down(); }");
        write(
                "a/Big.More.cs",
                "namespace N; partial class Big { void Down() => low.Dig(); int X => 1; }");
        write("a/Low.cs", "namespace N; class Low : Big { public void Dig() => Up(); }");
        write("b/Big.cs", "namespace N; partial class Big { }");
        write("a/Generic.cs", "namespace N; class Big<T> { T it; void Own() => it.Dig(); }");
        read();
        assertEquals(
                List.of(
                        "Dig calls Up (exact)",
                        "Down calls Dig (exact)",
                        "Low extends Big (exact)",
                        "Up calls Down (exact)"),
                edges());
        long types =
                source().nodes.values().stream()
                        .filter(n -> n.name().equals(Value.text("Big")))
                        .count();
        assertEquals(3, types);
        long declaring =
                source().edges.values().stream()
                        .filter(
                                e ->
                                        e.type().equals("declares")
                                                && e.to().equals(named("Up", "Method").group()))
                        .count();
        assertEquals(2, declaring);
        assertEquals(named("Up", "Method").group(), named("Down", "Method").group());
    }

    @Test
    void statementsThatStandAloneHaveVariables() throws IOException {
        write(
                "Program.cs",
                "using Web;\nvar app = App.Make();\napp.Run1();\nHelp();\nvoid Help() {}");
        write(
                "App.cs",
                "namespace Web; class App { public static App Make() => new(); public void Run1() {} }");
        read();
        assertEquals(
                List.of(
                        "Make creates App (exact)",
                        "Program.cs calls Help (exact)",
                        "Program.cs calls Make (exact)",
                        "Program.cs calls Run1 (exact)",
                        "Program.cs imports App.cs"),
                edges());
    }

    @Test
    void whatTypesStandForIsFollowed() throws IOException {
        write(
                "Store.cs",
                """
                using System.Collections.Generic;
                class Item { public void Pack() {} public Item Next; }
                class Store<T> where T : class
                {
                    public T First() => null;
                    public List<T> All;
                    public U As<U>() => default;
                }
                class Box<T> where T : Item { T item; void Close() => item.Pack(); }
                class Use
                {
                    Store<Item> store;
                    Dictionary<string, Item[]> byName;
                    void A() => store.First().Pack();
                    void B() { foreach (var one in store.All) one.Next.Pack(); }
                    void C() => store.As<Item>().Pack();
                    void D() => byName["x"][0]?.Pack();
                    async void E(Task<Item> soon) => (await soon).Pack();
                }
                """);
        read();
        assertEquals(
                List.of(
                        "A calls First (exact) 5",
                        "A calls Pack (exact) 2",
                        "B calls Pack (exact) 2",
                        "C calls As (exact) 7",
                        "C calls Pack (exact) 2",
                        "Close calls Pack (exact) 2",
                        "D calls Pack (exact) 2",
                        "E calls Pack (exact) 2"),
                callsFrom("Store.cs"));
    }

    /** What is called and made in a file, and in which line that is declared. */
    private List<String> callsFrom(String path) {
        TreeSet<String> told = new TreeSet<>();
        for (EdgeStatement edge : source().edges.values()) {
            NodeStatement from = source().nodes.get(edge.from());
            NodeStatement to = source().nodes.get(edge.to());
            if (from != null
                    && to != null
                    && edge.properties().find("times") != null
                    && Value.text(path).equals(from.properties().find("path"))) {
                told.add(
                        "%s %s %s (%s) %s"
                                .formatted(
                                        said(from.name()),
                                        edge.type(),
                                        said(to.name()),
                                        said(edge.properties().find("resolved")),
                                        said(to.properties().find("line"))));
            }
        }
        return List.copyOf(told);
    }

    private static String said(@Nullable Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Int(long whole) -> String.valueOf(whole);
            case null, default -> "?";
        };
    }
}
