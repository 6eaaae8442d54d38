package alchemist.exchange.git;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Batch;
import alchemist.exchange.Reading;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a repository states of its branches and tags. */
final class RefStatements {
    private static final String POINTS_TO = "points to";

    private final Repository repository;
    private final GitIds ids;
    private final Survey survey;
    private final CommitStatements commits;
    private final Reading reading;

    RefStatements(
            Repository repository,
            GitIds ids,
            Survey survey,
            CommitStatements commits,
            Reading reading) {
        this.repository = repository;
        this.ids = ids;
        this.survey = survey;
        this.commits = commits;
        this.reading = reading;
    }

    /** States each from the time of its commit, or of its tag where that is later. */
    void state(List<Ref> refs) {
        for (Ref ref : refs) {
            int commit = ref.commit().isEmpty() ? -1 : survey.graph().find(ref.commit());
            if (commit < 0) {
                reading.warn(ref.name(), "leads to no commit, and is shown alone");
            }
            long at = commit < 0 ? 0 : survey.graph().effectiveAt(commit);
            int tagger = survey.tagger(ref);
            if (!ref.taggedAt().isEmpty()
                    && CommitStatements.dateTime(ref.taggedAt()) instanceof Value.DateTime tagged) {
                at = Math.max(at, reading.notLater(tagged.epochSecond() * 1_000_000));
            }
            reading.state(batch(ref, commit, tagger, at == 0 ? Batch.WHEN_RECORDED : at));
        }
    }

    private Batch batch(Ref ref, int commit, int tagger, long at) {
        Id id = ids.ref(ref.name());
        List<NodeStatement> nodes = new ArrayList<>();
        List<EdgeStatement> edges = new ArrayList<>();
        List<Id> withdrawn = new ArrayList<>();
        if (tagger >= 0) {
            commits.addPerson(tagger, nodes);
        }
        nodes.add(node(ref, id));
        if (commit >= 0) {
            edges.add(edge(POINTS_TO, id, commits.id(commit)));
        }
        if (tagger >= 0) {
            edges.add(edge("tagged by", id, commits.person(tagger)));
        }
        NodeStatement before = reading.stated().node(id);
        if (before != null
                && before.properties().find("commit") instanceof Value.Text(String former)
                && !former.equals(ref.commit())) {
            // Where it pointed to until now.
            withdrawn.add(GitIds.edge(POINTS_TO, id, GitIds.commit(former)));
        }
        return new Batch(at, nodes, edges, withdrawn, false);
    }

    private NodeStatement node(Ref ref, Id id) {
        TreeMap<String, Value> properties = new TreeMap<>();
        if (!ref.commit().isEmpty()) {
            properties.put("commit", Value.text(ref.commit()));
        }
        if (ref.isRemote()) {
            properties.put("remote", Value.flag(true));
        }
        if (ref.name().equals(repository.branch())) {
            properties.put("current", Value.flag(true));
        }
        if (ref.annotated() && !ref.message().isBlank()) {
            properties.put("message", commits.text().of(ref.message().stripTrailing()));
        }
        if (!ref.taggedAt().isEmpty()) {
            properties.put("tagged", CommitStatements.dateTime(ref.taggedAt()));
        }
        return new NodeStatement(
                id,
                commits.text().of(ref.shortName()),
                List.of(ref.isTag() ? "Tag" : "Branch"),
                Properties.of(properties),
                ids.history(),
                false);
    }

    private static EdgeStatement edge(String relation, Id from, Id to) {
        return new EdgeStatement(
                GitIds.edge(relation, from, to), from, to, relation, Properties.NONE);
    }
}
