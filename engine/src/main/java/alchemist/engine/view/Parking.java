package alchemist.engine.view;

import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events that a view has not folded, in order. What mentions a thing of a parked event is
 * parked behind it, so that each thing sees its events in order. For one thread; {@link #events}
 * for any.
 */
final class Parking {
    /** How many events may be parked; a view that parks more has a bug that concerns everything. */
    static final int MAX = 10_000;

    private final Map<Id, Long> lastByThing = new HashMap<>();
    private final List<ParkedEvent> parked = new ArrayList<>();
    private volatile List<ParkedEvent> visible = List.of();
    private boolean changed;

    boolean isFull() {
        return parked.size() >= MAX;
    }

    /** The position of the parked event that an event must wait behind, or null. */
    @Nullable Long blocker(Event event) {
        if (parked.isEmpty()) {
            return null;
        }
        for (Id id : mentions(event)) {
            Long position = lastByThing.get(id);
            if (position != null) {
                return position;
            }
        }
        return null;
    }

    void park(long position, Event event, String reason) {
        add(new ParkedEvent(position, mentions(event), reason));
    }

    private void add(ParkedEvent event) {
        changed = true;
        parked.add(event);
        for (Id id : event.mentions()) {
            lastByThing.put(id, event.position());
        }
    }

    /** Lets other threads see what is parked now. */
    void publish() {
        if (changed) {
            visible = List.copyOf(parked);
            changed = false;
        }
    }

    List<ParkedEvent> events() {
        return visible;
    }

    private static Set<Id> mentions(Event event) {
        Set<Id> ids = new LinkedHashSet<>();
        if (!event.entity().isNone()) {
            ids.add(event.entity());
        }
        Contract.eachId(event, ids::add);
        return ids;
    }

    void save(Output out) {
        out.varint(parked.size());
        for (ParkedEvent event : parked) {
            out.varint(event.position());
            out.text(event.reason());
            out.varint(event.mentions().size());
            event.mentions().forEach(out::id);
        }
    }

    static Parking load(Input in) {
        Parking parking = new Parking();
        for (int left = in.length(); left > 0; left--) {
            long position = in.varint();
            String reason = in.text();
            Set<Id> mentions = new LinkedHashSet<>();
            for (int ids = in.length(); ids > 0; ids--) {
                mentions.add(in.id());
            }
            parking.add(new ParkedEvent(position, mentions, reason));
        }
        parking.publish();
        return parking;
    }
}
