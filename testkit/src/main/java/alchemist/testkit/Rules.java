package alchemist.testkit;

import alchemist.kernel.Decided;
import alchemist.kernel.Decider;
import alchemist.kernel.Decision;
import alchemist.kernel.Restorable;
import alchemist.kernel.Reversible;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A decider, asked in a way that shows whether it keeps the promises of deciders. */
final class Rules<C, S, E> {
    private final Decider<C, S, E> decider;
    private final @Nullable Restorable<S> restorable;

    private Rules(Decider<C, S, E> decider, @Nullable Restorable<S> restorable) {
        this.decider = decider;
        this.restorable = restorable;
    }

    @SuppressWarnings("unchecked") // a decider saves and loads the state that it decides on
    static <C, S, E> Rules<C, S, E> of(Decider<C, S, E> decider) {
        return new Rules<>(decider, decider instanceof Restorable<?> r ? (Restorable<S>) r : null);
    }

    Decision<E> decide(List<E> history, C command) {
        StoredForm.check(command);
        return ask(history, command, state -> decider.decide(command, state));
    }

    Decision<E> undo(List<E> history, Decided<E> original, C undoing) {
        if (!(decider instanceof Reversible<C, S, E> reversible)) {
            throw new AssertionError(decider.getClass().getSimpleName() + " takes nothing back");
        }
        return ask(history, undoing, state -> reversible.undo(original, undoing, state));
    }

    private Decision<E> ask(
            List<E> history, C command, Function<S, Decision<? extends E>> question) {
        S state = fold(history);
        byte[] before = saved(state);
        Decision<E> decision = widened(question.apply(state));
        same(decision, widened(question.apply(state)), command, "asked a second time");
        if (!Arrays.equals(before, saved(state))) {
            throw new AssertionError("deciding " + command + " changed the state");
        }
        if (restorable != null) {
            S restored = restorable.load(new Input(before));
            same(decision, widened(question.apply(restored)), command, "asked after a restart");
        }
        if (decision instanceof Decision.Accepted<E>(List<E> events)) {
            events.forEach(StoredForm::check);
            fold(history, events);
        }
        return decision;
    }

    private S fold(List<E> history) {
        return fold(history, List.of());
    }

    /** Evolving may change its argument, so every question gets a state of its own. */
    private S fold(List<E> history, List<E> more) {
        S state = decider.initial();
        for (E event : history) {
            state = decider.evolve(state, event);
        }
        for (E event : more) {
            state = decider.evolve(state, event);
        }
        return state;
    }

    private byte[] saved(S state) {
        if (restorable == null) {
            return new byte[0];
        }
        Output out = new Output(256);
        restorable.save(state, out);
        return out.toBytes();
    }

    private static void same(Decision<?> first, Decision<?> again, Object command, String when) {
        if (!first.equals(again)) {
            throw new AssertionError(
                    command
                            + " was "
                            + Scenario.told(first)
                            + "\n  and, "
                            + when
                            + ", "
                            + Scenario.told(again));
        }
    }

    private static <E> Decision<E> widened(Decision<? extends E> decision) {
        return switch (decision) {
            case Decision.Accepted<? extends E>(List<? extends E> events) ->
                    new Decision.Accepted<>(List.copyOf(events));
            case Decision.Rejected<? extends E>(String code, String reason) ->
                    new Decision.Rejected<>(code, reason);
        };
    }
}
