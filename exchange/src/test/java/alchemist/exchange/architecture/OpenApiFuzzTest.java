package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Documents of OpenAPI. */
final class OpenApiFuzzTest extends ReaderFuzz {
    OpenApiFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "a.json");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        {"openapi": "3.0.0", "info": {"title": "T"}, "paths": {"/a/{b}": {"get": {"tags": ["t"],
                         "responses": {"200": {"$ref": "#/components/responses/R"}}}}},
                         "components": {"responses": {"R": {"x": {"$ref": "#/components/schemas/S"}}},
                         "schemas": {"S": {"properties": {"s": {"$ref": "#/components/schemas/S"}}}}}}
                        """));
    }
}
