package alchemist.exchange.plantuml;

import alchemist.testkit.fuzz.DecoderContract;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text is a diagram, of which as much is read as is understood. */
final class PlantUmlFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        @startuml a
                        !define X y
                        package "p" as q <<s>> #red {
                        abstract class A<T> extends B {
                        {static} +x(y): z
                        }
                        }
                        A "1" *-[#red]left-> "n" B : l >
                        note right of A : n
                        [c] ..( () "i" : u
                        """),
                bytes(
                        "participant \"a\" as b\nbox x #1\nb ->> c ++ : t\nalt x\nreturn y\nend\nref over b : r\n"),
                bytes("[*] -> A\nstate \"a\" as A <<choice>> {\n--\nA --> B[H*] : x\n}\nA : d\n"),
                bytes(
                        "System_Boundary(a, \"b\", $c=\"d\") {\nRel_Back(a, b, \"c\")\n}\nusecase u as \"a\nb\"\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] rewritten(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        PlantUml.blocks(text).forEach(block -> PlantUml.parse(block.text()));
        PlantUml.parse(text);
        PlantUml.included(text);
        return bytes;
    }
}
