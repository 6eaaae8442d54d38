package alchemist.exchange.tables;

import alchemist.exchange.Batch;
import alchemist.exchange.FileKeys;
import alchemist.exchange.Fingerprint;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.tables.ColumnProfile.Budget;
import alchemist.exchange.tables.TableOptions.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads tables: a file that is opened alone, or all that are in one folder of an opened place
 * together, for they may refer to one another.
 */
public final class TablesReader implements Reader {
    private final FileKeys keys;

    /**
     * A reader.
     *
     * @param keys what files are called for good: rows are known by their file's key and their own
     */
    public TablesReader(FileKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public boolean reads(Place place) {
        return place.isFile() && TableFormat.of(place) != null;
    }

    @Override
    public boolean gathers(Place place) {
        return reads(place);
    }

    @Override
    public void read(Place place, Reading reading) throws ReadingFailed {
        new Session(place, List.of(place), Limits.OPENED, reading).read();
    }

    @Override
    public void readGathered(Place folder, List<Place> files, Reading reading)
            throws ReadingFailed {
        new Session(folder, files, Limits.FOUND, reading).read();
    }

    @Override
    public void fingerprint(Place place, Fingerprint print) throws ReadingFailed {
        print.file(place.label(), place.path());
        for (String beside : List.of("-wal", "-journal")) {
            Path file = place.path().resolveSibling(place.label() + beside);
            if (Files.exists(file)) {
                print.file(beside, file);
            }
        }
        print.ruleFile(OptionsFile.NAME, place.path().resolveSibling(OptionsFile.NAME));
        keys.fingerprint(place, print);
    }

    /** The reading of one source. */
    private final class Session {
        private final Place source;
        private final List<Place> files;
        private final Limits limits;
        private final Reading reading;
        private final List<TableFile> open = new ArrayList<>();
        private final List<Shape> shapes = new ArrayList<>();

        Session(Place source, List<Place> files, Limits limits, Reading reading) {
            this.source = source;
            this.files = files;
            this.limits = limits;
            this.reading = reading;
        }

        void read() throws ReadingFailed {
            try {
                open();
                survey();
                state();
            } catch (IOException e) {
                throw ReadingFailed.of(source, e);
            } finally {
                close();
            }
        }

        private boolean isAlone() {
            return limits.equals(Limits.OPENED);
        }

        private void open() throws IOException {
            OptionsFile options = OptionsFile.in(files.getFirst().path().getParent());
            if (!options.where().isEmpty()) {
                reading.note(options.where(), "says how tables are to be understood");
            }
            for (Place file : files) {
                try {
                    open(file, options);
                } catch (IOException e) {
                    leaveOut(file, e);
                }
            }
        }

        private void open(Place file, OptionsFile options) throws IOException {
            TableFormat format = TableFormat.of(file);
            if (format == null) {
                throw new ReadingFailed(file.location() + " changes while it is read");
            }
            long size = Files.size(file.path());
            if (size > limits.bytes()) {
                String what = "has more than " + limits.bytes() + " bytes";
                if (isAlone()) {
                    throw new ReadingFailed(file.location() + " " + what);
                }
                reading.warn(file.location(), what + ": open it directly to read it");
                return;
            }
            Remarks remarks = new Remarks(file.location(), reading);
            TableFile tables = format.open(file, options, remarks);
            open.add(tables);
            Shape.Source from =
                    new Shape.Source(
                            keys.keyOf(file),
                            file.label(),
                            reading.effectiveAt(file),
                            limits,
                            remarks);
            for (Table table : tables.tables()) {
                shapes.add(new Shape(table, from, options.of(file.label(), table.name())));
            }
        }

        private void survey() throws IOException {
            Budget budget = new Budget();
            List<Shape> all = List.copyOf(shapes);
            for (Shape shape : all) {
                try {
                    if (!shape.survey(all, budget)) {
                        shapes.remove(shape);
                        reading.warn(
                                shape.where(),
                                "has more than "
                                        + limits.rows()
                                        + " rows: open it directly to read it");
                    }
                } catch (IOException e) {
                    shapes.remove(shape);
                    Place file = new Place(source.path(), Batch.WHEN_RECORDED);
                    leaveOut(file, e);
                }
            }
            References.find(shapes);
        }

        private void leaveOut(Place file, IOException e) throws IOException {
            if (isAlone()) {
                throw e;
            }
            String where = file.location();
            String why = ReadingFailed.of(file, e).what();
            String what = why.startsWith(where + " ") ? "it" + why.substring(where.length()) : why;
            if (e instanceof ReadingFailed) {
                reading.warn(where, "is left out: " + what);
            } else {
                reading.miss(where, "is left out: " + what);
            }
        }

        private void state() throws IOException {
            Outbox outbox = new Outbox(reading);
            for (Shape shape : shapes) {
                Understanding.tell(shape, shapes);
            }
            for (Shape shape : shapes) {
                if (shape.kind() != Kind.EDGES) {
                    new NodeRows(shape, outbox).state();
                }
            }
            outbox.flush();
            for (Shape shape : shapes) {
                if (shape.kind() == Kind.EDGES || !shape.references().isEmpty()) {
                    new EdgeRows(shape, shapes, outbox).state();
                }
            }
            outbox.flush();
        }

        private void close() throws ReadingFailed {
            for (TableFile one : open) {
                try {
                    one.close();
                } catch (IOException e) {
                    throw ReadingFailed.of(source, e);
                }
            }
        }
    }
}
