@org.jspecify.annotations.NullMarked
package alchemist.exchange.places;
