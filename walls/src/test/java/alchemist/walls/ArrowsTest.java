package alchemist.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArrowsTest {
    static List<Module> modules() {
        return Module.ALL;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleNamesOnlyTheModulesItsArrowsReach(Module module) {
        noClasses()
                .that()
                .resideInAPackage(module.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(module.hidden())
                .because("the arrows of ARCHITECTURE.md are the only ones allowed")
                .allowEmptyShould(true)
                .check(Module.CLASSES);
    }

    @Test
    void everyModuleHasItsArrowsWrittenDown() {
        var found =
                Module.CLASSES.stream()
                        .map(c -> c.getPackageName().split("\\.", -1)[1])
                        .collect(toCollection(TreeSet::new));
        var written = Module.ALL.stream().map(Module::name).collect(toCollection(TreeSet::new));
        assertEquals(written, found);
    }
}
