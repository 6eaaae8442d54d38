package alchemist.exchange.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which overload a call of Java or Kotlin means. */
final class OverloadsTest extends CodeTesting {
    /** What calls what, and in which line that stands; what is not certain, with a mark. */
    private List<String> lines() throws IOException {
        assertEquals(List.of(), read().warnings());
        TreeSet<String> told = new TreeSet<>();
        for (EdgeStatement edge : source().edges.values()) {
            if (edge.type().equals("calls") || edge.type().equals("creates")) {
                Value resolved = edge.properties().find("resolved");
                boolean exact = Value.text("exact").equals(resolved);
                told.add(name(edge.from()) + " → " + line(edge.to()) + (exact ? "" : " ?"));
            }
        }
        return List.copyOf(told);
    }

    private String line(Id id) {
        NodeStatement node = stated(id);
        return node.properties().find("line") instanceof Value.Int(long line)
                ? String.valueOf(line)
                : name(id);
    }

    @Test
    void ofJavaByNumberAndTypes() throws IOException {
        write(
                "src/a/Log.java",
                """
                package a;
                class Log {
                    void say(String text) {}
                    void say(int number) {}
                    void say(Object any) {}
                    void say(String text, Object... more) {}
                    void say(Shape shape) {}
                    void say(Circle circle, int times) {}
                    void say(long number, int times) {}
                    static String text(int n) { return ""; }
                }
                interface Shape {}
                class Circle implements Shape { int size; }
                class Use {
                    String name;
                    Log log;
                    void literal() { log.say("a"); }
                    void number() { log.say(1); }
                    void flag() { log.say(true); }
                    void field() { log.say(this.name); }
                    void several(Circle circle) { log.say("a", 1, circle); }
                    void subtype(Circle circle) { log.say(circle); }
                    void member(Circle circle) { log.say(circle.size); }
                    void two(Circle circle) { log.say(circle, circle.size); }
                    void wider() { log.say(1, 2); }
                    void result() { log.say(Log.text(1)); }
                    void made() { log.say(new Circle()); }
                    void cast(Object o) { log.say((Shape) o); }
                    void unknown() { log.say(other()); }
                    void counted() { log.say(other(), other(), other()); }
                    void sum() { log.say("a" + other()); }
                    void twice() { { String x = ""; log.say(x); } { int x = 1; } }
                    void lambda() { run(name -> log.say(name)); }
                    void matched(Object o) { if (o instanceof Shape s) log.say(s); }
                    void run(Runnable runnable) {}
                }
                """);
        assertEquals(
                List.of(
                        "cast → 7",
                        "counted → 6",
                        "field → 3",
                        "flag → 5",
                        "lambda → 35",
                        "lambda → 5 ?",
                        "literal → 3",
                        "made → 13",
                        "made → 7",
                        "matched → 7",
                        "member → 4",
                        "number → 4",
                        "result → 10",
                        "result → 3",
                        "several → 6",
                        "subtype → 7",
                        "sum → 3",
                        "twice → 5 ?",
                        "two → 8",
                        "unknown → 5 ?",
                        "wider → 9"),
                lines());
    }

    @Test
    void ofJavaThatIsInheritedGenericOrMade() throws IOException {
        write(
                "src/a/Base.java",
                """
                package a;
                class Base<T> {
                    void put(T one) {}
                    void put(T one, int at) {}
                    <R extends Base<?>> void all(R one) {}
                    void all(int... many) {}
                }
                class Words extends Base<String> {
                    Words() {}
                    Words(String one) {}
                    Words(Words other) {}
                    void put(String one) {}
                    void none() { put("a"); }
                    void inherited() { this.put("a", 1); }
                    void generic(Words words) { all(words); }
                    void many() { all(1, 2); }
                    void array(int[] given) { all(given); }
                    void made() { new Words(); }
                    void copied(Words words) { new Words(words); }
                    void wrong() { put("a", 1, 2); }
                }
                record Pair(int a, int b) {
                    Pair(int a) { this(a, a); }
                    static Pair of() { return new Pair(1, 2); }
                    static Pair one() { return new Pair(1); }
                }
                class Open extends elsewhere.Thing {
                    void add(int one) {}
                    void here() { add(1); }
                    void there() { add("a", "b"); }
                }
                """);
        assertEquals(
                List.of(
                        "array → 6",
                        "copied → 11",
                        "generic → 5",
                        "here → 28",
                        "inherited → 4",
                        "made → 9",
                        "many → 6",
                        "none → 12",
                        "of → 22",
                        "one → 23"),
                lines());
    }

