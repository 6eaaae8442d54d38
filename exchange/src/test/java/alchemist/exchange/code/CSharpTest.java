package alchemist.exchange.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.imports.ImportRun;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.List;
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
        assertEquals(List.of("Check", "Count"), edges());
        NodeStatement order = named("Order", "Class");
        assertTrue(order.formsGroup());
        assertEquals(Value.flag(true), named("Takes", "Method").properties().find("test"));
    }
}
