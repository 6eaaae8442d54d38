package alchemist.graph.same;

import java.util.List;

/**
 * Two nodes that are probably the same thing.
 *
 * @param survivor the one that would stay
 * @param absorbed the one that would be shown as it
 * @param score how sure it is, in percent
 * @param reason a sentence that says why
 * @param evidence what speaks for it, a fact each
 */
record Proposal(
        Look survivor, Look absorbed, Kind kind, int score, String reason, List<String> evidence) {}
