package alchemist.kernel.schema;

import alchemist.kernel.Command;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All commands and events that a program knows, and the typed form in which they are stored:
 *
 * <pre>
 * flags u8 (bit 0: an older program may pass over it) | version u8 | name length u8 | name | fields
 * </pre>
 */
public final class Contract {
    static final int IGNORABLE = 1;
    private final List<Schema<? extends Command>> commands;
    private final List<Schema<? extends Event>> events;
    private final NameTable<Schema<? extends Command>> commandByName;
    private final NameTable<Schema<? extends Event>> eventByName;

    /** A contract of these. */
    public Contract(
            List<Schema<? extends Command>> commands, List<Schema<? extends Event>> events) {
        this.commands = List.copyOf(commands);
        this.events = List.copyOf(events);
        this.commandByName = new NameTable<>(this.commands);
        this.eventByName = new NameTable<>(this.events);
    }

    /** This and another. */
    public Contract and(Contract other) {
        List<Schema<? extends Command>> allCommands = new ArrayList<>(commands);
        allCommands.addAll(other.commands);
        List<Schema<? extends Event>> allEvents = new ArrayList<>(events);
        allEvents.addAll(other.events);
        return new Contract(allCommands, allEvents);
    }

    /** Every command. */
    public List<Schema<? extends Command>> commands() {
        return commands;
    }

    /** Every event. */
    public List<Schema<? extends Event>> events() {
        return events;
    }

    /** The command of a name, or null. */
    public @Nullable Schema<? extends Command> command(String name) {
        return commandByName.find(name);
    }

    /** The event of a name, or null. */
    public @Nullable Schema<? extends Event> event(String name) {
        return eventByName.find(name);
    }

    /** Writes a command in its typed form; one that is unknown here, as it was read. */
    public static void write(Command command, Output out) {
        if (command instanceof UnknownCommand unknown) {
            unknown.stored().write(out);
        } else {
            write(command.schema(), command, out);
        }
    }

    /** Writes an event in its typed form; one that is unknown here, as it was read. */
    public static void write(Event event, Output out) {
        if (event instanceof UnknownEvent unknown) {
            unknown.stored().write(out);
        } else {
            write(event.schema(), event, out);
        }
    }

    /**
     * Reads a command.
     *
     * @throws MalformedBytes when it is damaged, or of a name or version that this program does not
     *     know
     */
    public Command readCommand(Input in) {
        Command command = readStoredCommand(in);
        if (command instanceof UnknownCommand unknown) {
            throw new MalformedBytes("the command is unknown here: " + unknown.stored());
        }
        return command;
    }

    /**
     * Reads a command that was accepted once; one of an unknown name or a newer version is kept as
     * it is, an {@link UnknownCommand}.
     */
    public Command readStoredCommand(Input in) {
        int flags = in.u8();
        int version = in.u8();
        int length = in.u8();
        int nameAt = in.position();
        Schema<? extends Command> schema = commandByName.find(in, length);
        return schema == null || version > schema.version()
                ? new UnknownCommand(UnknownRecord.read(in, flags, version, nameAt, length))
                : schema.decode(in);
    }

    /**
     * Reads an event; one of an unknown name or a newer version is kept as it is, an {@link
     * UnknownEvent}.
     */
    public Event readEvent(Input in) {
        int flags = in.u8();
        int version = in.u8();
        int length = in.u8();
        int nameAt = in.position();
        Schema<? extends Event> schema = eventByName.find(in, length);
        return schema == null || version > schema.version()
                ? new UnknownEvent(UnknownRecord.read(in, flags, version, nameAt, length))
                : schema.decode(in);
    }

    /** Whether what stands next is the typed form of a schema's record; nothing is passed over. */
    public static boolean isNext(Input in, Schema<?> schema) {
        byte[] name = schema.nameBytes();
        int at = in.position();
        return in.remaining() >= 3 + name.length
                && NameTable.same(name, in.bytes(), at + 3, in.bytes()[at + 2] & 0xff);
    }

    private static <T> void write(Schema<T> schema, Object record, Output out) {
        header(schema.ignorable() ? IGNORABLE : 0, schema.version(), schema.nameBytes(), out);
        @SuppressWarnings("unchecked") // a record's schema() is the schema of its own class
        T typed = (T) record;
        schema.encode(typed, out);
    }

    /** Names every id inside a command. */
    public static void eachId(Command command, Consumer<Id> each) {
        eachId(command.schema(), command, each);
    }

    /** Names every id inside an event. */
    public static void eachId(Event event, Consumer<Id> each) {
        eachId(event.schema(), event, each);
    }

    @SuppressWarnings("unchecked") // a record's schema() is the schema of its own class
    private static <T> void eachId(Schema<T> schema, Object record, Consumer<Id> each) {
        schema.eachId((T) record, each);
    }

    static void header(int flags, int version, byte[] name, Output out) {
        out.u8(flags);
        out.u8(version);
        out.u8(name.length);
        out.raw(name, 0, name.length);
    }
}
