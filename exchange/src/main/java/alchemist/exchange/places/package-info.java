/** Places that are elsewhere than in a folder here: archives, repositories, files on the web. */
@NullMarked
package alchemist.exchange.places;

import org.jspecify.annotations.NullMarked;
