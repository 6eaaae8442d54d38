package alchemist.layout;

/** Finds room for new circles among placed ones, near where they would like to be. */
final class Insertion {
    /** Spots tried around where a circle was: only for a little room beside it. */
    private static final int SAME_SPOTS = 4;

    /** Spots tried around a wish, to four radii away: rather push others a little than go far. */
    private static final int NEAR_SPOTS = 30;

    /** Spots tried around the middle for what is tied to nothing: rather go far than push. */
    private static final int FAR_SPOTS = 3000;

    // The cosine and sine of the golden angle, by which seeds turn in a sunflower.
    private static final double COS = -0.7373688780783197;
    private static final double SIN = 0.6754902942615237;

    private final Circles circles;
    private final boolean[] placed;

    /** The circles placed at first, in a tree; those inserted since, in a list. */
    private final ZTree tree;

    private final int[] inserted;
    private int insertions;

    Insertion(Circles circles, boolean[] placed) {
        this.circles = circles;
        this.placed = placed;
        int count = 0;
        for (boolean p : placed) {
            count += p ? 1 : 0;
        }
        double[] x = new double[count];
        double[] y = new double[count];
        double[] reach = new double[count];
        int at = 0;
        for (int i = 0; i < placed.length; i++) {
            if (placed[i]) {
                x[at] = circles.x[i];
                y[at] = circles.y[i];
                reach[at++] = circles.reach[i];
            }
        }
        this.tree = new ZTree(count);
        tree.build(x, y, reach, reach);
        this.inserted = new int[placed.length - count];
    }

    /**
     * Inserts each circle that has no place: where it was, if that is here, else near its
     * neighbours, outward from those that have a place, else anywhere. At least one circle must be
     * placed.
     *
     * @param hinted whether the coordinates of a circle without place say where it was
     */
    void insertAll(boolean[] hinted) {
        double middleX = 0;
        double middleY = 0;
        for (int at = 0; at < tree.points; at++) {
            middleX += tree.x[at] / tree.points;
            middleY += tree.y[at] / tree.points;
        }
        double around = 0;
        for (int at = 0; at < tree.points; at++) {
            double dx = tree.x[at] - middleX;
            double dy = tree.y[at] - middleY;
            around = Math.max(around, dx * dx + dy * dy);
        }
        int[] queue = new int[inserted.length];
        boolean[] queued = placed.clone();
        int tail = 0;
        int head = 0;
        for (int i = 0; i < placed.length; i++) {
            if (!queued[i] && hasPlacedNeighbour(i)) {
                queued[i] = true;
                queue[tail++] = i;
            }
        }
        int next = 0;
        while (head < inserted.length) {
            if (head == tail) {
                while (queued[next]) {
                    next++;
                }
                queued[next] = true;
                queue[tail++] = next;
            }
            int i = queue[head++];
            double dx = circles.x[i] - middleX;
            double dy = circles.y[i] - middleY;
            boolean wasHere = hinted[i] && dx * dx + dy * dy <= around;
            if (wasHere) {
                insert(i, SAME_SPOTS);
            } else if (wishNearNeighbours(i) || hinted[i]) {
                insert(i, NEAR_SPOTS);
            } else {
                circles.x[i] = middleX;
                circles.y[i] = middleY;
                insert(i, FAR_SPOTS);
            }
            Net net = circles.net;
            for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                if (!queued[net.to[e]]) {
                    queued[net.to[e]] = true;
                    queue[tail++] = net.to[e];
                }
            }
        }
    }

    private boolean hasPlacedNeighbour(int i) {
        for (int e = circles.net.start[i]; e < circles.net.start[i + 1]; e++) {
            if (placed[circles.net.to[e]]) {
                return true;
            }
        }
        return false;
    }

    private boolean wishNearNeighbours(int i) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int e = circles.net.start[i]; e < circles.net.start[i + 1]; e++) {
            int j = circles.net.to[e];
            if (placed[j]) {
                sum += circles.net.weight[e];
                sumX += circles.net.weight[e] * circles.x[j];
                sumY += circles.net.weight[e] * circles.y[j];
            }
        }
        if (sum > 0) {
            circles.x[i] = sumX / sum;
            circles.y[i] = sumY / sum;
        }
        return sum > 0;
    }

    /**
     * Puts a circle at the free spot nearest to where it is; if there is none near, right there.
     */
    private void insert(int i, int spots) {
        double wishX = circles.x[i];
        double wishY = circles.y[i];
        double step = 0.7 * circles.reach[i];
        double cos = 1;
        double sin = 0;
        for (int spot = 0; spot < spots; spot++) {
            double r = step * Math.sqrt(spot);
            double x = wishX + r * cos;
            double y = wishY + r * sin;
            if (isFree(x, y, circles.reach[i])) {
                circles.x[i] = x;
                circles.y[i] = y;
                break;
            }
            double turned = COS * cos - SIN * sin;
            sin = SIN * cos + COS * sin;
            cos = turned;
        }
        placed[i] = true;
        inserted[insertions++] = i;
    }

    private boolean isFree(double x, double y, double reach) {
        for (int at = 0; at < insertions; at++) {
            int j = inserted[at];
            if (overlaps(x - circles.x[j], y - circles.y[j], reach + circles.reach[j])) {
                return false;
            }
        }
        int v = 0;
        while (v < tree.nodes) {
            if (tree.isBeyond(v, x, y, tree.maxReach[v] + reach)) {
                v = tree.skip[v];
            } else if (tree.isLeaf(v)) {
                for (int b = tree.from[v]; b < tree.until[v]; b++) {
                    if (overlaps(x - tree.x[b], y - tree.y[b], reach + tree.reach[b])) {
                        return false;
                    }
                }
                v = tree.skip[v];
            } else {
                v++;
            }
        }
        return true;
    }

    private static boolean overlaps(double dx, double dy, double distance) {
        return dx * dx + dy * dy < distance * distance;
    }
}
