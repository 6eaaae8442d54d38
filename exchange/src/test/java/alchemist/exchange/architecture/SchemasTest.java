package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SchemasTest extends DefinitionsTesting {
    @Test
    void servicesAndMessagesOfProtocolBuffersLeadToWhatTheyHold() throws IOException {
        write(
                "proto/shop/cart.proto",
                """
                // a comment { "
                edition = "2023";
                package shop.v1;
                import public "shop/common.proto";
                import "google/protobuf/empty.proto";
                option java_package = "org.shop";
                service Cart {
                  option deprecated = true;
                  rpc Add(AddRequest) returns (google.protobuf.Empty);
                  rpc Watch (stream AddRequest) returns (stream .shop.v1.Item) {
                    option (google.api.http) = { get: "/v1/{id}" };
                  }
                }
                message AddRequest {
                  reserved 2, 4 to 6;
                  string message = 1 [deprecated = true];
                  repeated Item items = 3;
                  oneof what { Item.Kind kind = 7; common.Money price = 8; }
                  map<string, Item> by_name = 9;
                  optional Inner inner = 10;
                  message Inner { Inner again = 1; }
                  extensions 100 to max;
                }
                message Item { enum Kind { option allow_alias = true; NONE = 0; SOME = -1; } Kind kind = 1; }
                extend Item { string more = 100; }
                """);
        write(
                "proto/shop/common.proto",
                "syntax = 'proto3';\npackage shop.v1.common;\nmessage Money { int64 units = 1; }\n");
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "Add accepts AddRequest",
                        "AddRequest refers to AddRequest.Inner [fields inner]",
                        "AddRequest refers to Item [fields by_name, items]",
                        "AddRequest refers to Item.Kind [fields kind]",
                        "AddRequest refers to Money [fields price]",
                        "AddRequest.Inner refers to AddRequest.Inner [fields again]",
                        "Item extends Item",
                        "Item refers to Item.Kind [fields kind]",
                        "Watch accepts AddRequest [how stream]",
                        "Watch returns Item [how stream]",
                        "cart.proto imports common.proto"),
                edges("fields", "how"));
        assertEquals(
                Map.of(
                        "Enumeration",
                        1,
                        "Extension",
                        1,
                        "File",
                        2,
                        "Folder",
                        3,
                        "Message",
                        4,
                        "Method",
                        2,
                        "Service",
                        1),
                types());
        assertEquals("Cart", name(named("Watch", "Method").group()));
        assertEquals("shop.v1.AddRequest", property("AddRequest", "Message", "full name"));
    }

    @Test
    void typesOfGraphQlLeadToWhatTheyHoldAndRootsToWhatCanBeAskedFor() throws IOException {
        write(
                "api/main.graphqls",
                """
                # a comment
                schema { query: Root mutation: Mutation }
                directive @auth(role: Role = ADMIN) repeatable on FIELD_DEFINITION | OBJECT
                \"\"\"
                Text with { brackets
                \"\"\"
                type Root @auth {
                  "one of them"
                  user(id: ID!, filter: Filter = {a: [1, 2], b: -1.5}): User @auth(role: USER)
                  all(first: Int = 10): [Result!]!
                }
                interface Node { id: ID! }
                type User implements Node & Other @key(fields: "id") { id: ID! friends: [User] at: Date }
                type Group { id: ID }
                union Result = | User | Group
                enum Role { ADMIN USER @deprecated(reason: "old") }
                input Filter { role: Role, and: [Filter!] }
                scalar Date
                query Ask($x: ID) { user(id: $x) { id } }
                """);
        write(
                "api/more.graphql",
                "extend type Root { group: Group }\nextend type Root { r: Role }\n");
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "Filter refers to Filter [fields and]",
                        "Filter refers to Role [fields role]",
                        "Result has member Group",
                        "Result has member User",
                        "Root extends Root",
                        "User implements Node",
                        "User refers to Date [fields at]",
                        "User refers to User [fields friends]",
                        "all returns Result",
                        "group returns Group",
                        "r returns Role",
                        "user accepts Filter [how filter]",
                        "user returns User"),
                edges("fields", "how"));
        assertEquals("Root", name(named("user", "Operation").group()));
        assertEquals("ADMIN, USER", property("Role", "Enumeration", "fields"));
    }

    @Test
    void whatIsDamagedCostsAWarningWithItsLine() throws IOException {
        write("a.proto", "message A {}\nmessage B { string x = 1\n");
        write("b.proto", "/* no end\n");
        write("c.proto", "message A {\n" + "message B {\n".repeat(1000));
        write("d.proto", "hello\n");
        write("e.graphql", "type A {}\ntype B {\n  x: [Int\n");
        write("f.graphql", "\"\"\"\nno end\n");
        write("g.graphql", "type A { x: " + "[".repeat(100_000));
        write("h.gql", "service\n");
        assertEquals(
                List.of(
                        "a.proto line 2: ';' is expected, not 'the end'",
                        "b.proto line 1: a comment begins here and does not end",
                        "c.proto line 66: messages nest deeper than 64",
                        "d.proto line 1: is no schema of Protocol Buffers: nothing begins with"
                                + " 'hello'",
                        "e.graphql line 3: ']' is expected, not 'the end'",
                        "f.graphql line 1: a text begins here and does not end",
                        "g.graphql line 1: a type is expected, not 'the end'",
                        "h.gql line 1: is no schema of GraphQL: nothing begins with 'service'"),
                read());
        assertEquals(List.of("Message"), named("A", "Message").types());
    }
}
