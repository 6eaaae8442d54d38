package alchemist.exchange;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a source states now, at one position. Personal values stand opened, as {@link
 * alchemist.kernel.value.Value.Personal}, or {@link alchemist.kernel.value.Value.Erased}. Used by
 * one thread.
 */
public interface Stated {
    /** All that the source states of a node, or null where it states nothing. */
    @Nullable NodeStatement node(Id node);

    /** All that the source states of an edge, or null where it states nothing. */
    @Nullable EdgeStatement edge(Id edge);

    /** Names every node of which the source states something. */
    void eachNode(Consumer<Id> each);

    /** Names every edge of which the source states something. */
    void eachEdge(Consumer<Id> each);

    /** Of a source that was never read. */
    Stated NOTHING =
            new Stated() {
                @Override
                public @Nullable NodeStatement node(Id node) {
                    return null;
                }

                @Override
                public @Nullable EdgeStatement edge(Id edge) {
                    return null;
                }

                @Override
                public void eachNode(Consumer<Id> each) {}

                @Override
                public void eachEdge(Consumer<Id> each) {}
            };
}
