package alchemist.graph.same;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what a definition is known to be one. */
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
        "Class, b.php, PHP",
        "Class, b.py, PYTHON",
        "Class, b.rb, RUBY",
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
        "Module, a.rb",
        "Class, a.lua",
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

    private static Look look(String type, String path, int diagram) {
        String at = Objects.requireNonNullElse(path, "");
        return LookTest.look(Properties.of("path", Value.text(at)), Set.of(), diagram, type);
    }
}
