package alchemist.wasm;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Output;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Lines that are nearly commands, drawn from a seed: numbers, texts, times and base64 at the edge
 * of what is allowed, and bytes changed at random. What the JVM refuses, the browser must refuse.
 */
final class HostileLines {
    private static final String ALPHABET = "0123456789+-.eE:TZPYMWDHS,[]/=AQz\"\\u{}$dN";
    private static final byte[] EDGES =
            new byte[] {
                0, 9, 34, 44, 58, 92, 127, -128, -65, -64, -62, -32, -19, -96, -17, -16, -12, -1
            };
    private static final String[] TAGS = {
        "$date",
        "$localTime",
        "$time",
        "$localDateTime",
        "$dateTime",
        "$duration",
        "$real",
        "$erased"
    };
    private static final String[] TIMES = {
        "2024-02-29",
        "-0001-12-31",
        "+99999-01-01",
        "23:59:59.999999999",
        "10:00+18:00",
        "2024-02-29T10:00:00.5Z",
        "2024-02-29T10:00:00+02:00[Europe/Paris]",
        "P1Y2M3W4DT5H6M7.5S",
        "PT-0.5S",
        "P9223372036854775807D",
        "NaN",
        "-Infinity"
    };

    private final SplittableRandom random;
    private final RandomCommands commands;

    HostileLines(long seed) {
        random = new SplittableRandom(seed);
        commands = new RandomCommands(seed);
    }

    /** Writes a line. */
    void write(Output out) {
        byte[] line =
                switch (random.nextInt(5)) {
                    case 0 -> described(number());
                    case 1 -> described('"' + mutated(TIMES[random.nextInt(TIMES.length)]) + '"');
                    case 2 -> described(tagged());
                    case 3 -> described(sealed());
                    default -> changed(command());
                };
        for (int i = 0; i < line.length; i++) {
            line[i] = line[i] == '\n' ? (byte) ' ' : line[i];
        }
        out.raw(line, 0, line.length);
        out.u8('\n');
    }

    private byte[] command() {
        JsonWriter json = new JsonWriter();
        commands.write(json, 1);
        return Arrays.copyOf(json.output().bytes(), json.output().size() - 1);
    }

    /** A node that is described with a value, given as JSON; always the same node. */
    private byte[] described(String value) {
        return ("{\"type\":\"graph.add-node\",\"data\":{\"node\":\""
                        + Id.of("hostile", Long.toString(random.nextLong()))
                        + "\",\"name\":\"n\",\"properties\":{\"p\":"
                        + value
                        + "}}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String number() {
        StringBuilder digits = new StringBuilder(random.nextBoolean() ? "-" : "");
        int whole = random.nextInt(1, 25);
        for (int i = 0; i < whole; i++) {
            digits.append((char) ('0' + random.nextInt(i == 0 && whole > 1 ? 1 : 0, 10)));
        }
        if (random.nextInt(3) > 0) {
            digits.append('.');
            for (int i = random.nextInt(1, 30); i > 0; i--) {
                digits.append((char) ('0' + random.nextInt(10)));
            }
        }
        if (random.nextBoolean()) {
            digits.append('e').append(random.nextInt(-345, 320));
        }
        return digits.toString();
    }

    private String tagged() {
        String tag = TAGS[random.nextInt(TAGS.length)];
        String text = TIMES[random.nextInt(TIMES.length)];
        return "{\"" + tag + "\":\"" + (random.nextBoolean() ? text : mutated(text)) + "\"}";
    }

    private String sealed() {
        byte[] bytes = new byte[random.nextInt(12)];
        random.nextBytes(bytes);
        String text = java.util.Base64.getEncoder().encodeToString(bytes);
        return "{\"$sealed\":{\"subject\":\"0000000000000000000000000a\",\"key\":1,\"bytes\":\""
                + (random.nextBoolean() ? text : mutated(text))
                + "\"}}";
    }

    private String mutated(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            int at = random.nextInt(changed.length() + 1);
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            if (at == changed.length() || random.nextInt(3) == 0) {
                changed.insert(at, c);
            } else if (random.nextBoolean()) {
                changed.setCharAt(at, c);
            } else {
                changed.deleteCharAt(at);
            }
        }
        return changed.toString();
    }

    private byte[] changed(byte[] line) {
        byte[] changed = line.clone();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            changed[random.nextInt(changed.length)] =
                    random.nextBoolean()
                            ? EDGES[random.nextInt(EDGES.length)]
                            : (byte) random.nextInt();
        }
        return changed;
    }
}
