package alchemist.exchange.places;

import alchemist.exchange.Batch;
import alchemist.exchange.Place;
import alchemist.exchange.ReadingCancelled;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.places.Address.WebFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Downloads a file of the web; a zip is unpacked. */
final class Download implements Fetch {
    static final long MAX_BYTES = 512L << 20;
    private static final int MAX_REDIRECTS = 5;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** A server that sends a little all the time is not waited for without end. */
    private static final Duration WHOLE = Duration.ofMinutes(10);

    /** So often it is asked whether the file is still wanted, while nothing comes. */
    private static final Duration ASKED = Duration.ofMillis(100);

    private final WebFile file;
    private final Path kept;
    private final Hosts hosts;
    private final boolean zip;

    Download(WebFile file, Path kept, Hosts hosts) {
        this.file = file;
        this.kept = kept;
        this.hosts = hosts;
        this.zip = file.label().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    @Override
    public Place place() {
        return new Place(zip ? unpacked() : kept, Batch.WHEN_RECORDED);
    }

    private Path unpacked() {
        return kept.resolveSibling(label());
    }

    @Override
    public String label() {
        String name = file.label();
        return zip ? name.substring(0, name.length() - ".zip".length()) : name;
    }

    @Override
    public void run(Watcher watcher) throws ReadingFailed {
        long until = System.nanoTime() + WHOLE.toNanos();
        try (HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build()) {
            Thread guard = Thread.startVirtualThread(() -> guard(client, watcher, until));
            try {
                download(client, watcher);
            } finally {
                guard.interrupt();
            }
        } catch (ReadingFailed e) {
            throw e;
        } catch (IOException e) {
            watcher.check();
            if (System.nanoTime() > until) {
                throw failed("it took more than " + WHOLE.toMinutes() + " minutes");
            }
            throw new ReadingFailed(file.text() + " could not be downloaded: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadingCancelled();
        }
        if (zip) {
            new Unpacking(kept, unpacked(), label()).run(watcher);
        }
    }

    /** Breaks it off once it is wanted no more, or takes too long. */
    private static void guard(HttpClient client, Watcher watcher, long until) {
        try {
            while (System.nanoTime() <= until) {
                Thread.sleep(ASKED);
                watcher.check();
            }
            client.shutdownNow();
        } catch (ReadingCancelled e) {
            client.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it has ended
        }
    }

    private void download(HttpClient client, Watcher watcher)
            throws IOException, InterruptedException, ReadingFailed {
        URI at = file.uri();
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            watcher.check();
            requireWeb(at);
            hosts.require(at.getHost());
            HttpRequest request =
                    HttpRequest.newBuilder(at)
                            .timeout(ANSWER)
                            .header("User-Agent", "Alchemist")
                            .header("Accept", "*/*")
                            .GET()
                            .build();
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                int status = response.statusCode();
                if (status / 100 == 3) {
                    at = next(at, response);
                } else if (status != 200) {
                    throw failed("its server answers " + status);
                } else {
                    save(response, body, watcher);
                    return;
                }
            }
        }
        throw failed("it leads from one address to another more than " + MAX_REDIRECTS + " times");
    }

    private URI next(URI at, HttpResponse<?> response) throws ReadingFailed {
        String location =
                response.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> failed("it leads to another address, but names none"));
        try {
            return at.resolve(location);
        } catch (IllegalArgumentException e) {
            throw failed("it leads to what is no address");
        }
    }

    private void requireWeb(URI at) throws ReadingFailed {
        String scheme = String.valueOf(at.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || at.getHost() == null || at.getRawUserInfo() != null) {
            throw failed("it leads to " + at + ", which is no plain address of the web");
        }
        if (file.uri().getScheme().equalsIgnoreCase("https") && scheme.equals("http")) {
            throw failed("it leads from https to http");
        }
    }

    private void save(HttpResponse<?> response, InputStream body, Watcher watcher)
            throws IOException, ReadingFailed {
        long total = response.headers().firstValueAsLong("Content-Length").orElse(0);
        if (total > MAX_BYTES) {
            throw tooLarge();
        }
        try (Arriving arriving = new Arriving(kept)) {
            try (OutputStream out = Files.newOutputStream(arriving.path())) {
                byte[] buffer = new byte[1 << 16];
                long done = 0;
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    watcher.check();
                    done += read;
                    if (done > MAX_BYTES) {
                        throw tooLarge();
                    }
                    out.write(buffer, 0, read);
                    watcher.progress(
                            done >> 10, total >> 10, "downloading " + file.label() + ", KB");
                }
                if (total > 0 && done < total) {
                    throw failed("it broke off after " + done + " of " + total + " bytes");
                }
            }
            arriving.arrive();
        }
    }

    private ReadingFailed tooLarge() {
        return failed("it has more than " + (MAX_BYTES >> 20) + " MB");
    }

    private ReadingFailed failed(String why) {
        return new ReadingFailed(file.text() + " is not downloaded: " + why);
    }
}
