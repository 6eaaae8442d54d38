package alchemist.exchange.mermaid;

/**
 * A part of a diagram that was not understood, and is left out.
 *
 * @param line where it stands, from 1
 * @param what what is wrong with it
 */
public record Problem(int line, String what) {}
