/** The description of the API (OpenAPI 3.1), derived from its operations, schemas and contract. */
@NullMarked
package alchemist.gateway.openapi;

import org.jspecify.annotations.NullMarked;
