package alchemist.exchange.contracts;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.Tree;
import alchemist.kernel.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a document that are things of their own, by the pointers that lead to them. */
final class Parts {
    static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private final Contract contract;
    private final Blueprint blueprint;
    private final Id api;
    private final Map<String, Id> byPointer = new HashMap<>();

    Parts(Contract contract, Blueprint blueprint) {
        this.contract = contract;
        this.blueprint = blueprint;
        this.api = Blueprint.id(contract.file(), "API", "");
    }

    /** Adds them all, in the document as a group. */
    void declare() {
        Tree tree = contract.tree();
        blueprint.declare(
                contract.file(),
                "API",
                contract.title(),
                api,
                Facts.at(Math.max(1, tree.at("info").line()))
                        .text("format", contract.format() + " " + contract.version())
                        .text("version", tree.at("info").text("version")),
                Id.NONE,
                true);
        all("/components/schemas", "Schema");
        all("/definitions", "Schema");
        all("/components/securitySchemes", "Security scheme");
        all("/securityDefinitions", "Security scheme");
        for (Tree tag : tree.at("tags").items()) {
            tag(tag.text("name"), tag.line());
        }
        if (contract.asynchronous()) {
            declareAsync(tree);
        } else {
            paths("/paths", "");
            paths("/webhooks", "webhook ");
        }
    }

    private void all(String pointer, String type) {
        contract.at(pointer)
                .entries()
                .forEach(
                        (name, one) -> {
                            String own = one.text("type");
                            add(
                                    pointer + "/" + Contract.escaped(name),
                                    type,
                                    name,
                                    Facts.at(one.line()).text("kind", own));
                        });
    }

    private Id add(String pointer, String type, String name, Facts facts) {
        Id id = Blueprint.id(contract.file(), type, pointer);
        byPointer.put(pointer, id);
        return blueprint.declare(contract.file(), type, name, id, facts, api, false);
    }

    /** A tag, which need not be described anywhere. */
    Id tag(String name, int line) {
        String pointer = "/tags/" + Contract.escaped(name);
        Id known = byPointer.get(pointer);
        return known == null ? add(pointer, "Tag", name, Facts.at(line)) : known;
    }

    private void paths(String pointer, String before) {
        contract.at(pointer)
                .entries()
                .forEach(
                        (path, item) -> {
                            for (String method : METHODS) {
                                Tree operation = item.at(method);
                                if (operation.isMap()) {
                                    add(
                                            pointer + "/" + Contract.escaped(path) + "/" + method,
                                            "Operation",
                                            before + method.toUpperCase(Locale.ROOT) + " " + path,
                                            Facts.at(operation.line())
                                                    .text(
                                                            "operation",
                                                            operation.text("operationId"))
                                                    .text("summary", operation.text("summary"))
                                                    .flag(
                                                            "deprecated",
                                                            operation
                                                                    .text("deprecated")
                                                                    .equals("true")));
                                }
                            }
                        });
    }

    private void declareAsync(Tree tree) {
        tree.at("servers")
                .entries()
                .forEach(
                        (name, one) ->
                                add(
                                        "/servers/" + Contract.escaped(name),
                                        "Server",
                                        name,
                                        Facts.at(one.line())
                                                .text("url", one.text("url"))
                                                .text("host", one.text("host"))
                                                .text("protocol", one.text("protocol"))));
        messages("/components/messages");
        tree.at("channels")
                .entries()
                .forEach(
                        (name, one) -> {
                            String pointer = "/channels/" + Contract.escaped(name);
                            add(
                                    pointer,
                                    "Channel",
                                    name,
                                    Facts.at(one.line()).text("address", one.text("address")));
                            messages(pointer + "/messages");
                            for (String action : List.of("publish", "subscribe")) {
                                asyncOperation(pointer, name, action, one.at(action));
                            }
                        });
        tree.at("operations")
                .entries()
                .forEach(
                        (name, one) ->
                                add(
                                        "/operations/" + Contract.escaped(name),
                                        "Operation",
                                        name,
                                        Facts.at(one.line())
                                                .text("action", one.text("action"))
                                                .text("summary", one.text("summary"))));
    }

    /** Messages that stand there themselves. */
    private void messages(String pointer) {
        contract.at(pointer)
                .entries()
                .forEach(
                        (name, one) -> {
                            if (one.text("$ref").isEmpty()) {
                                add(
                                        pointer + "/" + Contract.escaped(name),
                                        "Message",
                                        name,
                                        Facts.at(one.line()).text("title", one.text("title")));
                            }
                        });
    }

    /**
     * An operation as AsyncAPI 2 has it, in its channel, and its message where that has no name.
     */
    private void asyncOperation(String channel, String name, String action, Tree operation) {
        if (!operation.isMap()) {
            return;
        }
        String pointer = channel + "/" + action;
        String id = operation.text("operationId");
        // What a client may publish the described program receives.
        add(
                pointer,
                "Operation",
                id.isEmpty() ? action + " " + name : id,
                Facts.at(operation.line())
                        .text("action", action.equals("publish") ? "receive" : "send")
                        .text("summary", operation.text("summary")));
        Tree message = operation.at("message");
        if (message.isMap() && !message.has("$ref") && !message.has("oneOf")) {
            String own = message.text("name");
            add(
                    pointer + "/message",
                    "Message",
                    own.isEmpty() ? "message of " + name : own,
                    Facts.at(message.line()).text("title", message.text("title")));
        }
    }

    /** The part that a pointer leads to; null where it leads to none, or into one. */
    @Nullable Id exactly(String pointer) {
        return byPointer.get(pointer);
    }

    /** The part that a pointer leads to, or leads into; null where there is none. */
    @Nullable Id find(String pointer) {
        String up = pointer;
        while (!up.isEmpty()) {
            Id found = byPointer.get(up);
            if (found != null) {
                return found;
            }
            up = up.substring(0, Math.max(0, up.lastIndexOf('/')));
        }
        return null;
    }

    /** The part at a pointer that is known to be there. */
    Id need(String pointer) {
        return byPointer.getOrDefault(pointer, api);
    }

    Id api() {
        return api;
    }
}
