package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Schemas of Protocol Buffers. */
final class ProtobufFuzzTest extends ReaderFuzz {
    ProtobufFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "a.proto");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        syntax = "proto3"; package a.b; import "c.proto";
                        message M { repeated .a.b.M m = 1 [x = "y"]; oneof o { E e = 2; } map<string, M> n = 3; enum E { Z = 0; } }
                        service S { rpc R (stream M) returns (M) { option (x) = { y: 1 }; } }
                        extend M { optional int32 z = 100; } // end
                        """));
    }
}
