package alchemist.exchange.code;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** C#, of which most that is told of values is read a second time. */
final class CSharpFuzzTest extends ReaderFuzz {
    CSharpFuzzTest() {
        super(new CodeReader(new Repositories(), ParsersTesting.parsers()), "a.cs");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        using static A.B; namespace C; class D<E>(F<E[]>? f) : G<D<E>> where E : D<E> {
                          E H<I>(this I i, params int[] j) { var k = (f as G)?.L(1)!.m[0]; return k.H<E>(x => null, "y"); }
                        #if N
                          D<E> O { get; } = new(); }
                        #endif
                        """),
                bytes(
                        "class A { A b; void C() { var d = d; foreach (var e in b.f) e.C(this, out var g); } }"));
    }
}
