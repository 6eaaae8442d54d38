package alchemist.exchange.tables;

import alchemist.exchange.tables.Shape.Reference;
import alchemist.exchange.tables.TableOptions.Kind;
import java.util.ArrayList;
import java.util.List;

/** Tells people how a table was understood, to be confirmed or put right. */
final class Understanding {
    private static final int MAX_COLUMNS = 60;

    private Understanding() {}

    static void tell(Shape shape, List<Shape> all) {
        Remarks remarks = shape.source().remarks();
        String part = shape.table().part();
        remarks.note(part, rows(shape, all));
        remarks.note(part, columns(shape));
        for (Reference one : shape.references()) {
            if (shape.kind() != Kind.EDGES) {
                remarks.note(part, reference(shape, one));
            }
        }
        for (int i = 0; i < shape.header().size(); i++) {
            Column column = shape.converter(i);
            if (shape.columns().get(i).isAmbiguous() && column.form() == Form.TEXT) {
                remarks.note(
                        part,
                        "column '"
                                + shape.header().get(i)
                                + "' may be dates with the day or the month first, and stays text: "
                                + OptionsFile.NAME
                                + " can say which");
            }
        }
    }

    private static String rows(Shape shape, List<Shape> all) {
        if (shape.rows() == 0) {
            return "no rows below the names of the columns";
        }
        String count = shape.rows() + (shape.rows() == 1 ? " row, " : " rows, ");
        if (shape.kind() == Kind.EDGES) {
            Ends from = Ends.of(shape, true, all);
            Ends to = Ends.of(shape, false, all);
            int type = Ends.typeColumn(shape);
            return count
                    + "edges from '"
                    + shape.header().get(from.column())
                    + "' to '"
                    + shape.header().get(to.column())
                    + "', "
                    + (type < 0
                            ? "all of type '" + shape.rowType() + "'"
                            : "of the types in '" + shape.header().get(type) + "'");
        }
        String key =
                shape.key().isEmpty()
                        ? "known by their content, for no column tells them apart"
                        : "known by "
                                + names(shape, shape.key())
                                + (shape.isKeyDeclared()
                                        ? ", as declared"
                                        : shape.key().size() > 1
                                                ? ", for these together tell them apart"
                                                : ", found by its name and values");
        String named =
                shape.naming().isEmpty() ? "numbered" : "named by " + names(shape, shape.naming());
        String type =
                shape.types() < 0
                        ? "of type '" + shape.rowType() + "'"
                        : "of the types in '" + shape.header().get(shape.types()) + "'";
        return count + "nodes " + type + ", " + key + ", " + named;
    }

    private static String names(Shape shape, List<Integer> places) {
        List<String> names = new ArrayList<>();
        for (int place : places) {
            names.add("'" + shape.header().get(place) + "'");
        }
        return String.join(" and ", names);
    }

    private static String columns(Shape shape) {
        List<String> told = new ArrayList<>();
        int shown = Math.min(shape.header().size(), MAX_COLUMNS);
        for (int i = 0; i < shown; i++) {
            Column column = shape.converter(i);
            told.add(column.name() + " " + told(column));
        }
        if (shown < shape.header().size()) {
            told.add((shape.header().size() - shown) + " more");
        }
        return "columns: " + String.join("; ", told);
    }

    /** What becomes of the cells of a column. */
    static String told(Column column) {
        return column.ignored() ? "left out" : column.told();
    }

    private static String reference(Shape shape, Reference one) {
        return "column '"
                + shape.header().get(one.column())
                + "' refers to '"
                + one.target().header().get(one.targetColumn())
                + "' of table '"
                + one.target().table().name()
                + "' ("
                + (one.declared()
                        ? "declared"
                        : References.says(shape.plain(one.column()), shape, one.target())
                                ? "by its name and values"
                                : "by its values")
                + "): edges '"
                + one.relation()
                + "'";
    }
}
