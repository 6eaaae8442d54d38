package alchemist.exchange.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.imports.ImportRun;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PhpTest extends CodeTesting {
    @Test
    void typesMembersCallsAndImports() throws IOException {
        write(
                "src/Order.php",
                """
                <?php
                declare(strict_types=1);
                namespace Shop\\Orders;

                use Psr\\Log\\LoggerInterface;
                use Random\\Randomizer;
                use Shop\\Stock\\{Item as Goods, Store, function weigh};
                use function Shop\\Stock\\count as counted;
                use const Shop\\Stock\\LIMIT;

                /** What is ordered. */
                #[Entity]
                final class Order extends Base implements Priced, \\Countable
                {
                    use Named, Dated { Named::name as protected called; Dated::name insteadof Named; }

                    public const VERSION = 1;
                    private ?Goods $goods = null;
                    /** @var Goods[] */
                    private array $all = [];
                    private $store;

                    public function __construct(private readonly Ledger $ledger, LoggerInterface $log)
                    {
                        parent::__construct();
                        $this->store = new Store();
                    }

                    /** Takes it. Twice. */
                    public function take(int|Goods $one, Goods ...$more): ?static
                    {
                        $this->goods->move();
                        $this->ledger->enter($this)->close();
                        $this->store->fill();
                        foreach ($this->all as $each) { $each->weight(); }
                        self::check();
                        static::check();
                        Goods::make()->move();
                        $made = new Goods(1);
                        $made?->weight();
                        (new \\Shop\\Stock\\Store)->fill();
                        weigh($made); counted(); helper(); strlen('a'); LIMIT;
                        $this->called(); $this->name(); $this->unknown();
                        Level::High->label();
                        $kept = $one ?? null;
                        return $this->take($one)->again();
                    }

                    public function again(): static { return $this; }
                    private static function check(): void { if (true && false or 1) {} }
                    function price() { return 1; }
                }
                abstract class Base { function __construct() {} }
                interface Priced { function price(); }
                trait Named { function name() {} function shown() { $this->price(); } }
                trait Dated { function name() {} }
                enum Level: int { case Low = 1; case High = 2; function label(): string { return ''; } }
                class Ledger { function enter(Order $order): self { return $this; } function close() {} }
                function helper() {}
                """);
        write(
                "src/Stock.php",
                """
                <?php
                namespace Shop\\Stock {
                    const LIMIT = 3;
                    class Item {
                        function __construct($size = 0) {}
                        static function make(): self { return new static(); }
                        function move() {}
                        function weight() {}
                    }
                    class Store { function fill() {} }
                    function weigh(Item $item) { $item->weight(); }
                    function count() {}
                }
                namespace {
                    define('WHOLE', 1);
                    function helper() {}
                }
                """);
        write(
                "tests/OrderTest.php",
                """
                <?php
                namespace Shop\\Tests\\Orders;
                use PHPUnit\\Framework\\TestCase;
                use Shop\\Orders\\Order;
                class OrderTest extends TestCase {
                    function testTakes() { $order = new Order(); $order->again(); }
                    #[\\PHPUnit\\Framework\\Attributes\\Test] function marked() {}
                    /** @test */ function said() {}
                    function helps() {}
                }
                """);
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(
                List.of(
                        "Order extends Base (exact)",
                        "Order implements Priced (exact)",
                        "Order uses Dated (exact)",
                        "Order uses Named (exact)",
                        "Order.php imports Psr\\Log",
                        "Order.php imports Stock.php",
                        "OrderTest.php imports Order.php",
                        "OrderTest.php imports PHPUnit\\Framework",
                        "OrderTest.php tests Order.php",
                        "__construct creates Store (exact)",
                        "__construct creates __construct (exact)",
                        "make creates __construct (by name)",
                        "shown calls price (by name)",
                        "take calls again (exact)",
                        "take calls check (exact)",
                        "take calls close (exact)",
                        "take calls count (exact)",
                        "take calls enter (exact)",
                        "take calls fill (exact)",
                        "take calls helper (exact)",
                        "take calls label (exact)",
                        "take calls make (exact)",
                        "take calls move (exact)",
                        "take calls name (exact)",
                        "take calls weigh (exact)",
                        "take calls weight (exact)",
                        "take creates Store (exact)",
                        "take creates __construct (exact)",
                        "testTakes calls again (exact)",
                        "testTakes creates __construct (exact)",
                        "weigh calls weight (exact)"),
                edges());
        NodeStatement order = named("Order", "Class");
        assertTrue(order.formsGroup());
        assertEquals(Value.text("What is ordered."), order.properties().find("description"));
        assertEquals(
                Value.text("Takes it."), named("take", "Method").properties().find("description"));
        assertEquals(Value.integer(4), named("check", "Method").properties().find("complexity"));
        assertFalse(named("VERSION", "Constant").formsGroup());
        assertEquals(order.node(), named("VERSION", "Constant").group());
        assertEquals("WHOLE", name(named("WHOLE", "Constant").node()));
        for (String test : List.of("testTakes", "marked", "said")) {
            assertEquals(Value.flag(true), named(test, "Method").properties().find("test"), test);
        }
        assertNull(named("helps", "Method").properties().find("test"));
        assertEquals("Named", name(named("Named", "Trait").node()));
        assertEquals("Level", name(named("Level", "Enumeration").node()));
        assertEquals("Priced", name(named("Priced", "Interface").node()));
    }

    @Test
    void valuesAreFollowedAsTheyAreDeclared() throws IOException {
        write(
                "a.php",
                """
                <?php
                namespace A;
                class Box {
                    public Lid $lid;
                    public static ?Lid $spare = null;
                    function lid(): Lid { return $this->lid; }
                    function same(): static { return $this; }
                    static function one(): self { return new self; }
                    function any() { return new Lid; }
                    function either(): Lid|Key { }
                }
                class Lid { function shut() {} function turn(): ?Key {} const SIZE = 1; }
                class Key { function bend() {} function turn() {} }
                class Small extends Box { function only() {} }
                class Uses {
                    function declared(Box $box, ?Small $small, int|Lid $lid, Key ...$keys) {
                        $box->lid->shut(); $box->lid()->shut(); Box::$spare->shut();
                        $small->same()->only(); $small?->lid()->turn()->bend(); $lid->shut();
                        foreach ($keys as $at => $key) { $key->bend(); }
                        Box::one()->lid()->shut(); (clone $box)->same(); $lid::SIZE;
                    }
                    function assigned($given) {
                        $box = Box::one();
                        $same = $box->same();
                        $box = $box->same();
                        $box->lid()->shut();
                        $kept = $same ?? null;
                        $kept->lid();
                        $picked = $given ? $box : $same;
                        [$a, [$b]] = $given;
                        $none = null;
                    }
                    function closures() {
                        $f = fn(Key $k) => $k->bend();
                        return function (Lid $l) use ($f): void { $l->shut(); };
                    }
                    function caught() { try { } catch (Broken $e) { $e->mend(); } catch (Broken|Key $x) { $x->mend(); } }
                    function nothing(Box $b) { $b->either()->turn(); $b->unknown()->shut(); $this->$b(); $b->{'x'}(); ($b->lid)(); new $b; }
                }
                class Broken extends \\Exception { function mend() {} }
                """);
        assertEquals(
                List.of(
                        "assigned calls lid of a.php",
                        "assigned calls one of a.php",
                        "assigned calls same of a.php",
                        "assigned calls shut of a.php",
                        "caught calls mend of a.php",
                        "closures calls bend of a.php",
                        "closures calls shut of a.php",
                        "declared calls bend of a.php",
                        "declared calls lid of a.php",
                        "declared calls one of a.php",
                        "declared calls only of a.php",
                        "declared calls same of a.php",
                        "declared calls shut of a.php",
                        "declared calls turn of a.php",
                        "nothing calls either of a.php"),
                readCalls());
        assertEquals(List.of(), edges().stream().filter(e -> e.contains("by name")).toList());
    }

    @Test
    void aVariableThatIsSeveralThingsIsNoneForCertain() throws IOException {
        write(
                "a.php",
                """
                <?php
                class A { function onlyOfA() {} function ofBoth() {} function same(): static { return $this; } }
                class B { function ofBoth() {} }
                function perhaps(A $x, $given) { $x = $given; $x->onlyOfA(); }
                function later($given) { $x = $given; $x = new A; $x->onlyOfA(); }
                function either() { $x = new A; $x = new B; $x->ofBoth(); }
                function still(A $x) { $x = $x->same(); $x = null; $x = ($x ?? null) ?: $x; $x->onlyOfA(); }
                function others($given) { $x = new Foreign; $x = $given; $x->onlyOfA(); }
                function shared() { global $x; static $y = 1; $z =& $x; $x->onlyOfA(); $y->onlyOfA(); }
                function many(A $x) { foreach ($x as [$x]) {} foreach (made() as $k => $x) {} $x->onlyOfA(); }
                """);
        read();
        assertEquals(
                List.of(
                        "either creates A (exact)",
                        "either creates B (exact)",
                        "later calls onlyOfA (by name)",
                        "later creates A (exact)",
                        "many calls onlyOfA (by name)",
                        "perhaps calls onlyOfA (by name)",
                        "shared calls onlyOfA (by name)",
                        "still calls onlyOfA (exact)",
                        "still calls same (exact)"),
                edges());
    }

    @Test
    void whatOnlyACommentSaysIsTakenByName() throws IOException {
        write(
                "a.php",
                """
                <?php
                /**
                 * Of others.
                 *
                 * @property-read Key $key
                 * @method Key cut(int $deep)
                 * @method static array<int, Key> all()
                 * @method nothing()
                 */
                class Box extends Other {
                    /** @var Key|null */
                    private $said;
                    private $made;
                    private $twice;
                    /** @var array<string, Key> */
                    private array $many = [];
                    function __construct() { $this->made = new Key(); $this->twice = new Key(); $this->twice = new Door(); }
                    /**
                     * @param Key $key the key
                     * @param  Key[]  $keys
                     * @return Key
                     */
                    function give($key, $keys, $any) {
                        $key->fromParameter();
                        foreach ($keys as $one) { $one->fromList(); }
                        foreach ($this->many as $one) { $one->fromMany(); }
                        $this->said->fromField(); $this->made->fromMaking(); $this->key->fromProperty();
                        $this->cut(1)->fromMethod(); $this->twice->fromTwice();
                        foreach (self::all() as $each) { $each->fromAll(); }
                        /** @var Key $told */
                        $told = $any['x'];
                        $told->fromVariable();
                        $this->give()->fromReturn();
                        app(Key::class)->fromContainer();
                        $any->get(Key::class)->fromGet();
                        $any->onlyHere(); $any->get(); $any->nothing(); $any->tests();
                        return [Key::class, 'fromClass'];
                    }
                    function names() { return [$this, 'give']; }
                }
                class Key {
                    function fromParameter() {} function fromList() {} function fromMany() {} function fromField() {}
                    function fromMaking() {} function fromProperty() {} function fromMethod() {} function fromAll() {}
                    function fromVariable() {} function fromReturn() {} function fromContainer() {} function fromGet() {}
                    function fromClass() {} function fromTwice() {} function onlyHere() {} function nothing() {} function get() {}
                }
                class Door { function fromTwice() {} }
                """);
        write("tests/b.php", "<?php class Helper { function tests() {} }");
        read();
        assertEquals(
                List.of(
                        "__construct creates Door (exact)",
                        "__construct creates Key (exact)",
                        "give calls fromAll (by name)",
                        "give calls fromClass (by name)",
                        "give calls fromContainer (by name)",
                        "give calls fromField (by name)",
                        "give calls fromGet (by name)",
                        "give calls fromList (by name)",
                        "give calls fromMaking (by name)",
                        "give calls fromMany (by name)",
                        "give calls fromMethod (by name)",
                        "give calls fromParameter (by name)",
                        "give calls fromProperty (by name)",
                        "give calls fromReturn (by name)",
                        "give calls fromVariable (by name)",
                        "give calls onlyHere (by name)",
                        "names calls give (by name)"),
                edges());
    }

    @Test
    void namesAreKnownByTheirNamespacesWhateverTheirCase() throws IOException {
        write(
                "composer.json",
                """
                {"name": "shop/all", "autoload": {"psr-4": {"Shop\\\\": "src/", "": "old/"}}, "autoload-dev": {"psr-4": {"Shop\\\\Tests\\\\": ["tests"]}}}
                """);
        write("src/Item.php", "<?php namespace Shop; class Item { function move() {} }");
        write("stubs/Item.php", "<?php namespace Shop; class Item { function move() {} }");
        write("src/Gone/Readme.php", "<html>");
        write("x/Two.php", "<?php namespace X; class Two { function a() {} }");
        write("y/Two.php", "<?php namespace X; class Two { function a() {} }");
        write(
                "src/use.php",
                """
                <?php
                namespace Shop\\Sub;
                use Shop\\ITEM, Shop as Whole, X\\Two, Shop\\Gone\\Away;
                use Other\\{Thing};
                use function Shop\\Fns\\one, Shop\\Fns\\gone;
                use const Shop\\Fns\\C;
                require_once __DIR__ . '/../lib/old.php';
                require dirname(__FILE__) . '/fns.php';
                include('fns.php');
                include $x . '/fns.php'; include dirname(__DIR__) . 'x'; include '/abs.php'; include dirname(__DIR__, 2) . '/none.php';
                function f(item $item, Whole\\Item $same, namespace\\Own $own, \\Shop\\Item $full, Two $two) {
                    $item->MOVE(); $same->move(); $own->here(); $full->move(); $two->a();
                    ONE(); \\Shop\\Fns\\one(); Whole\\Fns\\two(); top(); f(); gone(); nowhere();
                }
                class Own { function here() {} }
                """);
        write(
                "src/fns.php",
                "<?php namespace Shop\\Fns; const C = 1; function one() {} function two() {} namespace Late; class After { function x() { later(); } } function later() {}");
        write(
                "lib/old.php",
                "<?php if (!function_exists('top')) { function top() {} } else { function top() {} }");
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(
                List.of(
                        "f calls here (exact)",
                        "f calls move (exact)",
                        "f calls one (exact)",
                        "f calls top (exact)",
                        "f calls two (exact)",
                        "use.php imports Item.php",
                        "use.php imports Other",
                        "use.php imports fns.php",
                        "use.php imports old.php",
                        "x calls later (exact)"),
                edges());
        assertEquals("Late", name(named("Late", "Namespace").node()));
    }

    @Test
    void traitsGiveTheirMembersUnlessAnotherIsChosen() throws IOException {
        write(
                "a.php",
                """
                <?php
                trait One { function same() {} function first() {} function shared() { $this->mine(); $this->twice(); self::deep(); } }
                trait Two { use Deep; function same() {} function plain() {} }
                trait Deep { static function deep() {} }
                class C {
                    use One, Two { Two::same insteadof One; One::same as other; plain as protected bare; plain as public; }
                    function call() { $this->same(); $this->other(); $this->bare(); $this->first(); self::deep(); $this->same; }
                    function mine() {}
                    function twice() {}
                }
                class D { use One; function twice() {} }
                class E extends C { function call() { parent::call(); $this->first(); static::deep(); new parent; } }
                interface P { function promised(); }
                abstract class F implements P { function call() { $this->promised(); } }
                class G extends G { function call() { $this->none(); } }
                """);
        read();
        assertEquals(
                List.of(
                        "C uses One (exact)",
                        "C uses Two (exact)",
                        "D uses One (exact)",
                        "E extends C (exact)",
                        "F implements P (exact)",
                        "Two uses Deep (exact)",
                        "call calls call (exact)",
                        "call calls deep (exact)",
                        "call calls first (exact)",
                        "call calls plain (exact)",
                        "call calls promised (exact)",
                        "call calls same (exact)",
                        "call creates C (exact)",
                        "shared calls deep (by name)",
                        "shared calls mine (by name)"),
                edges());
        assertEquals(2, calls("call", "same"), "of both traits one");
    }

    private long calls(String from, String to) {
        return source().edges.values().stream()
                .filter(e -> name(e.from()).equals(from) && name(e.to()).equals(to))
                .count();
    }

    @Test
    void templatesAndClassesWithoutNamesAreNoHindrance() throws IOException {
        write(
                "page.blade.php",
                "<?xml version=\"1.0\"?>\n<p>@if ($a) {{ $a->b() }} @endif</p>\n<?php helper(); ?>\n");
        write(
                "mixed.php",
                "<html><? helper() ?><?= helper() ?>\n<?php foreach ([1] as $x): ?><b><?= $x ?></b><?php endforeach; function helper() {}");
        write(
                "enum.php",
                """
                <?php
                enum Suit: string {
                    case Hearts = 'H';
                    public const Wild = self::Hearts;
                    static function from(): self { return self::Hearts; }
                    function label() { return self::from()->color(); }
                    function color() {}
                }
                """);
        write(
                "anonymous.php",
                """
                <?php
                class Outer {
                    private Outer $field;
                    function make() {
                        helper();
                        return new class($this) extends Outer {
                            use Some;
                            const X = 1;
                            private Other $field;
                            function __construct(private Outer $in) { $this->run(); parent::run(); self::run(); new self; [self::class, 'run']; }
                        };
                    }
                    function run() { $this->field->run2(); }
                    function run2() {}
                }
                return new class extends Outer { function up() { helper(); } };
                """);
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(
                List.of(
                        "anonymous.php calls helper (exact)",
                        "label calls color (exact)",
                        "label calls from (exact)",
                        "make calls helper (exact)",
                        "mixed.php calls helper (exact)",
                        "page.blade.php calls helper (exact)",
                        "run calls run2 (exact)"),
                edges());
    }

    @Test
    void testsAreOfWhatLiesInFoldersThatAreCalledAlike() throws IOException {
        write("app/Models/User.php", "<?php namespace App\\Models; class User {}");
        write("app/Http/User.php", "<?php namespace App\\Http; class User {}");
        write(
                "tests/Unit/Models/UserTest.php",
                "<?php namespace Tests\\Unit\\Models; class UserTest {}");
        write("tests/UserTest.php", "<?php namespace Tests; class UserTest {}");
        read();
        assertEquals(List.of("UserTest.php tests User.php"), edges());
    }
}
