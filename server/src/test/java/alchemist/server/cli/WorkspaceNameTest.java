package alchemist.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceNameTest {
    @ParameterizedTest
    @CsvSource({
        "/repos/Alchemist, alchemist",
        "/repos/My Great Repo!, my-great-repo",
        "/repos/keco-v6.json, keco-v6-json",
        "/repos/--x--, x",
        "/repos/äöü, workspace",
        "/, workspace"
    })
    void aWorkspaceIsNamedAfterItsPlace(String place, String name) {
        assertEquals(name, WorkspaceName.of(Path.of(place)));
    }

    @org.junit.jupiter.api.Test
    void aLongNameIsCut() {
        assertEquals(63, WorkspaceName.of(Path.of("x".repeat(200))).length());
    }
}
