package alchemist.gateway.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of the web app, out of one folder and no other: names are taken literally, a name that
 * is no plain name is nowhere, and what a link leads out of the folder is not there. A path without
 * a point in its last name that is no file is a place inside the app: its page answers. For any
 * thread.
 */
final class StaticFiles {
    private static final String PAGE = "index.html";

    /** A name with a hash of its content in it never means another content. */
    private static final Pattern HASHED = Pattern.compile(".*[-.][0-9A-Za-z_-]{8,}\\.[a-z0-9]+");

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("mjs", "text/javascript; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("map", "application/json"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("wasm", "application/wasm"),
                    Map.entry("txt", "text/plain; charset=utf-8"));

    /** How many bytes of files are kept in memory. */
    private static final long KEPT_BYTES = 64L << 20;

    /** Longer files are not kept. */
    private static final long KEPT_FILE_BYTES = 8L << 20;

    @SuppressWarnings("ArrayRecordComponent") // contents are handed on, never compared
    private record Kept(FileTime changed, long size, String tag, byte[] plain, byte[] small) {
        long bytes() {
            return (long) plain.length + small.length;
        }
    }

    private final Path folder;
    private final Map<Path, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long keptBytes;

    StaticFiles(Path folder) throws IOException {
        this.folder = folder.toRealPath();
    }

    /**
     * The file of a path.
     *
     * @param path the decoded segments
     * @param gzip whether the client takes it compressed
     * @param known the tags that the client has
     * @return null where there is none
     */
    @Nullable Reply find(List<String> path, boolean gzip, String known) throws IOException {
        Path file = file(path);
        String name = path.getLast();
        if (file == null && !name.contains(".")) {
            file = file(List.of(PAGE));
        }
        return file == null ? null : reply(file, gzip, known);
    }

    private @Nullable Path file(List<String> path) throws IOException {
        Path file = folder;
        for (String segment : path) {
            if (!isPlain(segment)) {
                return null;
            }
            try {
                file = file.resolve(segment);
            } catch (InvalidPathException _) {
                return null;
            }
        }
        if (!Files.isRegularFile(file)) {
            return null;
        }
        Path real = file.toRealPath();
        return real.startsWith(folder) ? real : null;
    }

    private static boolean isPlain(String segment) {
        return !segment.isEmpty()
                && segment.charAt(0) != '.'
                && segment.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ');
    }

    private Reply reply(Path file, boolean gzip, String known) throws IOException {
        Kept content = content(file);
        String name = file.getFileName().toString();
        boolean small = gzip && content.small.length > 0;
        // Compressed, it is another sequence of bytes, and has another tag.
        String tag = '"' + content.tag + (small ? "-gz" : "") + '"';
        String caching =
                HASHED.matcher(name).matches() ? "public, max-age=31536000, immutable" : "no-cache";
        Reply.Whole reply =
                Tags.match(known, tag)
                        ? Reply.empty(304)
                        : Reply.bytes(200, type(name), small ? content.small : content.plain);
        if (content.small.length > 0) {
            reply = reply.header("Vary", "Accept-Encoding");
        }
        if (small && reply.status() == 200) {
            reply = reply.header("Content-Encoding", "gzip");
        }
        return reply.header("ETag", tag).header("Cache-Control", caching);
    }

    private Kept content(Path file) throws IOException {
        BasicFileAttributes now =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        synchronized (kept) {
            Kept before = kept.get(file);
            if (before != null
                    && before.size == now.size()
                    && before.changed.equals(now.lastModifiedTime())) {
                return before;
            }
        }
        Kept content = read(file, now);
        if (content.plain.length <= KEPT_FILE_BYTES) {
            keep(file, content);
        }
        return content;
    }

    private static Kept read(Path file, BasicFileAttributes now) throws IOException {
        byte[] plain = Files.readAllBytes(file);
        byte[] small = new byte[0];
        if (Gzip.isWorthIt(type(file.getFileName().toString()), plain.length)) {
            byte[] compressed = Gzip.small(plain);
            small = compressed.length < plain.length ? compressed : small;
        }
        return new Kept(now.lastModifiedTime(), now.size(), hash(plain), plain, small);
    }

    private void keep(Path file, Kept content) {
        synchronized (kept) {
            Kept before = kept.put(file, content);
            keptBytes += content.bytes() - (before == null ? 0 : before.bytes());
            while (keptBytes > KEPT_BYTES) {
                Map.Entry<Path, Kept> oldest = kept.entrySet().iterator().next();
                kept.remove(oldest.getKey());
                keptBytes -= oldest.getValue().bytes();
            }
        }
    }

    private static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
