package alchemist.exchange.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who took part in a history, and that they stand nowhere in clear. */
final class GitPeopleTest extends GitTesting {
    @Test
    void peopleInMessagesAndNamesOfRefsAreNotInClear() throws IOException {
        repository.write("a.txt", "1\n");
        repository.commit(
                "Thank Ada Lovelace and adA LoveLace\n\nAsk ada@example.org or"
                        + " Carl.Gauss@uni-goettingen.example about"
                        + " git@example.org:x.git; Adalbert is nobody.\n\n"
                        + "Co-authored-by: Emmy Noether <emmy@example.org>\n"
                        + "Signed-off-by: Ada Lovelace <ada@example.org>\n"
                        + "Reviewed-by: nobody\n");
        repository.git("branch", "for/ada@example.org/fix");
        repository.git("tag", "-a", "v1", "-m", "Emmy Noether tagged it");
        read();
        NodeStatement commit = ofType("Commit").getFirst();
        Value.ListOf name = assertInstanceOf(Value.ListOf.class, commit.name());
        Id ada = Id.of("secret person", "ada@example.org");
        assertEquals(
                List.of(
                        Value.text("Thank "),
                        new Value.Personal(ada, "Ada Lovelace"),
                        Value.text(" and "),
                        new Value.Personal(ada, "adA LoveLace")),
                name.values());
        String clear = inClear(workspace.only());
        for (String secret :
                List.of("lovelace", "noether", "gauss", "ada@", "emmy@", "goettingen")) {
            assertFalse(clear.toLowerCase(java.util.Locale.ROOT).contains(secret), clear);
        }
        assertTrue(clear.contains("Adalbert is nobody"), clear);
        assertTrue(edges().stream().anyMatch(e -> e.endsWith("-co-authored by-> Emmy Noether")));
        assertTrue(edges().stream().anyMatch(e -> e.endsWith("-signed off by-> Ada Lovelace")));
        assertTrue(edges().contains("v1 -tagged by-> Ada Lovelace"));
        assertEquals(Value.text("Thank "), ((Value.ListOf) commit.name()).values().getFirst());
        assertEquals(ImportState.UNCHANGED, read().state());
    }

    @Test
    void aMailmapMakesSeveralAddressesOnePerson() throws IOException {
        repository.as("ada", "ada@laptop").write("a.txt", "1\n").commit("one");
        repository
                .as("Ada Lovelace", "ada@example.org")
                .write(
                        ".mailmap",
                        """
                        Ada Lovelace <ada@example.org> <ada@laptop>
                        Emmy Noether <emmy@example.org> <en@example.org>
                        """)
                .commit("two\n\nCo-authored-by: E. N. <en@example.org>\n");
        read();
        assertEquals(
                List.of("Ada Lovelace", "Emmy Noether"),
                ofType("Person").stream().map(p -> text(p.name())).sorted().toList());
    }

    @Test
    void namesThatAreUsedMostAreShown() throws IOException {
        repository.as("ada", "ada@example.org").write("a.txt", "1\n").commit("one");
        repository.as("Ada Lovelace", "ada@example.org").write("a.txt", "2\n").commit("two");
        repository.write("a.txt", "3\n").commit("three");
        repository.as("", "nameless@example.org");
        repository.git("-c", "user.name=x", "log", "-1");
        read();
        assertEquals(List.of("Ada Lovelace"), names("Person"));
    }

    private List<String> names(String type) {
        return ofType(type).stream().map(n -> text(n.name())).sorted().toList();
    }

    /** All texts of a source that are not personal. */
    private static String inClear(Source source) {
        StringBuilder clear = new StringBuilder();
        source.nodes
                .values()
                .forEach(
                        node -> {
                            clear(node.name(), clear);
                            for (int i = 0; i < node.properties().size(); i++) {
                                clear(node.properties().value(i), clear);
                            }
                        });
        return clear.toString();
    }

    private static void clear(Value value, StringBuilder clear) {
        switch (value) {
            case Value.Text(String text) -> clear.append(text).append('\n');
            case Value.ListOf list -> list.values().forEach(v -> clear(v, clear));
            default -> {}
        }
    }
}
