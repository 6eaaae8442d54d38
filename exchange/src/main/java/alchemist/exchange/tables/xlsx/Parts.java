package alchemist.exchange.tables.xlsx;

import alchemist.exchange.ReadingFailed;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook: XML in a ZIP file, read as streams, none of which may unpack too far.
 */
final class Parts implements AutoCloseable {
    /** How far a part may unpack, in bytes. */
    static final long MAX_BYTES = 1L << 30;

    private static final XMLInputFactory XML = factory();

    private final String where;
    private final ZipFile zip;

    Parts(Path file, String where) throws IOException {
        this.where = where;
        this.zip = new ZipFile(file.toFile());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Takes what stands in a part, from its first sign to its last. */
    interface Taker {
        void take(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** Reads a part; what is wrong in it is told with its name and line. */
    void read(String name, Taker taker) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ReadingFailed(where + " lacks the part " + name);
        }
        try (InputStream in = new Bounded(open(entry, name), name)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            try {
                taker.take(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof ReadingFailed failed) {
                throw failed;
            }
            throw new ReadingFailed(
                    where + " " + name + " is damaged: " + firstLine(e.getMessage()), e);
        }
    }

    private InputStream open(ZipEntry entry, String name) throws ReadingFailed {
        try {
            return zip.getInputStream(entry);
        } catch (IOException e) {
            throw damaged(name, e);
        }
    }

    private ReadingFailed damaged(String name, IOException e) {
        return new ReadingFailed(where + " " + name + " cannot be unpacked: " + e.getMessage(), e);
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Ends in words what would never end, or cannot be unpacked. */
    private final class Bounded extends FilterInputStream {
        private final String name;
        private long left = MAX_BYTES;

        Bounded(InputStream in, String name) {
            super(in);
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            int read;
            try {
                read = in.read();
            } catch (IOException e) {
                throw damaged(name, e);
            }
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read;
            try {
                read = in.read(bytes, offset, length);
            } catch (IOException e) {
                throw damaged(name, e);
            }
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws ReadingFailed {
            left -= bytes;
            if (left < 0) {
                throw new ReadingFailed(
                        where + " " + name + " unpacks to more than " + MAX_BYTES + " bytes");
            }
        }
    }
}
