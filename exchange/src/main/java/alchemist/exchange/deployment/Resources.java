package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All resources that are read. */
final class Resources {
    private final List<Resource> all;
    private final Map<String, List<Resource>> byName = new HashMap<>();
    private final List<Resource> workloads = new ArrayList<>();

    Resources(List<Resource> all) {
        this.all = all;
        for (Resource one : all) {
            byName.computeIfAbsent(one.kind() + "\0" + one.name(), _ -> new ArrayList<>(1))
                    .add(one);
            if (one.isWorkload()) {
                workloads.add(one);
            }
        }
    }

    List<Resource> all() {
        return all;
    }

    /** The one of a kind and name that another means; null where there is none, or several are. */
    @Nullable Resource named(String kind, String name, Resource from) {
        List<Resource> nearest =
                nearest(byName.getOrDefault(kind + "\0" + name, List.of()), from, _ -> true);
        return nearest.size() == 1 ? nearest.getFirst() : null;
    }

    /** Those whose pods have all of these labels. */
    List<Resource> selected(Map<String, String> labels, Resource from) {
        if (labels.isEmpty()) {
            return List.of();
        }
        return nearest(
                workloads, from, one -> one.podLabels().entrySet().containsAll(labels.entrySet()));
    }

    private static List<Resource> nearest(
            List<Resource> among, Resource from, Predicate<Resource> wanted) {
        return Nearest.of(
                among, Resource::file, from.file(), one -> one.mayMeet(from) && wanted.test(one));
    }
}
