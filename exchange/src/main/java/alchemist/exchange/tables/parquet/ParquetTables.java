package alchemist.exchange.tables.parquet;

import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.tables.Remarks;
import alchemist.exchange.tables.Table;
import alchemist.exchange.tables.TableFile;
import alchemist.exchange.tables.TableNames;
import alchemist.kernel.value.Value;
import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.SchemaNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one table of a Parquet file. */
public final class ParquetTables implements TableFile, Table {
    /** What the library tells of itself concerns nobody. Held, for else its level is forgotten. */
    private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

    private static final Set<CompressionCodec> UNPACKED =
            EnumSet.of(
                    CompressionCodec.UNCOMPRESSED,
                    CompressionCodec.SNAPPY,
                    CompressionCodec.GZIP,
                    CompressionCodec.ZSTD,
                    CompressionCodec.LZ4,
                    CompressionCodec.LZ4_RAW);

    private final Place place;
    private final ParquetFileReader file;
    private final List<String> columns;
    private final Remarks remarks;
    private boolean told;

    private ParquetTables(
            Place place, ParquetFileReader file, List<String> columns, Remarks remarks) {
        this.place = place;
        this.file = file;
        this.columns = columns;
        this.remarks = remarks;
    }

    /** Opens a file. */
    public static TableFile open(Place place, Remarks remarks) throws IOException {
        LIBRARY.setLevel(Level.WARNING);
        try {
            return open(place, remarks, ParquetFileReader.open(InputFile.of(place.path())));
        } catch (ReadingFailed e) {
            throw e;
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            throw failed(place, e);
        }
    }

    /** What cannot be read is closed again. */
    private static TableFile open(Place place, Remarks remarks, ParquetFileReader file)
            throws IOException {
        boolean isOpen = false;
        try {
            check(place, file);
            walk(place, file);
            TableFile opened = new ParquetTables(place, file, columns(place, file), remarks);
            isOpen = true;
            return opened;
        } finally {
            if (!isOpen) {
                file.close();
            }
        }
    }

    /** Of a damaged file the library tells columns whose name is null. */
    private static List<String> columns(Place place, ParquetFileReader file) throws ReadingFailed {
        List<String> names = new ArrayList<>();
        for (SchemaNode node : file.getFileSchema().getRootNode().children()) {
            @Nullable String name = node.name();
            if (name == null) {
                throw new ReadingFailed(
                        place.location()
                                + " cannot be read as a Parquet file: column "
                                + (names.size() + 1)
                                + " has no name");
            }
            names.add(name);
        }
        return names;
    }

    /** Of the other ways to pack columns no library is here. */
    private static void check(Place place, ParquetFileReader file) throws ReadingFailed {
        for (RowGroup group : file.getFileMetaData().rowGroups()) {
            for (ColumnChunk column : group.columns()) {
                CompressionCodec codec = column.metaData().codec();
                if (!UNPACKED.contains(codec)) {
                    throw new ReadingFailed(
                            place.location()
                                    + " is packed with "
                                    + codec
                                    + ", which is not read: write it with zstd, snappy, gzip, lz4 or"
                                    + " no compression");
                }
            }
        }
    }

    /** Damaged pages are found before the library meets them. */
    private static void walk(Place place, ParquetFileReader file) throws IOException {
        Pages pages = new Pages();
        try (FileChannel bytes = FileChannel.open(place.path())) {
            for (RowGroup group : file.getFileMetaData().rowGroups()) {
                for (ColumnChunk column : group.columns()) {
                    ColumnMetaData told = column.metaData();
                    pages.walk(
                            bytes,
                            column.chunkStartOffset(),
                            told.totalCompressedSize(),
                            told.numValues());
                }
            }
        }
    }

    /** Whatever a damaged file has the library say. */
    private static ReadingFailed failed(Place place, Throwable e) {
        return new ReadingFailed(place.location() + " cannot be read as a Parquet file: " + e, e);
    }

    @Override
    public List<Table> tables() {
        return List.of(this);
    }

    @Override
    public String name() {
        return TableNames.ofFile(place.label());
    }

    @Override
    public String part() {
        return "";
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean isTyped() {
        return true;
    }

    @Override
    public void eachRow(Rows rows) throws IOException {
        ParquetValues values = new ParquetValues();
        RowReader reader = begin();
        try {
            Value[] cells = next(reader, values);
            for (long row = 1; cells.length > 0; row++) {
                rows.row(row, cells);
                cells = next(reader, values);
            }
        } finally {
            end(reader);
        }
        if (values.binary() > 0 && !told) {
            remarks.bytesLeftOut("", values.binary());
        }
        told = true;
    }

    private RowReader begin() throws ReadingFailed {
        try {
            return file.rowReader();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            throw failed(place, e);
        }
    }

    private void end(RowReader reader) throws ReadingFailed {
        try {
            reader.close();
        } catch (RuntimeException | LinkageError e) {
            throw failed(place, e);
        }
    }

    /** The next row; no cells after the last. */
    private Value[] next(RowReader reader, ParquetValues values) throws ReadingFailed {
        try {
            if (!reader.hasNext()) {
                return new Value[0];
            }
            reader.next();
            Value[] cells = new Value[columns.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = reader.isNull(i) ? Value.NULL : values.of(reader.getValue(i), 0);
            }
            return cells;
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            throw failed(place, e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
