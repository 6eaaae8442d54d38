package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.git.GitOutput.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * A branch or a tag.
 *
 * @param name its full name, such as {@code refs/heads/main}
 * @param commit the commit that it leads to; empty when it leads to something else
 * @param annotated whether it is a tag with a message of its own
 * @param tagger who made the tag; empty when nobody is named
 * @param taggerEmail in angle brackets, as Git has it
 * @param taggedAt seconds since 1970 and the offset, or empty
 * @param message of the tag, without the signature that Git keeps in it
 */
record Ref(
        String name,
        String commit,
        boolean annotated,
        String tagger,
        String taggerEmail,
        String taggedAt,
        String message) {

    private static final String FORMAT =
            "%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)%00"
                    + "%(taggername)%00%(taggeremail)%00%(taggerdate:raw)%00%(contents)%00"
                    + "%(contents:signature)%00";

    /** Every branch, remote branch and tag. */
    static List<Ref> all(Git git) throws ReadingFailed {
        List<Ref> refs = new ArrayList<>();
        try (GitOutput out =
                git.start(
                        "for-each-ref",
                        "--format=" + FORMAT,
                        "refs/heads",
                        "refs/remotes",
                        "refs/tags")) {
            out.noInput();
            while (out.peek() >= 0) {
                refs.add(read(out));
                if (out.peek() == '\n') {
                    out.skip();
                }
            }
            out.end();
        }
        refs.removeIf(ref -> ref.name.startsWith("refs/remotes/") && ref.name.endsWith("/HEAD"));
        return refs;
    }

    /** Whether it is a tag. */
    boolean isTag() {
        return name.startsWith("refs/tags/");
    }

    /** Whether it is a branch of another repository, as that was last seen. */
    boolean isRemote() {
        return name.startsWith("refs/remotes/");
    }

    /** How people call it. */
    String shortName() {
        return name.replaceFirst("^refs/(heads|remotes|tags)/", "");
    }

    private static Ref read(GitOutput out) throws ReadingFailed {
        String name = field(out).path();
        String type = field(out).ascii();
        String object = field(out).ascii();
        String peeledType = field(out).ascii();
        String peeled = field(out).ascii();
        String commit = type.equals("commit") ? object : peeledType.equals("commit") ? peeled : "";
        String tagger = field(out).text();
        String email = field(out).text();
        String at = field(out).ascii();
        String message = field(out).text();
        String signature = field(out).text();
        if (message.endsWith(signature)) {
            message = message.substring(0, message.length() - signature.length());
        }
        boolean annotated = type.equals("tag");
        return new Ref(name, commit, annotated, tagger, email, at, annotated ? message : "");
    }

    private static Bytes field(GitOutput out) throws ReadingFailed {
        return out.until((byte) 0);
    }
}
