package alchemist.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;

/** Known-good bytes, kept as text: hexadecimal digits, and lines that begin with # to explain. */
final class Hex {
    private Hex() {}

    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Hex.class.getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return HexFormat.of()
                    .parseHex(
                            text.lines()
                                    .filter(line -> !line.startsWith("#"))
                                    .map(line -> line.replace(" ", ""))
                                    .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
