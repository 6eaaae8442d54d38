package alchemist.domain.sources;

import alchemist.domain.sources.SourcesEvent.SourceTrusted;
import alchemist.kernel.Decision;

/** The inverse of what was decided of sources; imports are reverted, not undone. */
public final class SourcesUndo {
    private SourcesUndo() {}

    /** Decides to take an event back. */
    public static Decision<SourcesEvent> undo(SourcesEvent event, SourcesState state) {
        if (!(event instanceof SourceTrusted e)) {
            return Decision.reject("not-undoable", "an import is not undone; revert it");
        }
        return state.trust(e.source()) == e.trust()
                ? Decision.accept(new SourceTrusted(e.source(), e.previous(), e.trust()))
                : Decision.reject("touched-since", "the source's trust was decided again since");
    }
}
