package alchemist.gateway.openapi;

/** Names of components, as generators of code like them. */
final class Names {
    private Names() {}

    /** Such as GraphNodeAdded for graph.node-added. */
    static String of(String stored) {
        StringBuilder name = new StringBuilder();
        for (String part : stored.split("[.-]", -1)) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
            }
        }
        return name.toString();
    }
}
