package alchemist.graph.same;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what a definition is known to be one, and what of it can be compared. */
class NotationTest {
    @ParameterizedTest
    @CsvSource({
        "Table, db/a.sql, TABLE",
        "Message, a.proto, PROTOBUF",
        "Enumeration, a.PROTO, PROTOBUF",
        "Object type, a.graphql, GRAPHQL",
        "Interface, a.gql, GRAPHQL",
        "Schema, api.yaml, SCHEMA",
        "owl:Class, a.ttl, ONTOLOGY",
        "rdfs:Class, '', ONTOLOGY",
        "Class, a/B.java, JAVA",
        "Class, a/B.kt, KOTLIN",
        "Interface, build.kts, KOTLIN",
        "Struct, B.cs, CSHARP",
        "Class, b.py, PYTHON",
        "Struct, b.go, GO",
        "Trait, b.rs, RUST",
        "Struct, b.h, C",
        "Class, b.cpp, C",
        "Type, b.tsx, SCRIPT",
    })
    void aDefinitionIsKnownByItsTypeAndTheEndingOfItsFile(
            String type, String path, Notation notation) {
        assertEquals(notation, Notation.of(look(type, path, -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "Table, ''",
        "Schema, ''",
        "Message, a.txt",
        "Class, a.proto",
        "Class, a.graphql",
        "Class, a.rb",
        "Class, Makefile",
        "Function, a.java",
        "Person, ''",
    })
    void whatIsNoTypeOrOfNoFileIsNoDefinition(String type, String path) {
        assertNull(Notation.of(look(type, path, -1)));
    }

    @Test
    void whatIsDrawnIsADrawingWhateverItsFile() {
        assertEquals(Notation.DRAWN, Notation.of(look("Class", "a.java", 7)));
        assertNull(Notation.of(look("Step", "a.md", 7)));
    }

    @Test
    void codeIsToldFromWhatOnlySaysHowDataLooks() {
        Set<Notation> data =
                Set.of(
                        Notation.TABLE,
                        Notation.PROTOBUF,
                        Notation.GRAPHQL,
                        Notation.SCHEMA,
                        Notation.ONTOLOGY,
                        Notation.DRAWN);
        for (Notation notation : Notation.values()) {
            assertEquals(!data.contains(notation), notation.isCode(), notation.name());
        }
        assertEquals("a type of Kotlin", Notation.KOTLIN.told());
        assertTrue(
                Arrays.stream(Notation.values()).map(Notation::told).distinct().count()
                        == Notation.values().length);
    }

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
        assertEquals(List.of(), look("Class", "a.java", -1).parts());
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

    private static Look look(String type, String path, int diagram) {
        String at = Objects.requireNonNullElse(path, "");
        return look(Properties.of("path", Value.text(at)), Set.of(), diagram, type);
    }

    private static Look look(
            Properties properties, Set<String> places, int diagram, String... types) {
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
