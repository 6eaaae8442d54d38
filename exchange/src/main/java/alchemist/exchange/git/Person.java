package alchemist.exchange.git;

import alchemist.kernel.Id;

/**
 * Somebody whom a repository names.
 *
 * @param id a pseudonym of the address
 * @param name how they are called most often; may be empty
 * @param email the address in lower case; may be empty
 */
record Person(Id id, String name, String email) {}
