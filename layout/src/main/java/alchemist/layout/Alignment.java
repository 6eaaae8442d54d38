package alchemist.layout;

/** Lays a new picture over an old one: moved, turned and mirrored to match best, in closed form. */
final class Alignment {
    private Alignment() {}

    /**
     * Moves {@code circles} over where the matched ones were.
     *
     * @param matched which circles have a place in {@code old}; {@code matches} of them, at least 1
     */
    static void layOver(Circles circles, Circles old, boolean[] matched, int matches) {
        double newX = 0;
        double newY = 0;
        double oldX = 0;
        double oldY = 0;
        for (int i = 0; i < circles.count(); i++) {
            if (matched[i]) {
                newX += circles.x[i] / matches;
                newY += circles.y[i] / matches;
                oldX += old.x[i] / matches;
                oldY += old.y[i] / matches;
            }
        }
        circles.move(-newX, -newY);
        Turn turn = new Turn();
        for (int i = 0; i < circles.count(); i++) {
            if (matched[i]) {
                turn.pull(circles.x[i], circles.y[i], old.x[i] - oldX, old.y[i] - oldY);
            }
        }
        if (turn.solve(1)) {
            for (int i = 0; i < circles.count(); i++) {
                double px = circles.x[i];
                double py = circles.y[i];
                circles.x[i] = turn.x(px, py);
                circles.y[i] = turn.y(px, py);
            }
        }
        circles.move(oldX, oldY);
    }
}
