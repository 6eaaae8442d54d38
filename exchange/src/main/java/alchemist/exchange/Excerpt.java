package alchemist.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Some lines of a file, as it is now: it may have changed since it was imported.
 *
 * @param file relative to the place that was imported; the name of the file where that is one
 * @param first the number of the first line, from 1
 * @param lines the lines
 * @param modifiedAt when the file was last written, µs since 1970
 */
public record Excerpt(String file, int first, List<String> lines, long modifiedAt) {
    /** Lines above and below the one that is asked for. */
    private static final int AROUND = 6;

    private static final int MAX_LINE_CHARS = 400;
    private static final long MAX_BYTES = 8L << 20;

    /**
     * Reads the lines around one.
     *
     * @param location the place that was imported, as {@link Place#location} told it
     * @param path the file within it; empty: the place itself
     * @param line from 1; 0: the beginning
     * @throws ReadingFailed where there is no such text any more, or it lies outside of the place
     */
    public static Excerpt read(String location, String path, long line) throws ReadingFailed {
        Path file = file(location, path);
        int first = Math.clamp(line - AROUND, 1, Integer.MAX_VALUE);
        int last = Math.clamp(line + AROUND, 2 * AROUND, Integer.MAX_VALUE);
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 1;
            for (String text = reader.readLine();
                    text != null && number <= last;
                    text = reader.readLine(), number++) {
                if (number >= first) {
                    lines.add(cut(text));
                }
            }
            if (lines.isEmpty()) {
                throw new ReadingFailed(path + " has no line " + line + " any more");
            }
            long modifiedAt = Files.getLastModifiedTime(file).toMillis() * 1000;
            String told = path.isEmpty() ? PathText.of(file.getFileName()) : path;
            return new Excerpt(told, first, lines, modifiedAt);
        } catch (ReadingFailed e) {
            throw e;
        } catch (CharacterCodingException e) {
            throw new ReadingFailed(path + " is not text in UTF-8", e);
        } catch (IOException e) {
            throw new ReadingFailed(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path file(String location, String path) throws ReadingFailed {
        try {
            Path place = Path.of(location).toRealPath();
            Path file = within(place, path).toRealPath();
            if (!file.startsWith(place)) {
                throw new ReadingFailed(path + " lies outside of what was imported");
            }
            if (!Files.isRegularFile(file)) {
                throw new ReadingFailed((path.isEmpty() ? location : path) + " is no file");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new ReadingFailed(path + " has more than " + (MAX_BYTES >> 20) + " MiB");
            }
            return file;
        } catch (ReadingFailed e) {
            throw e;
        } catch (IOException | InvalidPathException e) {
            throw new ReadingFailed(
                    (path.isEmpty() ? location : path) + " is not there any more", e);
        }
    }

    /** What is read by itself is told by its name. */
    private static Path within(Path place, String path) {
        return Files.isRegularFile(place) && place.endsWith(path) ? place : place.resolve(path);
    }

    private static String cut(String line) {
        return line.length() <= MAX_LINE_CHARS ? line : line.substring(0, MAX_LINE_CHARS - 1) + "…";
    }
}
