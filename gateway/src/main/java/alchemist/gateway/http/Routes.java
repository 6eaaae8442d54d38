package alchemist.gateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of all operations. Immutable; for any thread. */
public final class Routes {
    /** Under which path all of them are; other paths are files. */
    public static final String ROOT = "/api/";

    private final List<Operation> operations;
    private final Function<Throwable, Optional<Problem>> meaning;

    /**
     * A table.
     *
     * @throws IllegalArgumentException when two have the same name, or the same method and path
     */
    public Routes(List<Operation> operations) {
        this(operations, _ -> Optional.empty());
    }

    /**
     * A table.
     *
     * @param meaning the problem that a failure of a handler means; empty for one that only the
     *     server's log is told
     */
    public Routes(List<Operation> operations, Function<Throwable, Optional<Problem>> meaning) {
        this.meaning = meaning;
        this.operations = List.copyOf(operations);
        TreeSet<String> seen = new TreeSet<>();
        for (Operation operation : operations) {
            if (!seen.add(operation.name()) || !seen.add(operation.toString())) {
                throw new IllegalArgumentException(operation + " stands twice");
            }
        }
    }

    /** The problem that a failure means; empty when it has no meaning for the client. */
    Optional<Problem> meaning(Throwable failure) {
        return meaning.apply(failure);
    }

    /** The operation of a method and a path, in decoded segments; null when there is none. */
    @Nullable Operation find(Method method, List<String> path) {
        for (Operation operation : operations) {
            if (operation.method() == method && operation.template().matches(path)) {
                return operation;
            }
        }
        return null;
    }

    /** The methods that a path has; none when there is no such path. */
    List<String> methods(List<String> path) {
        List<String> methods = new ArrayList<>();
        for (Operation operation : operations) {
            String method = operation.method().name();
            if (operation.template().matches(path) && !methods.contains(method)) {
                methods.add(method);
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }
}
