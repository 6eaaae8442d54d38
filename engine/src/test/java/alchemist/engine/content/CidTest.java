package alchemist.engine.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CidTest {
    @Test
    void isWrittenAsOthersWriteIt() {
        // What `ipfs add --cid-version 1 --raw-leaves` answers for these bytes.
        assertEquals(
                "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e",
                ContentStore.cidOf("hello world".getBytes(StandardCharsets.UTF_8)).toString());
        assertEquals(
                "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
                ContentStore.cidOf(new byte[0]).toString());
    }

    @Test
    void isReadAsItIsWritten() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = new byte[random.nextInt(50)];
            random.nextBytes(bytes);
            Cid cid = ContentStore.cidOf(bytes);
            assertEquals(cid, Cid.parse(cid.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bafkrei",
                "zafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e",
                "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n51",
                "bafkreifzjut3te2nhyekkl1s27nh3k72ysco7y32koao5eei66wof36n5e",
                "bafybeifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e",
                "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5f",
                "BAFKREIFZJUT3TE2NHYEKKLSS27NH3K72YSCO7Y32KOAO5EEI66WOF36N5E"
            })
    void refusesWhatIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> Cid.parse(text));
    }
}
