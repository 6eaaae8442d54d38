package alchemist.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
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

    /** All but the kernel, whose ids, values, JSON and schemas are one language. */
    static Stream<Module> partedModules() {
        return Module.ALL.stream().filter(module -> !module.name().equals("kernel"));
    }

    @ParameterizedTest
    @MethodSource("partedModules")
    void theRoomsOfAModuleLeadNowhereBack(Module module) {
        slices().assignedFrom(new Rooms("alchemist." + module.name()))
                .should()
                .beFreeOfCycles()
                .check(Module.CLASSES);
    }

    /** The packages of a module right below its own, each with what is in it; and its own. */
    private record Rooms(String module) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String in = type.getPackageName();
            if (in.equals(module)) {
                return SliceIdentifier.of(module);
            }
            return in.startsWith(module + ".")
                    ? SliceIdentifier.of(in.substring(module.length() + 1).split("\\.", -1)[0])
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "the packages of " + module;
        }
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
