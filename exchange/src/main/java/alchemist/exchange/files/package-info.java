/** What files and folders are called for good, and what is told of them, whoever reads them. */
@NullMarked
package alchemist.exchange.files;

import org.jspecify.annotations.NullMarked;
