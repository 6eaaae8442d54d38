package alchemist.exchange.plantuml;

/**
 * A line that says something.
 *
 * @param number which it is of the diagram's text, from 1
 * @param text without blanks around it
 */
record UmlLine(int number, String text) {}
