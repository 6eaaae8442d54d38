package alchemist.exchange.git;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a repository states of the issues and pull requests that its commits mention. */
final class IssueStatements {
    private final GitIds ids;
    private final Mentions mentions;
    private final PersonalText text;

    /** Whether it is stated as a pull request. */
    private final Map<Id, Boolean> stated = new HashMap<>();

    IssueStatements(GitIds ids, Mentions mentions, PersonalText text) {
        this.ids = ids;
        this.mentions = mentions;
        this.text = text;
    }

    /**
     * States what a commit mentions.
     *
     * @param nodes gets what was not stated yet, or as an issue where it is a pull request
     * @return the edges that lead to it
     */
    List<EdgeStatement> add(Id commit, String message, List<NodeStatement> nodes) {
        List<EdgeStatement> edges = new ArrayList<>(0);
        for (Mention mention : mentions.in(message)) {
            Id issue = ids.issue(mention.place(), mention.name());
            Boolean pull = stated.get(issue);
            if (pull == null || (mention.pull() && !pull)) {
                if (stated.isEmpty()) {
                    nodes.add(group());
                }
                stated.put(issue, mention.pull());
                nodes.add(node(issue, mention));
            }
            TreeMap<String, Value> properties = new TreeMap<>();
            if (mention.closes()) {
                properties.put("closes", Value.flag(true));
            }
            if (mention.merges()) {
                properties.put("merges", Value.flag(true));
            }
            edges.add(
                    new EdgeStatement(
                            GitIds.edge("mentions", commit, issue),
                            commit,
                            issue,
                            "mentions",
                            Properties.of(properties)));
        }
        return edges;
    }

    private NodeStatement group() {
        return new NodeStatement(
                ids.issues(),
                Value.text("Issues"),
                List.of("Issues"),
                Properties.NONE,
                ids.repository(),
                true);
    }

    private NodeStatement node(Id id, Mention mention) {
        TreeMap<String, Value> properties = new TreeMap<>();
        if (mention.isNumbered()) {
            properties.put("number", Value.integer(Integer.parseInt(mention.name())));
        }
        String name = mention.isNumbered() ? "#" + mention.name() : mention.name();
        if (!mention.place().isEmpty()) {
            properties.put("project", text.of(mention.place()));
            name = mention.place().substring(mention.place().indexOf('/') + 1) + name;
        }
        return new NodeStatement(
                id,
                text.of(name),
                List.of(mention.pull() ? "PullRequest" : "Issue"),
                Properties.of(properties),
                ids.issues(),
                false);
    }
}
