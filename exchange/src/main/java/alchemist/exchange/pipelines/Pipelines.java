package alchemist.exchange.pipelines;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Workflows and actions of GitHub, and pipelines of GitLab. */
public final class Pipelines implements FileKind {
    private static final Pattern WORKFLOW =
            Pattern.compile("(?:.*/)?\\.github/workflows/[^/]+\\.ya?ml");
    private static final Pattern ACTION = Pattern.compile("(?:.*/)?action\\.ya?ml");
    private static final Pattern GITLAB =
            Pattern.compile("(?:.*/)?(?:[^/]*\\.gitlab-ci\\.ya?ml|\\.gitlab/ci/.*\\.ya?ml)");

    /** A document of one of these. */
    record Pipeline(SourceFile file, Tree tree) {}

    private final List<Pipeline> workflows = new ArrayList<>();
    private final List<Pipeline> actions = new ArrayList<>();
    private final List<Pipeline> ofGitLab = new ArrayList<>();

    /** None read yet. */
    public Pipelines() {}

    @Override
    public boolean mayBe(String path) {
        return isSure(path) || ACTION.matcher(path).matches();
    }

    @Override
    public boolean isSure(String path) {
        return WORKFLOW.matcher(path).matches() || GITLAB.matcher(path).matches();
    }

    @Override
    public boolean looksLike(String path, byte[] bytes) {
        return isSure(path) || FileKind.hasKey(FileKind.glance(bytes), "runs");
    }

    @Override
    public void read(SourceFile file) throws Malformed {
        List<Pipeline> to =
                GITLAB.matcher(file.path()).matches()
                        ? ofGitLab
                        : WORKFLOW.matcher(file.path()).matches() ? workflows : actions;
        for (Tree document : file.documents()) {
            if (!document.isMap()) {
                throw new Malformed(document.line(), "describes no pipeline: it is no map");
            }
            to.add(new Pipeline(file.emptied(), document));
        }
    }

    @Override
    public void state(Blueprint blueprint) {
        new GitHubStatements(blueprint, workflows, actions).add();
        GitLabIncludes includes = new GitLabIncludes(blueprint, ofGitLab);
        new GitLabStatements(blueprint, includes).add();
    }
}
