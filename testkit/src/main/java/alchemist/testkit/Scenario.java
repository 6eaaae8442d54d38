package alchemist.testkit;

import alchemist.kernel.Decider;
import alchemist.kernel.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * What a decider says, told as a story:
 *
 * <pre>
 * concept.given(new ConceptDefined(ID, LEAD), new ConceptRetired(ID))
 *         .when(new RenameConcept(ID, GOLD))
 *         .thenRejected("concept-not-live");
 * </pre>
 *
 * <p>Beside what the story asserts, every step checks what must hold of any decider: deciding twice
 * gives the same decision, commands and accepted events come back whole from their bytes and their
 * JSON, and, where the decider is {@link alchemist.kernel.Restorable}, deciding changes nothing and
 * a restored state decides alike.
 *
 * @param <C> commands
 * @param <E> events
 */
public final class Scenario<C, E> {
    private final Rules<C, ?, E> rules;

    private Scenario(Rules<C, ?, E> rules) {
        this.rules = rules;
    }

    /** Scenarios of a decider. */
    public static <C, E> Scenario<C, E> of(Decider<C, ?, E> decider) {
        return new Scenario<>(Rules.of(decider));
    }

    /** What has happened before, from the beginning. */
    @SafeVarargs
    public final Given<C, E> given(E... events) {
        List<E> listed = new ArrayList<>(events.length);
        for (E event : events) {
            listed.add(event);
        }
        return given(listed);
    }

    /** What has happened before, from the beginning. */
    public Given<C, E> given(List<? extends E> events) {
        return Given.of(rules, List.copyOf(events));
    }

    /** What is asked when nothing has happened. */
    public Then<C, E> when(C command) {
        return given(List.of()).when(command);
    }

    static String told(Decision<?> decision) {
        return switch (decision) {
            case Decision.Rejected<?>(String code, String reason) ->
                    "rejected as '" + code + "': " + reason;
            case Decision.Accepted<?>(List<?> events) when events.isEmpty() -> "unchanged";
            case Decision.Accepted<?>(List<?> events) -> "accepted with" + lines(events);
        };
    }

    static String lines(List<?> events) {
        StringBuilder text = new StringBuilder();
        for (Object event : events) {
            text.append("\n    ").append(event);
        }
        return text.toString();
    }
}
