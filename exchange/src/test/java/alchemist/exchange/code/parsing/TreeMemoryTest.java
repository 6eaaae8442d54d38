package alchemist.exchange.code.parsing;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.code.CodeLanguage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read out of the parsers' memory is what the library tells. */
final class TreeMemoryTest {
    /** Enough that what is compared at first is followed by trees that are not. */
    private static final int TIMES = 60;

    @ParameterizedTest
    @EnumSource(CodeLanguage.class)
    void treesLieInMemoryAsTheLibraryTellsThem(CodeLanguage language) throws IOException {
        NativeLibraries libraries =
                NativeLibraries.in(Path.of("target", "parsers").toAbsolutePath());
        NativeTrees trees = new NativeTrees(libraries);
        libraries.require(language);
        Tables tables = Tables.of(language, trees);
        String text = text(language);
        byte[] whole = text.repeat(TIMES).getBytes(StandardCharsets.UTF_8);
        SyntaxTree told = trees.parse(tables, whole);
        assertNotNull(tables.memory(), "memory was found to be otherwise");
        assertTrue(tables.isCompared(), told.size() + " nodes are not enough to tell");
        Tables asked = Tables.of(language, trees);
        asked.compared(0, false);
        // Each beginning is another tree, most of them of broken code.
        byte[] once = text.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= once.length; length++) {
            byte[] part = Arrays.copyOf(once, length);
            SyntaxTree read = trees.parse(tables, part);
            SyntaxTree other = trees.parse(asked, part);
            int until = length;
            assertTrue(read.isSame(other), () -> "the first " + until + " bytes of " + text);
        }
    }

    private static String text(CodeLanguage language) {
        return switch (language) {
            case JAVA ->
                    """
                    /** Ünïcödé. */
                    @A(b = "c") public final class D<E> extends F implements G, H {
                        private int i = 1 + 2 * j.k(l -> m, n::o); // p
                        D(int... q) throws R { for (var s : t) { if (u && v) { new W<>() {}; } } }
                    }
                    record X(int y) {}
                    """;
            case KOTLIN ->
                    """
                    @file:A package b; import c.d as e /* ü */
                    sealed class F<out G : H>(private val i: J? = null, vararg k: L) : M(i), N by o where G : P {
                        var q: Int by lazy { 1 } ; get() = field; init { r@ for ((s, t) in u) { continue@r } }
                        companion object { operator fun V?.plus(w: () -> Unit) = when { x is Y -> z!!.a ?: "${b}c"; else -> 'd' } }
                    }
                    """;
            case CSHARP ->
                    """
                    using static A.B; // ü
                    namespace C; [D(E = 1)] public partial record F<G>(H? I) : J(K), L where G : class, new() {
                        M N { get => o ??= $"{p:x}"; init; } = new() { Q = @"r" };
                        public static explicit operator S(T u) => u switch { { V: > 1 and not null } w => w!, _ => throw x };
                    #if Y
                        async Task Z() { await foreach (var (a, b) in c?[^1].D<e>()) { (f as G)?.H(ref i, out var j); } }
                    #endif
                    }
                    """;
            case PHP ->
                    """
                    <p><?= $a ?></p><?php // ü
                    namespace B; use C\\{D as E, function f}; #[G(1)] final class H extends \\I implements J {
                        use K { K::l as protected m; } const N = 1; public function __construct(private ?O $p = null, P|Q ...$r) {}
                        function s(): static { return $this?->t(...)::u()[$v ?? "w{$x->y}"] ?: match(true) { $z and !1 => new class {}, default => fn() => 1 }; }
                    }
                    enum S: string { case T = 'u'; } foreach ($v as $w => [$x, $y]) { try { yield $z; } catch (A|B $c) { exit; } } ?>
                    <b>
                    """;
            case RUBY ->
                    """
                    # ü
                    module A; class B < C::D; include E; attr_reader :f, "g"; H = Struct.new(:i) { def j(k, *l, m: 1, **n, &o) = k&.p(q) { |(r, s), t| u } }
                      class << self; def v!; @w ||= X.new(y: :z) rescue nil; a, (b, *c) = d; end; end
                      def self.e(f) = case f in {g: Integer => h, **nil} then i ? j : k else "l#{m}" %w[n o] end
                    end; end
                    if a and b then c unless d elsif e <<~F; end
                      g #{h}
                    F
                    """;
            case JAVASCRIPT ->
                    """
                    import a, { b as c } from './d.js'; // e
                    export class F extends G { #h = 1; async i(j = `k${l}`) { return <M n={o}>p</M>; } }
                    const q = (r) => ({ ...s, [t]: u?.v ?? /w/g }), x = function* () { yield 1 }
                    """;
            case TYPESCRIPT ->
                    """
                    import type { A } from 'b'; /* c */
                    export abstract class D<E extends F> implements G { constructor(private h: I) { super(); } }
                    interface J { k?: L | M[]; (n: string): o is P } enum Q { R = 1 }
                    function s<T>(this: U, v: keyof W): asserts v { x!.y as Z; }
                    """;
            case TSX ->
                    """
                    export const A = ({ b }: { b: C }) => <D e="f" {...g}>{h && <i.j />} k</D>;
                    type L = typeof A extends infer M ? M : never; // n
                    """;
            case PYTHON ->
                    """
                    from .a import b as c, d
                    class E(F, metaclass=G):
                        h: int = 1
                        @i
                        async def j(self, *k, l=None, **m) -> n:
                            '''ö'''
                            return [o async for o in p if q and not r] or f"{s!r}"
                    match t:
                        case [u, *_]: pass
                    """;
            case GO ->
                    """
                    package a // b
                    import c "d/e"
                    type F[G any] struct { H int `i:"j"`; K }
                    func (l *F[G]) M(n, o int, p ...string) (q error) { for r := range s { go t(func() {}) }; return }
                    """;
            case RUST ->
                    """
                    use a::{b, c as d}; // e
                    pub trait F<'g>: H { fn i(&self) -> J where K: L; }
                    impl<M> F<'_> for N<M> { fn i(&self) -> J { match o { P(q) if r => s!(t, "u"), _ => v?.w() } } }
                    """;
            case C ->
                    """
                    #include <a.h>
                    #define B(c) ((c) + 1)
                    typedef struct d { int e[3]; union { f *g; }; } h;
                    static int i(const char *j, ...) { if (k->l && m) return sizeof(n); else goto o; o: return B(1); }
                    """;
            case CPP ->
                    """
                    #include "a.h"
                    namespace b::c { template <typename D, int E = 1> class F : public G<D> { F() = default; ~F(); }; }
                    auto H::i(J &&k) const -> L { return [&](auto m) { return m ? n<o>(p) : q::r; }; }
                    """;
        };
    }
}
