package alchemist.domain.sources;

import alchemist.domain.sources.SourcesCommand.ContinueReversal;
import alchemist.domain.sources.SourcesEvent.ReversalAdvanced;
import alchemist.kernel.Command;
import alchemist.kernel.Envelope;
import alchemist.kernel.Reactor;
import java.util.List;

/** Takes the next step of a reversal that is too large for one. */
public final class WhenReversalAdvancedThenContinue implements Reactor {
    @Override
    public String name() {
        return "when-reversal-advanced-then-continue";
    }

    @Override
    public List<? extends Command> react(Envelope envelope) {
        return envelope.event() instanceof ReversalAdvanced e
                ? List.of(new ContinueReversal(e.source()))
                : List.of();
    }
}
