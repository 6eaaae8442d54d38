package alchemist.exchange.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What comments say of the declarations that they stand before, in each language. */
final class DescriptionsTest extends CodeTesting {
    private List<String> described() throws IOException {
        assertEquals(List.of(), read().warnings());
        TreeSet<String> told = new TreeSet<>();
        for (NodeStatement node : source().nodes.values()) {
            if (node.properties().find("description") instanceof Value.Text(String text)
                    && node.name() instanceof Value.Text(String name)) {
                told.add(node.types().getFirst() + " " + name + ": " + text);
            }
        }
        return List.copyOf(told);
    }

    @Test
    void java() throws IOException {
        write(
                "a/Ledger.java",
                """
                package a;

                import java.util.List;

                /**
                 * Keeps {@link Entry entries}, the
                 * newest first. More of it.
                 *
                 * @param <E> of what
                 */
                @Deprecated
                public final class Ledger<E> {
                    /* No words about it. */
                    private int size;

                    /** Of nobody. */
                    Ledger() {}

                    /** How many there are; see {@code List<E>#size()}. */
                    @Override public int size() { return size; }

                    // Only for those who read the source.
                    void add() {}

                    /// In _Markdown_.
                    /// It goes on.
                    void markdown() {}
                    ///////////////
                    void none() {}
                    /** {@inheritDoc} */
                    void inherited() {}
                    /** @return what is taken */
                    int taken() { return 0; } int beside() { return 1; }
                }
                """);
        write("a/package-info.java", "/** Keeps accounts. */\npackage a;\n");
        assertEquals(
                List.of(
                        "Class Ledger: Keeps entries, the newest first.",
                        "Constructor Ledger: Of nobody.",
                        "File package-info.java: Keeps accounts.",
                        "Method markdown: In _Markdown_.",
                        "Method size: How many there are; see List<E>#size()."),
                described());
    }

    @Test
    void kotlin() throws IOException {
        write(
                "a/Ledger.kt",
                """
                package a

                /** Keeps entries. */
                @JvmInline
                internal class Ledger(val size: Int) {
                  /** Adds one. */ fun add() {}
                }
                """);
        assertEquals(List.of("Class Ledger: Keeps entries.", "Method add: Adds one."), described());
    }

    @Test
    void typeScriptAndJavaScript() throws IOException {
        write(
                "ledger.ts",
                """
                /** Keeps entries,
                    in order. */
                export default class Ledger {
                  /**
                   * @deprecated use another
                   */
                  old() {}
                  /** Adds `one`. */
                  public async add() {}
                }
                /**
                 * @description Opens one.
                 */
                export const open = (): Ledger => new Ledger();
                // No more than a remark.
                export function close() {}
                """);
        write("drawn.js", "/** Draws it. */\nfunction draw() {}\nfoo = /** Not of it */ 7;\n");
        assertEquals(
                List.of(
                        "Class Ledger: Keeps entries, in order.",
                        "Function draw: Draws it.",
                        "Function open: Opens one.",
                        "Method add: Adds `one`."),
                described());
    }

    @Test
    void python() throws IOException {
        write(
                "ledger.py",
                """
                #!/usr/bin/env python
                # of somebody
                \"\"\"Accounts. And more.\"\"\"
                class Ledger:
                    r'''
                    Keeps entries, see :class:`~a.Entry`.

                    :param size: how many
                    '''
                    def add(self):
                        # a remark
                        "Adds one"
                    def none(self):
                        x = "of nothing"
                def name(): return "no docstring"
                """);
        write("empty.py", "\"\"\"\"\"\"\n");
        assertEquals(
                List.of(
                        "Class Ledger: Keeps entries, see a.Entry.",
                        "File ledger.py: Accounts.",
                        "Method add: Adds one"),
                described());
    }

    @Test
    void go() throws IOException {
        write(
                "ledger.go",
                """
                // Copyright of somebody.

                // Package ledger keeps accounts. It is old.
                package ledger

                // Ledger keeps entries,
                // in order.
                type Ledger struct{}

                //go:noinline
                func (l *Ledger) Add() {} // behind it

                // A remark about nothing in particular.

                func none() {}

                /* open opens one. */
                func open() {}

                // x := open();
                func late() {}
                """);
        assertEquals(
                List.of(
                        "File ledger.go: Package ledger keeps accounts.",
                        "Function open: open opens one.",
                        "Struct Ledger: Ledger keeps entries, in order."),
                described());
    }

    @Test
    void rust() throws IOException {
        write(
                "src/lib.rs",
                """
                //! Keeps accounts.
                //!
                //! # Examples

                /// Keeps [`Entry`]s, as [the book](https://a.b) says.
                #[derive(Debug)]
                pub struct Ledger;

                impl Ledger {
                    /// Adds one.
                    /// # Panics
                    /// Never.
                    #[inline]
                    pub(crate) fn add(&self) {}
                    // A remark.
                    fn none(&self) {}
                }
                """);
        assertEquals(
                List.of(
                        "File lib.rs: Keeps accounts.",
                        "Method add: Adds one.",
                        "Struct Ledger: Keeps `Entry`s, as the book says."),
                described());
    }

    @Test
    void cSharp() throws IOException {
        write(
                "Ledger.cs",
                """
                namespace A;

                /// <summary>
                /// Keeps <see cref="A.Entry"/> things,
                /// in order. More.
                /// </summary>
                /// <typeparam name="T">of what</typeparam>
                [Serializable]
                public sealed class Ledger<T>
                {
                    /// <inheritdoc />
                    public int Size() => 0;

                    /// <summary>Adds one.</summary>
                    [Obsolete]
                    public void Add(T one) { }

                    /// <param name="one">which</param>
                    public void Take(T one) { }
                }
                """);
        assertEquals(
                List.of("Class Ledger: Keeps A.Entry things, in order.", "Method Add: Adds one."),
                described());
    }

    @Test
    void cAndCpp() throws IOException {
        write(
                "ledger.cpp",
                """
                /*! \\class Ledger
                 *  \\brief Keeps entries.
                 */
                template <typename T>
                class Ledger {
                  int size; /* how many */
                  void add() {}
                  // Takes one away, e.g. The last.
                  void take() {}
                };
                """);
        write("open.c", "/*\n * Opens one.\n */\nstatic int\nopen_one(void) { return 0; }\n");
        assertEquals(
                List.of(
                        "Class Ledger: Keeps entries.",
                        "Function open_one: Opens one.",
                        "Method take: Takes one away, e.g. The last."),
                described());
    }
}
