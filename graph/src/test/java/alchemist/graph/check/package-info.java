@org.jspecify.annotations.NullMarked
package alchemist.graph.check;
