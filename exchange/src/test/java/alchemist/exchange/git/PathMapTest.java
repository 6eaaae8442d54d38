package alchemist.exchange.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class PathMapTest {
    /** Every version keeps what it held, whatever later ones were made of it. */
    @Property(tries = 200)
    void everyVersionHoldsWhatItHeld(@ForAll("keys") List<String> keys) {
        List<PathMap<Integer>> versions = new ArrayList<>();
        List<Map<String, Integer>> models = new ArrayList<>();
        PathMap<Integer> map = PathMap.empty();
        Map<String, Integer> model = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            map = map.with(keys.get(i), i);
            model = new HashMap<>(model);
            model.put(keys.get(i), i);
            versions.add(map);
            models.add(model);
        }
        for (int i = 0; i < versions.size(); i++) {
            for (String key : keys) {
                assertEquals(models.get(i).get(key), versions.get(i).get(key));
            }
            assertNull(versions.get(i).get("absent"));
        }
    }

    /** "Aa" and "BB" have one hash: so have all strings of them. */
    @Provide
    Arbitrary<List<String>> keys() {
        Arbitrary<String> twins =
                Arbitraries.of("Aa", "BB").list().ofSize(3).map(parts -> String.join("", parts));
        Arbitrary<String> paths =
                Arbitraries.integers().between(0, 300).map(i -> "src/f" + i + ".txt");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(1, twins), net.jqwik.api.Tuple.of(3, paths))
                .list()
                .ofMaxSize(120);
    }
}
