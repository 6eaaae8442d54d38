package alchemist.layout;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Draws placements, for people to judge. Run it with a folder to write pictures to. */
final class Picture {
    private static final int PIXELS = 1400;

    private Picture() {}

    public static void main(String[] args) throws IOException {
        File folder = new File(args[0]);
        folder.mkdirs();
        String only = args.length > 1 ? args[1] : "";
        Object[][] all = {
            {"folders", Graphs.folders(1500, 4000, 1), LayoutOptions.DEFAULT},
            {"scalefree", Graphs.scaleFree(5000, 2, 1), LayoutOptions.DEFAULT},
            {
                "scalefree-flat",
                Graphs.scaleFree(5000, 1, 1),
                LayoutOptions.DEFAULT.withMaxGroupSize(10000)
            },
            {"grid", Graphs.grid(30), LayoutOptions.DEFAULT},
            {"grid-flat", Graphs.grid(30), LayoutOptions.DEFAULT.withMaxGroupSize(1000)},
            {"grid-small", Graphs.grid(9), LayoutOptions.DEFAULT.withMaxGroupSize(1000)},
            {"tree", Graphs.tree(1000, 3), LayoutOptions.DEFAULT},
            {"tree-flat", Graphs.tree(1000, 3), LayoutOptions.DEFAULT.withMaxGroupSize(1000)},
            {"tree-small", Graphs.tree(60, 3), LayoutOptions.DEFAULT},
            {"diagram", Graphs.diagram(100, 145, 1), LayoutOptions.DEFAULT.withMaxGroupSize(200)},
            {"diagram-groups", Graphs.diagram(100, 145, 1), LayoutOptions.DEFAULT},
            {"planted", Graphs.planted(20, 50, 8, 1, 1), LayoutOptions.DEFAULT},
            {"star", Graphs.star(2000), LayoutOptions.DEFAULT},
            {"isolated", Graphs.isolated(500), LayoutOptions.DEFAULT},
        };
        for (Object[] one : all) {
            String name = (String) one[0];
            if (!name.contains(only)) {
                continue;
            }
            LayoutGraph graph = (LayoutGraph) one[1];
            long begin = System.nanoTime();
            Placement placement = Layout.place(graph, (LayoutOptions) one[2]);
            long ms = (System.nanoTime() - begin) / 1_000_000;
            System.out.printf(
                    Locale.ROOT, "%-16s %6d ms  %s%n", name, ms, Figures.of(graph, placement));
            ImageIO.write(draw(graph, placement), "png", new File(folder, name + ".png"));
        }
    }

    /** Draws groups as shaded discs, leaves as dots, edges as thin lines. */
    static BufferedImage draw(LayoutGraph graph, Placement p) {
        BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(new Color(0xFAFAF7));
        pen.fillRect(0, 0, PIXELS, PIXELS);
        int n = p.circles();
        double minX = Double.MAX_VALUE;
        double minY = Double.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            minX = Math.min(minX, p.x()[i] - p.radius()[i]);
            minY = Math.min(minY, p.y()[i] - p.radius()[i]);
        }
        double scale = (PIXELS - 40) / Figures.extent(p);
        double[] cx = new double[n];
        double[] cy = new double[n];
        for (int i = 0; i < n; i++) {
            cx[i] = 20 + (p.x()[i] - minX) * scale;
            cy[i] = 20 + (p.y()[i] - minY) * scale;
        }
        Forest forest = new Forest(n, p.parent());
        for (int i : forest.topDown) {
            if (i < n && forest.members(i) > 0) {
                double r = p.radius()[i] * scale;
                Ellipse2D disc = new Ellipse2D.Double(cx[i] - r, cy[i] - r, 2 * r, 2 * r);
                boolean derived = i >= p.derivedFrom();
                pen.setColor(derived ? new Color(90, 120, 90, 18) : new Color(60, 90, 160, 20));
                pen.fill(disc);
                pen.setColor(derived ? new Color(90, 120, 90, 70) : new Color(60, 90, 160, 90));
                pen.setStroke(new BasicStroke(0.8f));
                pen.draw(disc);
            }
        }
        int alpha = Math.max(25, Math.min(130, 300000 / (graph.edges() + 2000)));
        pen.setColor(new Color(60, 60, 60, alpha));
        pen.setStroke(new BasicStroke(0.7f));
        for (int e = 0; e < graph.edges(); e++) {
            int a = graph.from()[e];
            int b = graph.to()[e];
            pen.draw(new Line2D.Double(cx[a], cy[a], cx[b], cy[b]));
        }
        for (int i = 0; i < n; i++) {
            if (forest.members(i) == 0) {
                double r = Math.max(0.8, p.radius()[i] * scale);
                pen.setColor(new Color(0xD9, 0x6B, 0x2B));
                pen.fill(new Ellipse2D.Double(cx[i] - r, cy[i] - r, 2 * r, 2 * r));
            }
        }
        pen.dispose();
        return image;
    }
}
