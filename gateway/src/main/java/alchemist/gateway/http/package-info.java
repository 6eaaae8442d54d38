/**
 * HTTP, and nothing of Alchemist: requests, replies, problems, a table of routes that describes
 * itself, guards, static files, and the server.
 */
@NullMarked
package alchemist.gateway.http;

import org.jspecify.annotations.NullMarked;
