package alchemist.gateway.rest;

/** How the binary forms are described to those who read and write them. */
final class TypedDoc {
    static final String COMMANDS =
            "The bytes 41 4C 43 01, then records, each preceded by its length in bytes. A record is"
                    + " the byte 1, the length of the envelope, the envelope, and the command: the"
                    + " byte 0, the version of its type (1), the length of its name in one byte, its"
                    + " name such as graph.add-node, and its fields. Or it is the byte 2 and a"
                    + " Command as JSON, for what is personal and for ids that are left to the"
                    + " server. Envelope and fields are those of Protocol Buffers, with the tags that"
                    + " x-tag names, in any order: ids are 16 bytes, counts varints, integers and"
                    + " times (µs since 1970) zigzag varints. Lengths are varints of at most 31 bits;"
                    + " a record may have 1 MiB, the body may be endless. The envelope has client 1,"
                    + " sequence 2, actor 3, correlation 5, clientTime 6, basedOn 7 and effectiveAt 8;"
                    + " what is left out means what it means in JSON.";

    static final String RESULTS =
            "The bytes 41 4C 52 01, then a record for each command in its place, preceded by its"
                    + " length: an Outcome in Protocol Buffers with the tags that x-tag names, fields"
                    + " of no content left out";

    private TypedDoc() {}
}
