package alchemist.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

final class NamesTest {
    @Test
    void commandsAndEventsOfTheDomainNameTheirIntent() {
        noClasses()
                .that()
                .resideInAPackage("alchemist.domain..")
                .should()
                .haveNameMatching(".*[.$](Create|Update|Delete|Set|Save)[A-Z][^.$]*")
                .orShould()
                .haveNameMatching(".*[.$][A-Z][^.$]*(Created|Updated|Deleted|Changed|Saved)")
                .because("a command says what is meant, not that a row is written")
                .allowEmptyShould(true)
                .check(Module.CLASSES);
    }

    @Test
    void noNameSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*[.$][^.$]*(Impl|Manager|Utils?|Helper|Base)")
                .because("such a name fits everything and tells nothing")
                .check(Module.CLASSES);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        classes().should(beInANullMarkedPackage()).check(Module.CLASSES);
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package whose package-info is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type,
                                    type.getName() + ": add a package-info.java with @NullMarked"));
                }
            }
        };
    }
}
