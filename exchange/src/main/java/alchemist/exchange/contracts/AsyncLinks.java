package alchemist.exchange.contracts;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.Tree;
import alchemist.kernel.Id;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the parts of a document of AsyncAPI have to do with one another. */
final class AsyncLinks {
    private final Contract contract;
    private final Parts parts;
    private final References references;
    private final Blueprint blueprint;

    AsyncLinks(Contract contract, Parts parts, References references) {
        this.contract = contract;
        this.parts = parts;
        this.references = references;
        this.blueprint = references.blueprint();
    }

    void add() {
        references.followSchemas(contract, "/components/schemas", parts);
        messages("/components/messages");
        for (Map.Entry<String, Tree> one : contract.tree().at("channels").entries().entrySet()) {
            addChannel("/channels/" + Contract.escaped(one.getKey()), one.getValue());
        }
        for (Map.Entry<String, Tree> one : contract.tree().at("operations").entries().entrySet()) {
            Id id = parts.need("/operations/" + Contract.escaped(one.getKey()));
            addOperation(id, one.getValue());
        }
    }

    private void messages(String pointer) {
        contract.at(pointer)
                .entries()
                .forEach(
                        (name, message) -> {
                            if (!message.has("$ref")) {
                                message(
                                        parts.need(pointer + "/" + Contract.escaped(name)),
                                        message);
                            }
                        });
    }

    /** A message, with what it is made of, also by its traits. */
    private void message(Id id, Tree message) {
        for (String field : List.of("payload", "headers", "traits")) {
            references.follow(contract, message.at(field), id, "refers to", "as", field);
        }
    }

    private void addChannel(String pointer, Tree channel) {
        Id id = parts.need(pointer);
        messages(pointer + "/messages");
        for (Map.Entry<String, Tree> one : channel.at("messages").entries().entrySet()) {
            carries(id, pointer + "/messages/" + Contract.escaped(one.getKey()), one.getValue());
        }
        references.follow(contract, channel.at("parameters"), id, "refers to", "as", "parameter");
        for (Tree server : channel.at("servers").items()) {
            String ref = server.text("$ref");
            String at = ref.startsWith("#") ? ref.substring(1) : "/servers/" + server.text();
            @Nullable Id to = parts.find(at);
            if (to != null) {
                Facts facts = Facts.at(server.line());
                blueprint.edge("available on", id, to, facts, contract.file());
            }
        }
        for (String action : List.of("publish", "subscribe")) {
            Tree operation = channel.at(action);
            if (operation.isMap()) {
                Id from = parts.need(pointer + "/" + action);
                toChannel(from, action.equals("publish"), id, operation.line());
                addMessage(from, pointer + "/" + action + "/message", operation.at("message"));
            }
        }
    }

    private void toChannel(Id operation, boolean receives, Id channel, int line) {
        blueprint.edge(
                receives ? "receives from" : "sends to",
                operation,
                channel,
                Facts.at(line),
                contract.file());
    }

    private void addMessage(Id from, String pointer, Tree message) {
        if (message.has("oneOf")) {
            for (Tree one : message.at("oneOf").items()) {
                carries(from, "", one);
            }
        } else if (message.isMap()) {
            carries(from, pointer, message);
            if (!message.has("$ref")) {
                message(parts.need(pointer), message);
            }
        }
    }

    private void carries(Id from, String pointer, Tree message) {
        if (message.has("$ref")) {
            // What stands beside a reference refines it here and leads nowhere.
            references.follow(contract, message.only("$ref"), from, "carries", "as", "");
        } else if (!pointer.isEmpty()) {
            Facts facts = Facts.at(message.line());
            blueprint.edge("carries", from, parts.need(pointer), facts, contract.file());
        }
    }

    private void addOperation(Id id, Tree operation) {
        boolean receives = operation.text("action").equals("receive");
        references.follow(
                contract,
                operation.at("channel").only("$ref"),
                id,
                receives ? "receives from" : "sends to",
                "as",
                "");
        List<Tree> messages = operation.at("messages").items();
        for (Tree one : messages) {
            carries(id, "", one);
        }
        if (messages.isEmpty()) {
            // None are named: all of the channel's are meant.
            String ref = operation.at("channel").text("$ref");
            if (ref.startsWith("#")) {
                String at = ref.substring(1) + "/messages";
                for (Map.Entry<String, Tree> one : contract.at(at).entries().entrySet()) {
                    carries(id, at + "/" + Contract.escaped(one.getKey()), one.getValue());
                }
            }
        }
        references.follow(
                contract,
                operation.at("reply", "channel").only("$ref"),
                id,
                "replies to",
                "as",
                "");
    }
}
