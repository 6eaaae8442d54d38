package alchemist.gateway.http;

/** A header of a reply. */
record Header(String name, String value) {}
