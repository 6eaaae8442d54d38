package alchemist.exchange.places;

import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;

/** Brings what is at an address here, where it can be read. One thread. */
public interface Fetch {
    /** Where it will be. */
    Place place();

    /** How people call it. */
    String label();

    /**
     * Brings it here, or up to date.
     *
     * @throws ReadingFailed when it cannot be had; what was there before is still there
     * @throws alchemist.exchange.ReadingCancelled when it is wanted no more
     */
    void run(Watcher watcher) throws ReadingFailed;

    /** What is here already: nothing is fetched. */
    static Fetch here(Place place) {
        return new Here(place);
    }

    /** Hears how it goes, and may stop it. */
    interface Watcher {
        /** One that waits for the end, whatever is told. */
        Watcher PATIENT =
                new Watcher() {
                    @Override
                    public void progress(long done, long total, String what) {
                        // Nobody looks.
                    }

                    @Override
                    public void check() {
                        // Go on.
                    }
                };

        /**
         * How far it is.
         *
         * @param total 0 where it is not known
         */
        void progress(long done, long total, String what);

        /**
         * Asks whether to go on.
         *
         * @throws alchemist.exchange.ReadingCancelled when not
         */
        void check();
    }
}
