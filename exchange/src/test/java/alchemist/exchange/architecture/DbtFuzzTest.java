package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Settings of dbt whose own file is a model as well. */
final class DbtFuzzTest extends ReaderFuzz {
    DbtFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "dbt_project.yml");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        name: a
                        version: 1.0
                        model-paths: [.]
                        macro-paths: ["m"]
                        models: {a: {+materialized: view, b: {enabled: "{{ var('x') }}"}}}
                        sources: [{name: s, tables: [{name: t, columns: [{name: c}]}]}]
                        exposures: [{name: e, depends_on: [ref('x'), "source('s', 't')"]}]
                        """));
    }
}
