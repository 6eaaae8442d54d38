package alchemist.logfile;

import alchemist.log.CorruptLog;
import alchemist.log.NewerFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segments that a directory has.
 *
 * @param whole those whose headers hold, in order, up to the first that does not
 * @param damage of that first one, if there is one
 */
record Segments(List<Segment> whole, @Nullable CorruptLog damage) {
    static List<String> names(LogDirectory directory) throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : directory.names()) {
            if (SegmentHeader.position(name) >= 0) {
                names.add(name);
            }
        }
        return names;
    }

    static Segments read(LogDirectory directory) throws IOException, NewerFormat {
        List<Segment> whole = new ArrayList<>();
        for (String name : names(directory)) {
            try {
                SegmentHeader header = SegmentHeader.read(directory, name);
                Segment segment = Segment.of(directory, header, whole.isEmpty());
                if (!whole.isEmpty()
                        && !header.workspace().equals(whole.getFirst().header().workspace())) {
                    throw segment.ofAnotherWorkspace();
                }
                whole.add(segment);
            } catch (CorruptLog e) {
                return new Segments(List.copyOf(whole), e);
            }
        }
        return new Segments(List.copyOf(whole), null);
    }
}
