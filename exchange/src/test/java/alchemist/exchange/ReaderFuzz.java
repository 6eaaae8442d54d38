package alchemist.exchange;

import alchemist.kernel.Id;
import alchemist.testkit.fuzz.DecoderContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of any bytes is read, or is refused with a sentence that says what is wrong with it. */
public abstract class ReaderFuzz extends DecoderContract {
    private final Reader reader;
    private final String name;

    /** A reader, and how its files are named. */
    protected ReaderFuzz(Reader reader, String name) {
        this.reader = reader;
        this.name = name;
    }

    /** A text as a file's bytes. */
    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A file may name others, and places of the net. */
    @Override
    protected final boolean mayReachOut() {
        return true;
    }

    @Override
    protected final byte @Nullable [] rewritten(byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        Path file = folder.resolve(name);
        try {
            Files.write(file, bytes);
            Place place = Place.at(file);
            Silence silence = new Silence();
            if (!reader.reads(place)) {
                return null;
            }
            reader.read(place, silence.reading());
            return bytes;
        } catch (ReadingFailed e) {
            if (e.what().isBlank()) {
                throw new AssertionError("it is refused without a reason", e);
            }
            return null;
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    /** Hears what is read and does nothing with it. */
    private static final class Silence implements Reading.Listener {
        Reading reading() {
            return new Reading(
                    (namespace, key) -> Id.of(namespace, key),
                    Stated.NOTHING,
                    false,
                    Look.first(1_700_000_000_000_000L),
                    this,
                    () -> false);
        }

        @Override
        public void stated(Batch batch) {}

        @Override
        public void noted(Note note) {}

        @Override
        public void warned(Warning warning) {}

        @Override
        public void missed(Warning warning) {}

        @Override
        public void advanced(Progress progress) {}

        @Override
        public void found(Place place) {}

        @Override
        public Reading source(SourceName name) {
            return reading();
        }

        @Override
        public void settle() {}
    }
}