    @Test
    void ofJavaThatIsNestedImportedTwiceOrOfTheTypeAbove() throws IOException {
        write(
                "src/a/Queue.java",
                """
                package a;
                class Queue<T extends Queue.Entry> {
                    interface Entry {}
                    void add(T one) {}
                    void add(String name) {}
                    void close() {}
                    void close(int after) {}
                    static void eq(int one) {}
                }
                class Other {
                    interface Entry {}
                    static void eq(int one, int other) {}
                }
                """);
        write(
                "src/b/Use.java",
                """
                package b;
                import a.Queue;
                import a.Other;
                import static a.Queue.*;
                import static a.Other.*;
                class Use extends Queue<Use.Job> {
                    static class Job implements Queue.Entry, Runnable {}
                    void close() { super.close(); }
                    void late() { super.close(1); }
                    void put(Job job) { add(job); }
                    void one() { eq(1); }
                    void two() { eq(1, 2); }
                }
                """);
        assertEquals(List.of("close → 6", "late → 7", "one → 8", "put → 4", "two → 12"), lines());
    }

    @Test
    void ofKotlinThatIsImportedBehindAMemberOfTheName() throws IOException {
        write("src/a/Parsing.kt", "package a\nfun parse(text: String) {}\n");
        write(
                "src/b/Test.kt",
                """
                package b
                import a.parse
                class Test {
                    fun parse() { parse("a") }
                    fun own() { parse() }
                }
                """);
        assertEquals(List.of("own → 4", "parse → 2"), lines());
    }

    @Test
    void ofKotlin() throws IOException {
        write(
                "src/a/Log.kt",
                """
                package a
                class Log(val size: Int, val name: String = "") {
                    constructor(text: String) : this(text.length)
                    fun say(text: String) {}
                    fun say(number: Int, times: Int = 1) {}
                    fun say(text: String, then: () -> Unit) {}
                    fun say(vararg all: Log) {}
                }
                fun String.shorten() = this
                fun ByteArray.shorten() = this
                fun times(n: Int) {}
                fun times(n: Long) {}
                fun find(n: Int, name: String? = null, more: Int = -1, then: () -> Unit = {}) {}
                fun find(name: String, vararg more: String) {}
                fun find(log: Log) {}
                class Use(val log: Log) {
                    fun literal() { log.say("a") }
                    fun number() { log.say(1) }
                    fun named() { log.say(times = 1, number = 2) }
                    fun behind() { log.say("a") { } }
                    fun many(a: Log, b: Log) { log.say(a, b, a) }
                    fun head() { Log(1, "a") }
                    fun other() { Log("a") }
                    fun text(t: String) { t.shorten() }
                    fun bytes(b: ByteArray) { b.shorten() }
                    fun long() { times(1L) }
                    fun less() { find(1) }
                    fun doubtful() { find(other) }
                    fun reference(all: List<Log>) { Log::size.get(all.first()) }
                    fun asked(x: Any) { if (x is String) log.say(x) }
                }
                """);
        assertEquals(
                List.of(
                        "asked → 4 ?",
                        "behind → 6",
                        "bytes → 10",
                        "doubtful → 13 ?",
                        "head → 2",
                        "less → 13",
                        "literal → 4",
                        "long → 12",
                        "many → 7",
                        "named → 5 ?",
                        "number → 5",
                        "other → 3",
                        "text → 9"),
                lines());
    }
}
