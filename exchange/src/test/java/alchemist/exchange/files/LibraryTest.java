package alchemist.exchange.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryTest {
    @ParameterizedTest
    @CsvSource({
        "Django, django, django",
        "time-machine, time_machine, time-machine",
        "PyJWT, jwt, pyjwt",
        "PyYAML, yaml, pyyaml",
        "psycopg2-binary, psycopg2, psycopg2",
        "opencv-python-headless, cv2, opencv-python",
        "scikit_learn, sklearn, scikit-learn",
        "Pillow, PIL, pillow",
        "_cffi_backend, _cffi_backend, _cffi_backend"
    })
    void aDistributionOfPythonIsCalledAlikeInManifestsAndInCode(
            String distribution, String module, String name) {
        assertEquals(Library.python(distribution), Library.pythonModule(module));
        assertEquals(name, Library.python(distribution).name());
    }

    @ParameterizedTest
    @CsvSource({"tokio-util, tokio_util, tokio-util", "serde_json, serde_json, serde_json"})
    void aCrateIsCalledAlikeInManifestsAndInCode(String written, String used, String name) {
        assertEquals(Library.crate(written), Library.crate(used));
        assertEquals(name, Library.crate(written).name());
    }
}
