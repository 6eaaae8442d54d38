package alchemist.engine;

import alchemist.engine.keys.KeyStore;
import alchemist.engine.reactor.ReactorRunner;
import alchemist.engine.stream.Events;
import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Workspace;
import alchemist.kernel.View;
import alchemist.log.LogException;
import alchemist.log.WorkspaceId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A workspace with all that runs on it: its writer, its views, its reactors, its keys. */
public final class OpenWorkspace {
    private final WorkspaceId id;
    private final Workspace workspace;
    private final KeyStore keys;
    private final List<ViewRunner<?>> views;
    private final Map<String, ReactorRunner> reactors;
    private final Opening opening;

    OpenWorkspace(
            WorkspaceId id,
            Workspace workspace,
            KeyStore keys,
            List<ViewRunner<?>> views,
            Map<String, ReactorRunner> reactors,
            Opening opening) {
        this.id = id;
        this.workspace = workspace;
        this.keys = keys;
        this.views = List.copyOf(views);
        this.reactors = new TreeMap<>(reactors);
        this.opening = opening;
    }

    /** When its parts were there. */
    public Opening opening() {
        return opening;
    }

    /** Its name. */
    public String name() {
        return workspace.name();
    }

    /** Its id, which stays when it gets another name. */
    public WorkspaceId id() {
        return id;
    }

    /** Where commands are submitted. */
    public Workspace workspace() {
        return workspace;
    }

    /** Its events. */
    public Events events() {
        return workspace.events();
    }

    /** The keys of the people in it. */
    public KeyStore keys() {
        return keys;
    }

    /**
     * The view of a class.
     *
     * @throws IllegalArgumentException when this workspace has none
     */
    @SuppressWarnings("unchecked") // checked by the class; a rebuild makes views of the same class
    public <V extends View> ViewRunner<V> view(Class<V> type) {
        for (ViewRunner<?> runner : views) {
            if (type.isInstance(runner.view())) {
                return (ViewRunner<V>) runner;
            }
        }
        throw new IllegalArgumentException(
                "the workspace '" + name() + "' has no view " + type.getSimpleName());
    }

    /** Of its reactors those that go on no more, each in a sentence for people; asked anew. */
    public List<String> stopped() {
        return reactors.values().stream().flatMap(reactor -> reactor.stopped().stream()).toList();
    }

    void close() throws LogException, IOException {
        try (keys) {
            for (ReactorRunner reactor : reactors.values()) {
                reactor.close();
            }
            // What was submitted before is decided, and then seen by the views, before all ends.
            workspace.stopWriting();
            views.forEach(ViewRunner::close);
            workspace.close();
        }
    }
}
