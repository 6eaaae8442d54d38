package alchemist.exchange.markdown;

import alchemist.exchange.files.SourceLines;
import alchemist.exchange.markdown.Document.Diagram;
import alchemist.exchange.markdown.Document.Link;
import alchemist.exchange.markdown.Document.LinkKind;
import alchemist.exchange.markdown.Document.Mention;
import alchemist.exchange.markdown.Document.Notation;
import alchemist.exchange.markdown.Document.Problem;
import alchemist.exchange.markdown.Document.Section;
import alchemist.exchange.markdown.Document.Tag;
import alchemist.exchange.markdown.Document.Task;
import alchemist.exchange.notebook.CellTexts;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads CommonMark, and what note takers write beyond it: front matter, {@code [[links]]}, {@code
 * #tags} and {@code - [ ] tasks}. Never fails: any text is a page.
 */
final class DocumentParser {
    /** Stands where something else than text is. */
    private static final char OTHER = '\uFFFC';

    private static final int MAX_NESTING = 64;
    static final Parser PARSER =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .maxOpenBlockParsers(MAX_NESTING)
                    .build();

    private static final Pattern WIKI =
            Pattern.compile("(!?)\\[\\[([^\\[\\]|\\n]{1,500})(?:\\|([^\\[\\]\\n]{0,500}))?\\]\\]");
    private static final Pattern TAG =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}_/#&.-])#([\\p{L}\\p{N}_/-]*[\\p{L}_][\\p{L}\\p{N}_/-]*)");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\\[\\]()\"'`\\uFFFC]+");
    private static final Pattern TASK = Pattern.compile("\\[([^\\uFFFC])\\]\\s+(\\S[^\\n]*)");
    private static final Pattern HTML =
            Pattern.compile("(?i)(?<![\\w:@.-])(href|src)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern NAMED =
            Pattern.compile("(?:title|file|filename|path)=[\"']?([^\"'\\s]+)");
    private static final Pattern FIRST_LINE =
            Pattern.compile(
                    "\\s*(?://|#|--|;|/\\*|<!--)\\s*([\\w./\\\\-]+\\.\\w+)\\s*(?:\\*/|-->)?");

    private final Anchors anchors = new Anchors();
    private final List<Section> sections = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Diagram> diagrams = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private int section = Document.NO_SECTION;
    private int linesBefore;

    private DocumentParser() {}

    static Document parse(String text) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n');
        return parse(List.of(plain), SourceLines.SAME);
    }

    /** The Markdown of a notebook as one document; each cell begins anew. */
    static Document parse(CellTexts cells) {
        return parse(cells.texts(), cells.lines());
    }

    private static Document parse(List<String> texts, SourceLines lines) {
        FrontMatter front = FrontMatter.of(texts.isEmpty() ? "" : texts.getFirst());
        DocumentParser parser = new DocumentParser();
        for (String key : List.of("tags", "tag")) {
            for (String tag : front.takeTexts(key)) {
                parser.tag(tag.startsWith("#") ? tag.substring(1) : tag, 0);
            }
        }
        List<String> aliases = new ArrayList<>(front.takeTexts("aliases"));
        aliases.addAll(front.takeTexts("alias"));
        int skipped = front.lines;
        for (String text : texts) {
            parser.linesBefore += skipped;
            parser.read(PARSER.parse(after(text, skipped)));
            parser.linesBefore += CellTexts.lines(text) - skipped;
            skipped = 0;
        }
        List<Problem> problems =
                front.problem.isEmpty()
                        ? List.of()
                        : List.of(new Problem(lines.line(1), front.problem));
        return new Document(
                parser.title(front),
                front.entries,
                List.copyOf(aliases),
                parser.sections,
                parser.links,
                parser.tags,
                parser.tasks,
                parser.diagrams,
                parser.mentions,
                problems,
                lines);
    }

    private static String after(String text, int lines) {
        int at = 0;
        for (int i = 0; i < lines && at >= 0; i++) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        return text.substring(at);
    }

    private String title(FrontMatter front) {
        if (front.entries.remove("title") instanceof Value.Text(String title) && !title.isBlank()) {
            return title.strip();
        }
        for (Section one : sections) {
            if (one.level() == 1) {
                return one.heading();
            }
        }
        return "";
    }

    private void read(Node root) {
        for (@Nullable Node node = root; node != null; node = following(node, root)) {
            visit(node);
        }
    }

    /** The next node in the order of the text; without recursion, however deep they are. */
    static @Nullable Node following(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        for (@Nullable Node up = node; up != null && !up.equals(root); up = up.getParent()) {
            if (up.getNext() != null) {
                return up.getNext();
            }
        }
        return null;
    }

    private void visit(Node node) {
        switch (node) {
            case Heading heading -> {
                String text = text(heading);
                head(heading, text);
                notes(heading, text);
            }
            case Paragraph paragraph -> {
                String text = text(paragraph);
                if (paragraph.getParent() instanceof ListItem item
                        && paragraph.equals(item.getFirstChild())) {
                    task(paragraph, text);
                }
                notes(paragraph, text);
            }
            case FencedCodeBlock fence -> fence(fence);
            case Code code -> mentions.add(new Mention(code.getLiteral(), section, line(code)));
            case org.commonmark.node.Link link ->
                    link(LinkKind.LINK, link.getDestination(), text(link), line(link));
            case Image image ->
                    link(LinkKind.IMAGE, image.getDestination(), text(image), line(image));
            case HtmlBlock html -> html(html.getLiteral(), line(html));
            case HtmlInline html -> html(html.getLiteral(), line(html));
            default -> {}
        }
    }

    private void head(Heading node, String text) {
        String heading = text.replace(OTHER, ' ').replace('\n', ' ').strip();
        if (heading.isEmpty()) {
            return;
        }
        int within = section;
        while (within != Document.NO_SECTION && sections.get(within).level() >= node.getLevel()) {
            within = sections.get(within).within();
        }
        section = sections.size();
        sections.add(
                new Section(heading, anchors.next(heading), node.getLevel(), within, line(node)));
    }

    private void task(Paragraph paragraph, String text) {
        Matcher box = TASK.matcher(text);
        if (box.lookingAt()) {
            boolean done = !box.group(1).isBlank();
            String what = box.group(2).replace(OTHER, ' ').strip();
            tasks.add(new Task(what, done, section, line(paragraph)));
        }
    }

    /** What stands in plain text. */
    private void notes(Block block, String text) {
        int first = line(block);
        for (Matcher m = WIKI.matcher(text); m.find(); ) {
            LinkKind kind = m.group(1).isEmpty() ? LinkKind.WIKI : LinkKind.EMBED;
            String shown = m.group(3) == null ? m.group(2) : m.group(3);
            link(kind, m.group(2).strip(), shown.strip(), first + lines(text, m.start()));
        }
        for (Matcher m = ADDRESS.matcher(text); m.find(); ) {
            String address = withoutEnd(m.group());
            link(LinkKind.LINK, address, address, first + lines(text, m.start()));
        }
        for (Matcher m = TAG.matcher(text); m.find(); ) {
            tag(m.group(1), first + lines(text, m.start()));
        }
    }

    /** A full stop behind an address is the sentence's. */
    private static String withoutEnd(String address) {
        int end = address.length();
        while (end > 0 && ".,;:!?*_".indexOf(address.charAt(end - 1)) >= 0) {
            end--;
        }
        return address.substring(0, end);
    }

    private void tag(String name, int line) {
        String plain = name.strip();
        while (plain.endsWith("/") || plain.endsWith("-")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        if (!plain.isEmpty()) {
            tags.add(new Tag(plain, line));
        }
    }

    private void fence(FencedCodeBlock fence) {
        String info = fence.getInfo() == null ? "" : fence.getInfo().strip();
        String content = fence.getLiteral() == null ? "" : fence.getLiteral();
        int line = line(fence);
        Notation notation = notation(language(info), content);
        if (notation != null) {
            diagrams.add(new Diagram(notation, content, section, line + 1));
            return;
        }
        for (Matcher m = NAMED.matcher(info); m.find(); ) {
            mentions.add(new Mention(m.group(1), section, line));
        }
        int colon = info.indexOf(':');
        if (colon > 0) {
            mentions.add(new Mention(info.substring(colon + 1).strip(), section, line));
        }
        int end = content.indexOf('\n');
        Matcher first = FIRST_LINE.matcher(end < 0 ? content : content.substring(0, end));
        if (first.matches()) {
            mentions.add(new Mention(first.group(1), section, line + 1));
        }
    }

    /** What a fence is a diagram of, or null. */
    static @Nullable Notation notation(String language, String content) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "mermaid" -> Notation.MERMAID;
            case "plantuml", "puml", "uml" -> Notation.PLANTUML;
            case "" -> content.stripLeading().startsWith("@startuml") ? Notation.PLANTUML : null;
            default -> null;
        };
    }

    static String language(String info) {
        int end = 0;
        while (end < info.length() && " \t{:,".indexOf(info.charAt(end)) < 0) {
            end++;
        }
        return end == 0 && info.startsWith("{")
                ? info.replaceAll("[{}.]", "")
                : info.substring(0, end);
    }

    private void html(String html, int line) {
        for (Matcher m = HTML.matcher(html); m.find(); ) {
            String target = m.group(2) == null ? m.group(3) : m.group(2);
            LinkKind kind = m.group(1).equalsIgnoreCase("src") ? LinkKind.IMAGE : LinkKind.LINK;
            link(kind, target, target, line + lines(html, m.start()));
        }
    }

    private void link(LinkKind kind, @Nullable String target, String text, int line) {
        if (target != null && !target.isBlank()) {
            String shown = text.replace(OTHER, ' ').replace('\n', ' ').strip();
            links.add(new Link(kind, target.strip(), shown, section, line));
        }
    }

    /** The text of a block or link; what is no text stands as {@link #OTHER}. */
    private static String text(Node block) {
        StringBuilder text = new StringBuilder();
        boolean heading = !(block instanceof Paragraph);
        for (@Nullable Node node = block.getFirstChild(); node != null; ) {
            boolean inside = false;
            switch (node) {
                case Text one -> text.append(one.getLiteral());
                case Code code when heading -> text.append(code.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> text.append('\n');
                case Code _, Image _, HtmlInline _ -> text.append(OTHER);
                case org.commonmark.node.Link _ when !heading -> text.append(OTHER);
                default -> inside = true;
            }
            node = inside ? following(node, block) : behind(node, block);
        }
        return text.toString();
    }

    private static @Nullable Node behind(Node node, Node root) {
        for (@Nullable Node up = node; up != null && !up.equals(root); up = up.getParent()) {
            if (up.getNext() != null) {
                return up.getNext();
            }
        }
        return null;
    }

    private int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : linesBefore + spans.getFirst().getLineIndex() + 1;
    }

    private static int lines(String text, int end) {
        int lines = 0;
        for (int i = 0; i < end; i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }
}
