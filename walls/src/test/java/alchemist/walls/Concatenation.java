package alchemist.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.Set;

/**
 * Texts put together with {@code +}. ArchUnit does not see them: in the bytes of a class they are
 * no call of a method, but something that the JVM is to link.
 */
final class Concatenation {
    /** A box need not be looked for: there it is the boxing that is refused. */
    private static final Set<ClassDesc> FRACTIONS =
            Set.of(ConstantDescs.CD_double, ConstantDescs.CD_float);

    private static final String FACTORY = "StringConcatFactory";

    /** For {@code noClasses().should(…)}. */
    static final ArchCondition<JavaClass> OF_FRACTIONS =
            new ArchCondition<>("put a double or float into a text with +") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    for (var method : parsed(item).methods()) {
                        if (method.code().filter(Concatenation::joinsFractions).isPresent()) {
                            events.add(
                                    SimpleConditionEvent.satisfied(
                                            item,
                                            "%s.%s puts a double or float into a text with +"
                                                    .formatted(
                                                            item.getName(), method.methodName())));
                        }
                    }
                }
            };

    private Concatenation() {}

    private static boolean joinsFractions(CodeModel code) {
        return code.elementStream()
                .anyMatch(
                        element ->
                                element instanceof InvokeDynamicInstruction joined
                                        && joined.bootstrapMethod()
                                                .owner()
                                                .displayName()
                                                .equals(FACTORY)
                                        && joined.typeSymbol().parameterList().stream()
                                                .anyMatch(FRACTIONS::contains));
    }

    private static ClassModel parsed(JavaClass item) {
        try (InputStream in = item.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(item.getName() + " cannot be read", e);
        }
    }
}
