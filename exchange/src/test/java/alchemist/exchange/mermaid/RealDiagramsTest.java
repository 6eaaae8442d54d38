package alchemist.exchange.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.exchange.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Diagrams that others wrote. The numbers are those that Mermaid's own parser (11.12.0) has for
 * them, with two exceptions: of a node that is also a subgraph it counts both, we only the group;
 * and a line that only styles an id makes a node for it, which here it does not. Each line is where
 * the fence begins, the kind, nodes, links and groups, and the members of classes or the attributes
 * of entities.
 */
final class RealDiagramsTest {
    @Test
    void readsACatalogueOfModules() throws IOException {
        assertEquals(
                List.of(
                        "11 mindmap 50 49 0 0",
                        "69 flowchart 10 9 1 0",
                        "119 flowchart 7 15 1 0",
                        "169 flowchart 13 12 1 0",
                        "209 flowchart 9 8 1 0",
                        "244 flowchart 8 10 1 0",
                        "280 flowchart 11 10 1 0"),
                counts("inputs/mermaid/cim-modules-catalog-mindmap-and-subgraphs.md"));
    }

    @Test
    void readsManyKinds() throws IOException {
        assertEquals(
                List.of(
                        "129 flowchart 5 4 0 0",
                        "152 sequence 3 5 0 0",
                        "177 gantt 0 0 0 0",
                        "210 class 7 4 0 7",
                        "242 state 5 6 0 0",
                        "261 pie 0 0 0 0",
                        "284 gitGraph 0 0 0 0",
                        "318 gantt 0 0 0 0",
                        "350 journey 0 0 0 0",
                        "399 c4 12 4 3 0"),
                counts("inputs/mermaid/mermaid-readme-many-kinds.md"));
    }

    @Test
    void readsClassDiagramsOfASpecification() throws IOException {
        assertEquals(
                List.of(
                        "97 class 7 9 0 5",
                        "199 class 6 14 0 3",
                        "234 class 4 3 0 1",
                        "376 class 4 8 0 24",
                        "476 class 4 5 0 5",
                        "534 class 4 8 0 7",
                        "605 class 2 1 0 2",
                        "647 class 1 1 0 5"),
                counts("inputs/mermaid/linkml-specification-03-schemas-class-diagrams.md"));
    }

    @Test
    void readsADictionaryOfData() throws IOException {
        assertEquals(
                List.of(
                        "15 class 15 12 0 0",
                        "33 er 17 23 0 77",
                        "201 er 7 6 0 0",
                        "238 er 2 1 0 0",
                        "278 er 10 11 0 0",
                        "322 er 5 4 0 0",
                        "367 er 9 9 0 0",
                        "420 class 4 3 0 0",
                        "449 er 7 7 0 0",
                        "492 er 2 1 0 0",
                        "541 er 7 7 0 0",
                        "584 er 11 11 0 0",
                        "650 class 4 3 0 0",
                        "679 er 2 1 0 0",
                        "717 er 2 1 0 0",
                        "752 er 6 6 0 0",
                        "817 er 13 16 0 0",
                        "910 er 6 6 0 0",
                        "960 er 5 4 0 0",
                        "1010 er 8 7 0 0",
                        "1050 er 2 1 0 0",
                        "1101 er 2 1 0 0",
                        "1129 er 2 1 0 0"),
                counts("inputs/mermaid/linkml-personinfo-datadict-er-and-class.md"));
    }

    @Test
    void readsTheModelOfALender() throws IOException {
        assertEquals(
                List.of(
                        "17 class 4 3 0 35",
                        "75 class 5 4 0 34",
                        "138 class 4 3 0 28",
                        "190 class 11 10 0 34",
                        "274 flowchart 11 10 0 0",
                        "309 state 13 14 0 0"),
                counts("inputs/lender/keco-ddd-closingcontext.md"));
        assertEquals(
                List.of("25 flowchart 9 7 3 0", "60 flowchart 15 5 4 0", "103 flowchart 7 9 1 0"),
                counts("inputs/lender/keco-ddd-core-model.md"));
        assertEquals(
                List.of(
                        "16 class 5 4 0 30",
                        "75 class 4 3 0 24",
                        "123 class 7 6 0 23",
                        "180 flowchart 10 9 0 0",
                        "213 class 5 4 0 18",
                        "257 class 1 0 0 18"),
                counts("inputs/lender/keco-ddd-documentcontext.md"));
        assertEquals(
                List.of(
                        "16 class 5 4 0 30",
                        "75 class 6 5 0 37",
                        "145 class 8 7 0 24",
                        "207 flowchart 6 7 0 0"),
                counts("inputs/lender/keco-ddd-loanoriginationcontext.md"));
        assertEquals(
                List.of(
                        "17 class 6 5 0 44",
                        "93 class 5 4 0 26",
                        "149 class 10 9 0 26",
                        "221 flowchart 8 9 0 0",
                        "248 class 6 5 0 12"),
                counts("inputs/lender/keco-ddd-underwritingcontext.md"));
        assertEquals(
                List.of("9 flowchart 25 18 1 0"),
                counts("inputs/lender/keco-loan-process-flow.md"));
    }

    @Test
    void understandsAllOfThem() throws IOException {
        for (String folder : List.of("inputs/mermaid", "inputs/lender")) {
            for (Fences.Fence fence : Fences.below(Shared.data(folder))) {
                Diagram diagram = Mermaid.parse(fence.text());
                boolean read =
                        !List.of("gantt", "pie", "gitGraph", "journey").contains(diagram.kind());
                assertEquals(read ? 0 : 1, diagram.problems().size(), () -> fence + " " + diagram);
            }
        }
    }

    private static List<String> counts(String file) throws IOException {
        Path path = Shared.data(file);
        return Fences.of(Files.readString(path)).stream()
                .map(fence -> fence.line() + " " + counted(Mermaid.parse(fence.text())))
                .toList();
    }

    private static String counted(Diagram diagram) {
        long members =
                diagram.nodes().stream()
                        .flatMap(node -> node.properties().entrySet().stream())
                        .filter(
                                said ->
                                        List.of("attributes", "methods", "values")
                                                .contains(said.getKey()))
                        .mapToLong(said -> Said.size(said.getValue()))
                        .sum();
        return diagram.kind()
                + " "
                + diagram.nodes().size()
                + " "
                + diagram.links().size()
                + " "
                + diagram.groups().size()
                + " "
                + members;
    }
}
