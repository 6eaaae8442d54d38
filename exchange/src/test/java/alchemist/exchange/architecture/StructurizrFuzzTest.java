package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Workspaces of Structurizr. */
final class StructurizrFuzzTest extends ReaderFuzz {
    StructurizrFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "a.dsl");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        workspace "a" { # no
                            !identifiers hierarchical
                            !const B "b ${B}"
                            model { /* no */
                                archetypes { s = container }
                                a = person "A" "x \\"y\\"" "t,u" { url "z" }
                                group "g" { b = softwareSystem "${B}" { c = s "C" \\
                                  "d" } }
                                a -> b.c "uses" "it" { -> a }
                                deploymentEnvironment "e" { deploymentNode "n" { i = containerInstance b.c } }
                                !ref b { !include a.dsl }
                                description \"""
                                  long
                                \"""
                            }
                            views { x -> y }
                        }
                        """));
    }
}
