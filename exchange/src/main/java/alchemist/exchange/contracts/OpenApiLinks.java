package alchemist.exchange.contracts;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.Tree;
import alchemist.kernel.Id;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the parts of a document of OpenAPI have to do with one another. */
final class OpenApiLinks {
    private final Contract contract;
    private final Parts parts;
    private final References references;
    private final Blueprint blueprint;

    OpenApiLinks(Contract contract, Parts parts, References references) {
        this.contract = contract;
        this.parts = parts;
        this.references = references;
        this.blueprint = references.blueprint();
    }

    void add() {
        for (String pointer : new String[] {"/components/schemas", "/definitions"}) {
            references.followSchemas(contract, pointer, parts);
        }
        for (String pointer : new String[] {"/paths", "/webhooks"}) {
            contract.at(pointer).entries().forEach((path, item) -> addItem(pointer, path, item));
        }
    }

    private void addItem(String pointer, String path, Tree item) {
        if (item.has("$ref")) {
            references.follow(contract, item, parts.api(), "refers to", "paths", path);
        }
        for (String method : Parts.METHODS) {
            Tree operation = item.at(method);
            if (operation.isMap()) {
                Id id = parts.need(pointer + "/" + Contract.escaped(path) + "/" + method);
                addOperation(id, operation, item);
            }
        }
    }

    private void addOperation(Id id, Tree operation, Tree item) {
        for (Tree tag : operation.at("tags").items()) {
            Id to = parts.tag(tag.text(), tag.line());
            blueprint.edge("tagged with", id, to, Facts.at(tag.line()), contract.file());
        }
        for (Tree holder : new Tree[] {item, operation}) {
            for (Tree parameter : holder.at("parameters").items()) {
                boolean body = resolved(parameter).text("in").equals("body");
                references.follow(
                        contract,
                        parameter,
                        id,
                        body ? "accepts" : "takes",
                        "parameters",
                        resolved(parameter).text("name"));
            }
        }
        references.follow(contract, operation.at("requestBody"), id, "accepts", "parameters", "");
        for (Map.Entry<String, Tree> one : operation.at("responses").entries().entrySet()) {
            references.follow(contract, one.getValue(), id, "returns", "statuses", one.getKey());
        }
        references.follow(contract, operation.at("callbacks"), id, "refers to", "fields", "");
        Tree security =
                operation.has("security")
                        ? operation.at("security")
                        : contract.tree().at("security");
        for (Tree way : security.items()) {
            way.entries().forEach((name, scopes) -> secured(id, name, scopes));
        }
    }

    /** A parameter, also where it only stands for one. */
    private Tree resolved(Tree parameter) {
        String ref = parameter.text("$ref");
        return ref.startsWith("#") ? contract.at(ref.substring(1)) : parameter;
    }

    private void secured(Id id, String name, Tree scopes) {
        String escaped = Contract.escaped(name);
        @Nullable Id scheme = parts.find("/components/securitySchemes/" + escaped);
        scheme = scheme == null ? parts.find("/securityDefinitions/" + escaped) : scheme;
        if (scheme != null) {
            Facts facts =
                    Facts.at(scopes.line())
                            .texts("scopes", scopes.items().stream().map(Tree::text).toList());
            blueprint.edge("secured by", id, scheme, facts, contract.file());
        }
    }
}
