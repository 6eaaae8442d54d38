package alchemist.layout;

/** How much room a circle takes among its siblings, and a group around its members. */
record Spacing(double padding) {
    private static final double WIDEST = 16;

    /** Returns the radius with half the gap around it. Circles of such radii may touch. */
    double reach(double radius) {
        return radius + padding / 4 * (1 + Math.min(WIDEST, Math.sqrt(radius)));
    }

    /** Returns the radius of a group whose members' reaches fill a circle of this radius. */
    double rim(double inner) {
        return inner + padding / 4 * (1 + Math.min(WIDEST, Math.sqrt(inner)));
    }

    /** Returns the radius within which the members of a group of this radius must stay. */
    double inside(double radius) {
        // The rim grows with the root of what is inside, so a few steps find what it leaves.
        double inner = radius;
        for (int step = 0; step < 8; step++) {
            inner = Math.max(0, radius - (rim(inner) - inner));
        }
        return inner;
    }
}
