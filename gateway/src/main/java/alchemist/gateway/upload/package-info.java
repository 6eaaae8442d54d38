/** Files that clients send to be read: kept in a folder of the server, within limits. */
@NullMarked
package alchemist.gateway.upload;

import org.jspecify.annotations.NullMarked;
