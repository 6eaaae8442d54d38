package alchemist.layout;

/**
 * Tells a {@link LayoutProgress} how far the work is, phase by phase, without calling too often.
 */
final class Pace {
    private static final double STEP = 0.005;

    private final LayoutProgress progress;
    private double phaseStart;
    private double phaseEnd;
    private double told = -1;

    Pace(LayoutProgress progress) {
        this.progress = progress;
    }

    /** Begins a phase that ends at this part of the whole. */
    void phase(double end) {
        phaseStart = phaseEnd;
        phaseEnd = end;
        at(0);
    }

    /** Tells that this part of the phase, 0 to 1, is done. */
    void at(double partOfPhase) {
        double done = phaseStart + (phaseEnd - phaseStart) * partOfPhase;
        if (done >= told + STEP || (done >= 1 && told < 1)) {
            told = done;
            if (!progress.proceed(done)) {
                throw new LayoutCancelled();
            }
        }
    }
}
