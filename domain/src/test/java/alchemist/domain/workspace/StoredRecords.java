package alchemist.domain.workspace;

import alchemist.kernel.Command;
import alchemist.kernel.Event;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** One of each command and event that can be stored, from the file of {@link GoldenBytesTest}. */
final class StoredRecords {
    private StoredRecords() {}

    static List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (byte[] bytes : all()) {
            Event event = WorkspaceDecider.CONTRACT.readEvent(new Input(bytes));
            if (WorkspaceDecider.CONTRACT.event(event.schema().name()) != null) {
                events.add(event);
            }
        }
        return events;
    }

    static List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (byte[] bytes : all()) {
            try {
                commands.add(WorkspaceDecider.CONTRACT.readCommand(new Input(bytes)));
            } catch (MalformedBytes _) {
                // It is an event.
            }
        }
        return commands;
    }

    private static List<byte[]> all() {
        List<byte[]> all = new ArrayList<>();
        try (InputStream in = StoredRecords.class.getResourceAsStream("golden.txt")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().forEach(line -> all.add(HexFormat.of().parseHex(line.split("\t", -1)[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
