package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Schemas of GraphQL. */
final class GraphQlFuzzTest extends ReaderFuzz {
    GraphQlFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "a.graphql");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        schema { query: Q }
                        \"""text\"""
                        type Q implements N & O @d(x: 1) { "f" f(a: [I!]! = {b: [1, -2.5]}): [U]! @e g: E }
                        union U = | Q | N
                        interface N { id: ID! } enum E { A B @d } input I { b: [Int] } scalar D
                        directive @d(x: Int) repeatable on OBJECT | FIELD
                        extend type Q { h: D } query { f { id } } # end
                        """));
    }
}
