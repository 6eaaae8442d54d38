package alchemist.exchange.folder;

import alchemist.exchange.Fingerprint;
import alchemist.exchange.Reading;

/** What is told of a folder beside what is in it. */
interface Notes {
    /** Asks whether to go on. */
    void check();

    /** Something is left out, whenever it is looked at. */
    void warn(String path, String what);

    /** Something is left out that may be read another time. */
    void miss(String path, String what);

    /** Those of a reading. */
    static Notes of(Reading reading) {
        return new Notes() {
            @Override
            public void check() {
                reading.check();
            }

            @Override
            public void warn(String path, String what) {
                reading.warn(path, what);
            }

            @Override
            public void miss(String path, String what) {
                reading.miss(path, what);
            }
        };
    }

    /** Those of a look before or after it, which takes no notes. */
    static Notes of(Fingerprint print) {
        return new Notes() {
            @Override
            public void check() {
                // It is quick.
            }

            @Override
            public void warn(String path, String what) {
                // Told of when it is read; nothing is stated of it.
            }

            @Override
            public void miss(String path, String what) {
                print.uncertain();
            }
        };
    }
}
