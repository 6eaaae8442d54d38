package alchemist.graph.same;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A service that several files of one place deploy: resources of Kubernetes of one kind and name,
 * services of Compose files that lie together, or one of each; and the module that is in the
 * service's own folder.
 */
final class SameDeployment implements Rule {
    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet");

    @Override
    public void clues(Look look, Consumer<String> clues) {
        String form = form(look);
        String name = form.equals("Module") ? folder(look) : look.name();
        if (!form.isEmpty() && name.length() > 1) {
            clues.accept(name.toLowerCase(Locale.ROOT));
        }
    }

    /** What it is among those that deploy; empty where it is none. */
    private static String form(Look look) {
        if (look.path().isEmpty()) {
            return "";
        }
        boolean kubernetes = !look.text("api").isEmpty();
        if (kubernetes) {
            return look.isAny(WORKLOADS) ? look.types().getLast() : "";
        }
        if (look.is("Service") && look.text("full name").isEmpty()) {
            return "Service";
        }
        return look.is("Module") && !look.text("ecosystem").isEmpty() ? "Module" : "";
    }

    /** The last folder that a file is in. */
    private static String folder(Look look) {
        String path = parent(look.path());
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    @Override
    public void propose(String clue, List<Look> alike, SeenGraph graph, Proposals proposals) {
        List<Look> workloads = new ArrayList<>();
        List<Look> services = new ArrayList<>();
        List<Look> modules = new ArrayList<>();
        for (Look look : alike) {
            switch (form(look)) {
                case "Service" -> services.add(look);
                case "Module" -> modules.add(look);
                default -> workloads.add(look);
            }
        }
        for (int i = 1; i < workloads.size(); i++) {
            @Nullable Look first = first(workloads, i, graph);
            if (first != null) {
                add(first, workloads.get(i), 90, "deploy the same image", proposals);
            }
        }
        for (int i = 1; i < services.size(); i++) {
            Look other = services.get(i);
            for (Look one : services.subList(0, i)) {
                if (one.sharesPlace(other) && parent(one.path()).equals(parent(other.path()))) {
                    add(
                            one,
                            other,
                            92,
                            "are one service in Compose files of one folder",
                            proposals);
                    break;
                }
            }
        }
        if (workloads.size() == 1 && services.size() == 1) {
            Look one = workloads.getFirst();
            Look other = services.getFirst();
            if (one.sharesPlace(other) && !differ(one, other, graph)) {
                add(one, other, 85, "deploy what has one name at one place", proposals);
            }
        }
        Look deployed =
                services.size() == 1
                        ? services.getFirst()
                        : services.isEmpty() && workloads.size() == 1 ? workloads.getFirst() : null;
        if (deployed != null && modules.size() == 1 && isOwn(modules.getFirst(), deployed)) {
            add(modules.getFirst(), deployed, 80, "are a module and what deploys it", proposals);
        }
    }

    /** A module in a folder that is called like the service, and called so itself. */
    private static boolean isOwn(Look module, Look service) {
        String name = module.name().toLowerCase(Locale.ROOT);
        String last = name.substring(name.lastIndexOf('/') + 1);
        return module.sharesPlace(service) && last.equals(service.name().toLowerCase(Locale.ROOT));
    }

    /** The first before a workload that is the same: of one kind, with the same images. */
    private static @Nullable Look first(List<Look> workloads, int i, SeenGraph graph) {
        Look other = workloads.get(i);
        for (Look one : workloads.subList(0, i)) {
            if (one.types().equals(other.types())
                    && one.text("namespace").equals(other.text("namespace"))
                    && one.sharesPlace(other)
                    && share(images(one, graph), images(other, graph))) {
                return one;
            }
        }
        return null;
    }

    private static Set<String> images(Look look, SeenGraph graph) {
        return new HashSet<>(graph.namesBehind(look.node(), "runs"));
    }

    private static boolean differ(Look one, Look other, SeenGraph graph) {
        Set<String> images = images(one, graph);
        Set<String> others = images(other, graph);
        return !images.isEmpty() && !others.isEmpty() && !share(images, others);
    }

    /** Whether an image of both is the same, perhaps once without its registry. */
    private static boolean share(Set<String> images, Set<String> others) {
        for (String one : images) {
            for (String other : others) {
                if (one.equals(other) || one.endsWith("/" + other) || other.endsWith("/" + one)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void add(Look one, Look other, int score, String what, Proposals proposals) {
        proposals.add(
                one,
                other,
                score,
                one.told() + " and " + other.told() + " " + what + ".",
                List.of(one.path(), other.path()));
    }
}
