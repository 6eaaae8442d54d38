package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.Shared;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContractsTest extends DefinitionsTesting {
    @Test
    void operationsLeadToTagsSecurityAndToSchemasByWhatTheyAreFor() throws IOException {
        write(
                "api/openapi.yaml",
                """
                openapi: 3.0.3
                info: {title: Shop, version: "1"}
                tags: [{name: pets}]
                security: [{key: []}]
                paths:
                  /pets/{id}:
                    parameters:
                    - $ref: '#/components/parameters/Id'
                    get:
                      operationId: readPet
                      tags: [pets, more]
                      responses:
                        '200': {$ref: '#/components/responses/Pet'}
                        default:
                          content:
                            application/json:
                              schema: {$ref: 'common.yaml#/components/schemas/Error'}
                    put:
                      security: [{login: [write]}]
                      requestBody:
                        content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
                      responses: {'204': {description: ok}}
                  /old:
                    $ref: old.yaml
                components:
                  parameters:
                    Id: {name: id, in: path, schema: {$ref: '#/components/schemas/Id'}}
                  responses:
                    Pet:
                      content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
                  securitySchemes:
                    key: {type: apiKey}
                    login: {type: oauth2}
                  schemas:
                    Id: {type: integer}
                    Pet:
                      type: object
                      example: {$ref: '#/nowhere'}
                      properties:
                        id: {$ref: '#/components/schemas/Id'}
                        mother: {$ref: '#/components/schemas/Pet'}
                        children: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                        gone: {$ref: '#/components/schemas/Gone'}
                """);
        write("api/old.yaml", "get: {}\n");
        write(
                "api/common.yaml",
                """
                openapi: 3.0.0
                info: {title: Common}
                paths: {}
                components: {schemas: {Error: {type: object}}}
                """);
        assertEquals(
                List.of(
                        "api/openapi.yaml line 43: refers to '#/components/schemas/Gone', where"
                                + " nothing is"),
                read());
        assertEquals(
                List.of(
                        "GET /pets/{id} returns Error [statuses default]",
                        "GET /pets/{id} returns Pet [statuses 200]",
                        "GET /pets/{id} secured by key",
                        "GET /pets/{id} tagged with more",
                        "GET /pets/{id} tagged with pets",
                        "GET /pets/{id} takes Id [parameters id]",
                        "PUT /pets/{id} accepts Pet",
                        "PUT /pets/{id} secured by login [scopes write]",
                        "PUT /pets/{id} takes Id [parameters id]",
                        "Pet refers to Id [fields id]",
                        "Pet refers to Pet [fields children, mother]",
                        "Shop refers to old.yaml"),
                edges("statuses", "parameters", "fields", "scopes"));
        assertEquals("readPet", property("GET /pets/{id}", "Operation", "operation"));
        assertEquals("Shop", name(named("Pet", "Schema").group()));
        assertEquals("api", name(named("Shop", "API").group()));
    }

    @Test
    void channelsOperationsAndMessagesOfBothVersionsOfAsyncApi() throws IOException {
        write(
                "two.json",
                """
                {"asyncapi": "2.6.0", "info": {"title": "Two"},
                 "servers": {"main": {"url": "broker:9092", "protocol": "kafka"}},
                 "channels": {"a/b": {"servers": ["main"],
                   "publish": {"operationId": "hear", "message": {"oneOf": [
                     {"$ref": "#/components/messages/M"}]}},
                   "subscribe": {"message": {"name": "Own",
                     "payload": {"$ref": "#/components/schemas/S"}}}}},
                 "components": {"messages": {"M": {"payload": {"$ref": "#/components/schemas/S"}}},
                   "schemas": {"S": {"type": "object"}}}}
                """);
        write(
                "three.yml",
                """
                asyncapi: 3.0.0
                info: {title: Three}
                servers: {main: {host: broker, protocol: amqp}}
                channels:
                  c:
                    address: c.d
                    servers: [{$ref: '#/servers/main'}]
                    messages:
                      m: {$ref: '#/components/messages/M'}
                      n: {payload: {type: string}}
                operations:
                  say: {action: send, channel: {$ref: '#/channels/c'},
                    messages: [{$ref: '#/channels/c/messages/m'}]}
                  hear: {action: receive, channel: {$ref: '#/channels/c'}}
                components: {messages: {M: {headers: {type: object}}}}
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "M refers to S",
                        "Own refers to S",
                        "a/b available on main",
                        "c available on main",
                        "c carries M",
                        "c carries n",
                        "hear carries M",
                        "hear carries n",
                        "hear receives from a/b",
                        "hear receives from c",
                        "say carries M",
                        "say sends to c",
                        "subscribe a/b carries Own",
                        "subscribe a/b sends to a/b"),
                edges());
    }

    @Test
    void whatIsDamagedOrHostileCostsAWarning() throws IOException {
        write("a.json", "{\"openapi\": \"3.0.0\",\n\"paths\": {\"/x\": }}");
        write("b.yaml", "openapi: 3.0.0\npaths:\n  /x: [\n");
        write(
                "c.yaml",
                """
                openapi: 3.0.0
                components:
                  schemas:
                    A: {$ref: '#/components/x/A'}
                  x:
                    A: {$ref: '#/components/x/A'}
                """);
        write("d.json", "{\"name\": \"openapi\"}");
        List<String> warnings = read();
        assertEquals(2, warnings.size(), () -> String.join("\n", warnings));
        assertTrue(warnings.get(0).startsWith("a.json line 2: it is no JSON: "));
        assertTrue(warnings.get(1).startsWith("b.yaml line 4: it is no YAML: "), warnings.get(1));
        assertEquals(1, types().get("API"));
    }

    /** Counted with PyYAML and forty lines of Python over the same files. */
    @Test
    void realDocumentsOfOpenApi() throws IOException {
        read(Shared.data("inputs/openapi/qdrant-v0.8.4-openapi-3.0.json"));
        assertEquals(
                Map.of("API", 1, "File", 1, "Folder", 1, "Operation", 23, "Schema", 77, "Tag", 3),
                types());
        assertEquals(
                Map.of(
                        "declares", 104,
                        "tagged with", 23,
                        "refers to", 83,
                        "accepts", 14,
                        "takes", 1,
                        "returns", 41),
                relations());
    }

    /** Counted in the same way. */
    @Test
    void realDocumentsOfAsyncApi() throws IOException {
        read(Shared.data("inputs/asyncapi"));
        assertEquals(
                Map.of(
                        "API", 3,
                        "Channel", 18,
                        "File", 3,
                        "Folder", 1,
                        "Message", 17,
                        "Operation", 18,
                        "Schema", 68,
                        "Security scheme", 3,
                        "Server", 1),
                types());
        assertEquals(
                Map.of(
                        "carries", 19,
                        "declares", 128,
                        "receives from", 11,
                        "refers to", 116,
                        "sends to", 7),
                relations());
    }
}
