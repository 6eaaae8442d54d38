package alchemist.engine.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.logfile.FileDisk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same contents, put and read by several threads at once. */
final class SharedContentTest {
    private static final int THREADS = 4;
    private static final int PUTS = 60;
    private static final int CONTENTS = 5;

    @TempDir private Path directory;

    private static byte[] content(int nth) {
        byte[] bytes = new byte[10_000];
        java.util.Arrays.fill(bytes, (byte) (nth % CONTENTS));
        return bytes;
    }

    @Test
    void eachIsThereOnceAndWhole() throws Exception {
        ContentStore store = ContentStore.open(new FileDisk(), directory, 1 << 20);
        Set<Cid> put = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Set<Cid>>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                work.add(() -> putAndRead(store, first));
            }
            for (Future<Set<Cid>> each : threads.invokeAll(work)) {
                put.addAll(each.get());
            }
        }
        assertEquals(CONTENTS, put.size());
        assertEquals(put, new HashSet<>(store.all()));
    }

    private static Set<Cid> putAndRead(ContentStore store, int first) throws Exception {
        Set<Cid> put = new HashSet<>();
        for (int i = first; i < first + PUTS; i++) {
            Cid cid = store.put(content(i));
            put.add(cid);
            assertArrayEquals(content(i), store.read(cid));
        }
        return put;
    }
}
