package alchemist.kernel.schema;

/** The wire types of Protocol Buffers that our records use. */
final class Wire {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int LENGTH = 2;

    private Wire() {}
}
