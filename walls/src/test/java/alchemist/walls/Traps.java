package alchemist.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** What is an exception on the JVM, and the end of the module in the browser. */
final class Traps {
    private static final Set<String> EXCEPTIONS =
            Set.of(
                    "java.lang.ArrayIndexOutOfBoundsException",
                    "java.lang.ArrayStoreException",
                    "java.lang.ClassCastException",
                    "java.lang.IndexOutOfBoundsException",
                    "java.lang.NegativeArraySizeException",
                    "java.lang.NullPointerException",
                    "java.lang.OutOfMemoryError",
                    "java.lang.StackOverflowError",
                    "java.lang.StringIndexOutOfBoundsException");

    /** For {@code noClasses().should(…)}. */
    static final ArchCondition<JavaClass> CAUGHT =
            new ArchCondition<>("catch what traps in the browser") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    for (var unit : item.getCodeUnits()) {
                        for (var block : unit.getTryCatchBlocks()) {
                            for (var caught : block.getCaughtThrowables()) {
                                if (EXCEPTIONS.contains(caught.getName())) {
                                    events.add(
                                            SimpleConditionEvent.satisfied(
                                                    item,
                                                    unit.getFullName()
                                                            + " catches "
                                                            + caught.getName()));
                                }
                            }
                        }
                    }
                }
            };

    private Traps() {}
}
