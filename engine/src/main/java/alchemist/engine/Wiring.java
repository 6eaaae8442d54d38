package alchemist.engine;

import alchemist.engine.workspace.Rules;
import alchemist.kernel.Reactor;
import alchemist.kernel.View;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What runs in every workspace.
 *
 * @param rules decide
 * @param views for a workspace, how each of its views is made empty; one class is one view
 * @param reactors follow its events
 * @param <S> the decider's state
 */
public record Wiring<S>(
        Rules<S> rules,
        Function<Surroundings, List<Supplier<? extends View>>> views,
        List<Reactor> reactors) {

    /** Rules alone. */
    public static <S> Wiring<S> of(Rules<S> rules) {
        return new Wiring<>(rules, _ -> List.of(), List.of());
    }

    /** With a view that needs nothing of its workspace. */
    public Wiring<S> withView(Supplier<? extends View> view) {
        return withView(_ -> view);
    }

    /** With a view that is made for its workspace. */
    public Wiring<S> withViewOf(Function<Surroundings, Supplier<? extends View>> view) {
        return withView(view);
    }

    private Wiring<S> withView(Function<Surroundings, Supplier<? extends View>> view) {
        return new Wiring<>(
                rules,
                surroundings -> {
                    List<Supplier<? extends View>> all =
                            new java.util.ArrayList<>(views.apply(surroundings));
                    all.add(view.apply(surroundings));
                    return all;
                },
                reactors);
    }

    /** With a reactor. */
    public Wiring<S> withReactor(Reactor reactor) {
        List<Reactor> all = new java.util.ArrayList<>(reactors);
        all.add(reactor);
        return new Wiring<>(rules, views, List.copyOf(all));
    }
}
