package alchemist.graph.same;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a thing can be compared with others. */
class LookTest {
    @Test
    void partsAreNamedByTextsColumnsWithTypesAndMapsWithNames() {
        Value fields = Value.texts(List.of("Name", "prénom"));
        Value columns = Value.texts(List.of("id INT"));
        Value attributes =
                new Value.ListOf(
                        List.of(
                                new Value.MapOf(Properties.of("name", Value.text("Age"))),
                                new Value.MapOf(Properties.of("type", Value.text("no name"))),
                                Value.integer(7)));
        Look look =
                look(
                        Properties.of("fields", fields)
                                .with("columns", columns)
                                .with("attributes", attributes),
                        Set.of(),
                        -1,
                        "Class");
        assertEquals(List.of("name", "prenom", "id", "age"), look.parts());
        assertEquals(List.of(), look(Properties.NONE, Set.of(), -1, "Class").parts());
    }

    @Test
    void twoShareAPlaceWhereOneSourceOfItStatesBoth() {
        Look one = look(Properties.NONE, Set.of("/here", "/there"), -1, "Class");
        Look other = look(Properties.NONE, Set.of("/there"), -1, "Class");
        Look stranger = look(Properties.NONE, Set.of("/elsewhere"), -1, "Class");
        assertTrue(one.sharesPlace(other) && other.sharesPlace(one));
        assertFalse(one.sharesPlace(stranger) || stranger.sharesPlace(other));
    }

    @Test
    void aThingIsToldByItsLastTypeAndItsName() {
        assertEquals("File 'it'", look(Properties.NONE, Set.of(), -1, "Code", "File").told());
        assertEquals("thing 'it'", look(Properties.NONE, Set.of(), -1).told());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test/a.java",
                "src/Test/a.java",
                "src/tests/a.py",
                "web/__tests__/a.ts",
                "testing/a.go",
                "web/a.test.ts",
                "web/a.spec.ts",
                "a_test.go",
                "src/test_a.py",
                "testkit/a.java",
                "docs/examples/a.yaml",
                "fixtures/a.yaml"
            })
    void aFileOfATestIsKnownByItsPath(String path) {
        assertTrue(look(Properties.of("path", Value.text(path)), Set.of(), -1).isOfTest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.java", "src/latest/a.java", "contest.py", "attest/a.go"})
    void whatOnlySoundsLikeATestIsNone(String path) {
        assertFalse(look(Properties.of("path", Value.text(path)), Set.of(), -1).isOfTest());
    }

    static Look look(Properties properties, Set<String> places, int diagram, String... types) {
        return new Look(
                0,
                Id.of("node", "it"),
                "it",
                List.of(types),
                false,
                -1,
                properties,
                places,
                diagram,
                "");
    }
}
