package alchemist.exchange.places;

import alchemist.exchange.Place;

/** A place that is here already. */
record Here(Place place) implements Fetch {
    @Override
    public String label() {
        return place.label();
    }

    @Override
    public void run(Watcher watcher) {
        watcher.check();
    }
}
