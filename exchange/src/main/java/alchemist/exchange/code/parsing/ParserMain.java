package alchemist.exchange.code.parsing;

import alchemist.exchange.code.CodeLanguage;
import alchemist.exchange.code.Outline;
import alchemist.kernel.schema.Output;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Outlines files until its input ends.
 *
 * <pre>
 * asked     language, as DataOutput writes texts | length (4 bytes) | UTF-8
 * answered  length (4 bytes) | outline, as {@link Outline#write} writes it; -1: it cannot be parsed
 * </pre>
 */
public final class ParserMain {
    private static final int NOTHING = -1;

    private final Map<CodeLanguage, Tables> tables = new EnumMap<>(CodeLanguage.class);
    private final NativeLibraries libraries;
    private final NativeTrees trees;

    private ParserMain(NativeLibraries libraries) {
        this.libraries = libraries;
        this.trees = new NativeTrees(libraries);
    }

    /**
     * Works until the input ends.
     *
     * @param args the folder in which native libraries are kept
     */
    public static void main(String[] args) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
        ParserMain main = new ParserMain(NativeLibraries.in(Path.of(args[0])));
        while (true) {
            try {
                CodeLanguage language = CodeLanguage.valueOf(in.readUTF());
                byte[] source = in.readNBytes(in.readInt());
                main.answer(language, source, out);
                out.flush();
            } catch (EOFException e) {
                return;
            }
        }
    }

    private void answer(CodeLanguage language, byte[] source, DataOutputStream out)
            throws IOException {
        Outline outline;
        try {
            outline = outline(language, new String(source, StandardCharsets.UTF_8));
        } catch (RuntimeException | StackOverflowError e) {
            out.writeInt(NOTHING);
            return;
        }
        Output bytes = new Output(4096);
        outline.write(bytes);
        out.writeInt(bytes.size());
        out.write(bytes.bytes(), 0, bytes.size());
    }

    private Outline outline(CodeLanguage language, String source) throws IOException {
        Tables known = tables.get(language);
        if (known == null) {
            libraries.require(language);
            known = Tables.of(language, trees);
            tables.put(language, known);
        }
        // Its nodes are places in these bytes, whatever of the file was no UTF-8.
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        Outline outline = new Outliner(bytes, known).outline(trees.parse(known, bytes));
        if (outline.broken() > 0) {
            byte[] plainer = known.grammar().withoutUnknown(bytes);
            if (!Arrays.equals(plainer, bytes)) {
                return new Outliner(bytes, known).outline(trees.parse(known, plainer));
            }
        }
        return outline;
    }
}
