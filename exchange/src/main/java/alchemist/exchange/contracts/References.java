package alchemist.exchange.contracts;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import alchemist.kernel.Id;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows what documents refer to by {@code $ref}, also from one file to another. */
final class References {
    private static final Set<String> NO_SCHEMA =
            Set.of("example", "examples", "default", "enum", "const", "bindings");
    private static final int MAX_DEPTH = 200;

    private final Map<String, Contract> byPath;
    private final Map<Contract, Parts> parts;
    private final Blueprint blueprint;

    References(Map<String, Contract> byPath, Map<Contract, Parts> parts, Blueprint blueprint) {
        this.byPath = byPath;
        this.parts = parts;
        this.blueprint = blueprint;
    }

    Blueprint blueprint() {
        return blueprint;
    }

    /**
     * States what something refers to, through whatever has no node of its own.
     *
     * @param list how the edge names its reasons
     * @param reason the first reason; empty for the names of properties on the way
     */
    void follow(
            Contract contract, Tree tree, Id from, String relation, String list, String reason) {
        new Way(from, relation, list).follow(contract, tree, reason, false, 0);
    }

    /** States what the schemas of a map refer to, each through what has no node of its own. */
    void followSchemas(Contract contract, String pointer, Parts declared) {
        contract.at(pointer)
                .entries()
                .forEach(
                        (name, schema) -> {
                            Id from = declared.need(pointer + "/" + Contract.escaped(name));
                            follow(contract, schema, from, "refers to", "fields", "");
                        });
    }

    /** One way from one thing. */
    private final class Way {
        private final Id from;
        private final String relation;
        private final String list;
        private final Set<String> seen = new HashSet<>();

        Way(Id from, String relation, String list) {
            this.from = from;
            this.relation = relation;
            this.list = list;
        }

        void follow(Contract contract, Tree tree, String reason, boolean names, int depth) {
            if (depth > MAX_DEPTH) {
                return;
            }
            for (Tree one : tree.items()) {
                follow(contract, one, reason, false, depth + 1);
            }
            for (Map.Entry<String, Tree> one : tree.entries().entrySet()) {
                String name = one.getKey();
                Tree value = one.getValue();
                if (names) {
                    String said = list.equals("fields") ? name : reason;
                    follow(contract, value, said, false, depth + 1);
                } else if (name.equals("$ref") && !value.text().isEmpty()) {
                    lead(contract, value, reason, depth);
                } else if (!NO_SCHEMA.contains(name) && !name.startsWith("x-")) {
                    boolean properties =
                            name.equals("properties") || name.equals("patternProperties");
                    follow(contract, value, reason, properties, depth + 1);
                }
            }
        }

        private void lead(Contract contract, Tree ref, String reason, int depth) {
            String written = ref.text();
            int hash = written.indexOf('#');
            String pointer = hash < 0 ? "" : Contract.decoded(written.substring(hash + 1));
            String file = hash < 0 ? written : written.substring(0, hash);
            if (file.contains("://")) {
                return;
            }
            Contract target = contract;
            if (!file.isEmpty()) {
                @Nullable String path = Root.resolved(contract.file().folder(), file);
                Contract other = path == null ? null : byPath.get(path);
                if (other == null) {
                    toFile(contract, path, ref);
                    return;
                }
                target = other;
            }
            Parts known = parts.get(target);
            @Nullable Id part = known == null ? null : known.exactly(pointer);
            if (part == null && known != null && !target.at(pointer).has("$ref")) {
                part = known.find(pointer);
            }
            if (part != null) {
                blueprint.edge(
                        relation, from, part, list, reason, Facts.at(ref.line()), contract.file());
                return;
            }
            if (seen.add(target.file().path() + "#" + pointer)) {
                Tree there = target.at(pointer);
                if (there.line() == 0) {
                    contract.file()
                            .warn(ref.line(), "refers to '" + written + "', where nothing is");
                }
                follow(target, there, reason, false, depth + 1);
            }
        }

        private void toFile(Contract contract, @Nullable String path, Tree ref) {
            @Nullable Id file = path == null ? null : blueprint.fileAt(path, contract.file());
            if (file != null) {
                blueprint.edge(relation, from, file, Facts.at(ref.line()), contract.file());
            } else {
                contract.file()
                        .warn(ref.line(), "refers to '" + ref.text() + "', where nothing is");
            }
        }
    }
}
