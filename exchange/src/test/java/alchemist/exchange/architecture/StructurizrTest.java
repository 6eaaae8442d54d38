package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Id;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models of Structurizr. */
final class StructurizrTest extends DefinitionsTesting {
    private String in(String name, String type) {
        Id group = named(name, type).group();
        return source().nodes.values().stream()
                .filter(node -> node.node().equals(group))
                .map(node -> node.types().getFirst() + " " + name(group))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aModelGivesItsElementsAndTheirRelations() throws IOException {
        write(
                "docs/workspace.dsl",
                """
                /* workspace of
                   all */
                workspace "Shop" "What we sell" {
                    !const WHO "Customer"
                    model {
                        customer = person "${WHO}" "Buys \\"things\\"" "Outside,Important"
                        // a comment
                        group "Our company" {
                            shop = softwareSystem "Shop" {
                                description "Sells."
                                tags "Own" "Old"
                                web = container "Web" "Shows" "TypeScript" {
                                    -> mail "Sends mail by" "SMTP"
                                }
                                db = container "Database" "" "PostgreSQL"
                                web -> db "Reads \\
                                           and writes" # "Ignored"
                            }
                            mail = softwaresystem "Mail"
                        }
                        customer -> WEB "Buys with" "HTTPS"
                        customer -> shop
                        live = deploymentEnvironment "Live" {
                            deploymentNode "Server" "A machine" "Linux" {
                                infrastructureNode "Balancer" {
                                    -> webHere
                                }
                                webHere = containerInstance web {
                                    customer -> this "Reaches"
                                }
                            }
                        }
                    }
                    views {
                        systemContext shop "none" {
                            include *
                            customer -> nowhere "Is ignored"
                        }
                    }
                }
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "Balancer relates to Web",
                        "Customer Buys with Web [technology HTTPS]",
                        "Customer Reaches Web",
                        "Customer relates to Shop",
                        "Server runs Web",
                        "Web Reads and writes Database",
                        "Web Sends mail by Mail [technology SMTP]"),
                edges("technology").stream().map(one -> one.replaceAll("\\s+", " ")).toList());
        assertEquals("Boundary Our company", in("Shop", "System"));
        assertEquals("System Shop", in("Web", "Container"));
        assertEquals("Deployment node Server", in("Balancer", "Infrastructure node"));
        assertEquals("Folder docs", in("Customer", "Person"));
        assertEquals("Buys \"things\"", property("Customer", "Person", "description"));
        assertEquals("Outside, Important", property("Customer", "Person", "tags"));
        assertEquals("Own, Old", property("Shop", "System", "tags"));
        assertEquals("Sells.", property("Shop", "System", "description"));
        assertEquals("PostgreSQL", property("Database", "Container", "technology"));
        assertEquals("12", property("Web", "Container", "line"));
    }

    @Test
    void namesMayBeThoseOfAllThatSomethingStandsIn() throws IOException {
        write(
                "a.dsl",
                """
                workspace {
                    !identifiers hierarchical
                    model {
                        archetypes {
                            service = container
                            lambda = service
                        }
                        one = softwareSystem "One" {
                            group "Inside" {
                                api = lambda "One's API"
                            }
                            db = container "One's data"
                            api -> db "Fills"
                        }
                        two = softwareSystem "Two" {
                            api = service "Two's API"
                            api --https-> one.api "Asks"
                        }
                        !element two.api {
                            technology "Go"
                        }
                        deploymentEnvironment "Live" {
                            deploymentNode "Cloud" {
                                lb = infrastructureNode "Balancer"
                                deploymentNode "Server" {
                                    containerInstance one.api {
                                        lb -> this "Forwards to"
                                    }
                                }
                            }
                        }
                    }
                }
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "Balancer Forwards to One's API",
                        "One's API Fills One's data",
                        "Server runs One's API",
                        "Two's API Asks One's API"),
                edges());
        assertEquals("Go", property("Two's API", "Container", "technology"));
    }

    @Test
    void aWorkspaceIncludesAndExtendsOthers() throws IOException {
        write("model.dsl", "workspace {\nmodel {\nbank = softwareSystem \"Bank\"\n}\n}\n");
        write("parts/one.dsl", "web = container \"Web\"\n");
        write("parts/two.dsl", "db = container \"Data\"\n");
        write(
                "sub/a.dsl",
                """
                workspace extends ../model.dsl {
                    model {
                        !ref bank {
                            !include ../parts
                        }
                        web -> db "Uses"
                    }
                }
                """);
        write(
                "sub/b.dsl",
                "workspace extends https://example.org/w.json {\nmodel {\nx -> y\n}\n}\n");
        assertEquals(
                List.of("sub/b.dsl line 1: names 'https://example.org/w.json', which is not read"),
                read());
        assertEquals(List.of("Web Uses Data"), edges());
        assertEquals("System Bank", in("Web", "Container"));
        assertEquals("parts/one.dsl", property("Web", "Container", "path"));
        assertEquals(1, types().get("System"));
    }

    @Test
    void whatIsWrongIsToldWithItsLine() throws IOException {
        write("a.dsl", "workspace {\nmodel {\na = person \"A\"\na -> b \"Knows\"\n}\n}\n");
        write("b.dsl", "workspace {\nmodel {\n");
        write("c.dsl", "workspace {\n}\n}\n");
        write("d.dsl", "workspace {\nname \"x\n}\n");
        write("e.dsl", "workspace {\n!include e.dsl\n}\n");
        write("f.dsl", "pipeline { agent any }\n");
        write("g.dsl", "workspace { }\n" + "{ \n".repeat(200));
        List<String> warnings = read();
        assertEquals(
                List.of(
                        "a.dsl line 4: a relation names 'b', which is not there",
                        "b.dsl line 2: a block begins here and does not end",
                        "c.dsl line 3: a brace closes nothing here",
                        "d.dsl line 2: a text begins here and does not end",
                        "e.dsl line 2: includes too many files; the rest is left out",
                        "g.dsl line 102: nests too deep, and is not read"),
                warnings.stream().sorted().toList());
        assertTrue(edges().isEmpty());
    }
}
