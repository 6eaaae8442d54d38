package alchemist.exchange.markdown;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Reading;
import alchemist.exchange.files.Root;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.markdown.Document.Link;
import alchemist.exchange.markdown.Document.LinkKind;
import alchemist.exchange.markdown.Document.Mention;
import alchemist.exchange.markdown.Document.Section;
import alchemist.exchange.markdown.MarkdownReading.Page;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one page leads to and mentions. */
final class PageLinks {
    private final Pages pages;
    private final Reading reading;
    private final OpenedFile file;
    private final Document document;
    private final String path;
    private final long at;
    private final boolean notes;

    /** Asked of a page once, however many of its links lead nowhere; null till then. */
    private @Nullable Boolean servedAsFolder;

    /**
     * The links of a page.
     *
     * @param notes whether names that nothing has are notes that are not written yet
     */
    PageLinks(Pages pages, Page page, boolean notes, Reading reading) {
        this.pages = pages;
        this.reading = reading;
        this.file = page.file();
        this.document = page.document();
        this.path = file.path();
        this.at = page.effectiveAt();
        this.notes = notes;
    }

    void add() {
        for (Link link : document.links()) {
            follow(link);
        }
        for (Mention mention : document.mentions()) {
            OpenedFile target = pages.targets.mentioned(mention.text(), path);
            if (target != null && target != file) {
                edge(
                        "mentions",
                        pages.stated(target, at),
                        place(mention.section(), mention.line()));
            }
        }
    }

    private void follow(Link link) {
        switch (link.kind()) {
            case WIKI, EMBED -> followName(link);
            case LINK, IMAGE -> followPath(link);
        }
    }

    private void followName(Link link) {
        String name = Addresses.name(link.target());
        OpenedFile target = name.isEmpty() ? file : pages.targets.byWikiName(name, path);
        String relation = link.kind() == LinkKind.EMBED ? "embeds" : "links to";
        if (target != null) {
            lead(relation, target, Addresses.fragment(link.target()), link);
        } else if (notes) {
            Id missing =
                    Id.of("note", pages.files.root().key() + "\0" + name.toLowerCase(Locale.ROOT));
            pages.statements.add(
                    new NodeStatement(
                            missing,
                            Value.text(name),
                            List.of("Unwritten note"),
                            Properties.NONE,
                            Id.NONE,
                            false),
                    at);
            edge(relation, missing, place(link.section(), link.line()));
        }
    }

    private void followPath(Link link) {
        String target = link.target();
        if (Addresses.isAddress(target)) {
            if (link.kind() == LinkKind.LINK) {
                addAddress(link);
            }
            return;
        }
        if (Addresses.hasScheme(target)) {
            return; // mail, telephone, data: no place of its own
        }
        String plain = Addresses.withoutQuery(Addresses.name(target));
        OpenedFile found = plain.isEmpty() ? file : pages.targets.byPath(plain, path);
        String relation = link.kind() == LinkKind.IMAGE ? "embeds" : "links to";
        if (found != null) {
            lead(relation, found, Addresses.fragment(target), link);
            return;
        }
        String resolved = Targets.resolved(plain, path);
        if (resolved != null && resolved.isEmpty()) {
            return; // to the root as a whole
        }
        String full = resolved == null ? "" : resolved;
        String folder = full.isEmpty() ? "" : pages.targets.folder(full, plain, path);
        if (!folder.isEmpty()) {
            pages.folders.add(folder, at);
            edge(relation, pages.files.root().folder(folder), shown(link));
            return;
        }
        OpenedFile other = pages.targets.served(plain, path);
        if (other == null && notes && !plain.startsWith(".") && !plain.startsWith("/")) {
            // Note takers also find what such a link names wherever it is.
            other = pages.targets.byWikiName(Targets.decoded(plain), path);
        }
        if (other != null) {
            lead(relation, other, Addresses.fragment(target), link);
        } else if (!full.isEmpty()
                && pages.isInside(full)
                && !pages.targets.isLink(full)
                && !pages.targets.isOfSite(full, plain)
                && !(plain.endsWith("/") && isServedAsFolder())
                && !(Targets.isMade(plain) && leavesFolder(full))) {
            reading.warn(
                    path + " " + document.lines().where(link.line()),
                    "links to '" + target + "', where nothing is");
        }
    }

    /** Of what sites make, only that beside a page must have a page here that it is made of. */
    private boolean leavesFolder(String full) {
        String folder = Root.parent(path);
        return !folder.isEmpty() && !full.startsWith(folder + "/");
    }

    /** Whether the page leads to others as only pages do that a site serves as folders. */
    private boolean isServedAsFolder() {
        Boolean known = servedAsFolder;
        if (known == null) {
            known = leadsAsFromFolder();
            servedAsFolder = known;
        }
        return known;
    }

    private boolean leadsAsFromFolder() {
        return document.links().stream()
                .filter(one -> one.kind() == LinkKind.LINK && !Addresses.hasScheme(one.target()))
                .map(one -> Addresses.withoutQuery(Addresses.name(one.target())))
                .anyMatch(
                        one ->
                                pages.targets.byPath(one, path) == null
                                        && pages.targets.served(one, path) != null);
    }

    /** Leads to a file, or to the part of it that is named. */
    private void lead(String relation, OpenedFile target, String fragment, Link link) {
        Id to = pages.stated(target, at);
        Page other = pages.of(target);
        Section section =
                other == null || fragment.isEmpty() ? null : section(other.document(), fragment);
        if (section != null) {
            to = PageParts.sectionId(target.id().toString(), section.anchor());
        } else if (target == file) {
            return; // to itself as a whole says nothing
        }
        edge(relation, to, shown(link));
    }

    private void addAddress(Link link) {
        String address = Addresses.withoutFragment(link.target());
        Id id = Id.of("url", address);
        pages.statements.add(
                new NodeStatement(
                        id,
                        Value.text(Addresses.spoken(address)),
                        List.of("Web page"),
                        Properties.of("url", Value.text(address)),
                        Id.NONE,
                        false),
                at);
        edge("links to", id, shown(link));
    }

    /** Where a link stands, and what it shows where that is not its target. */
    private SortedMap<String, Value> shown(Link link) {
        SortedMap<String, Value> place = place(link.section(), link.line());
        if (!link.text().isEmpty() && !link.text().equals(link.target())) {
            place.put("text", Value.text(link.text()));
        }
        return place;
    }

    private SortedMap<String, Value> place(int section, int line) {
        TreeMap<String, Value> place = new TreeMap<>();
        document.lines().tell(line, place);
        if (section != Document.NO_SECTION) {
            place.put("section", Value.text(document.sections().get(section).heading()));
        }
        return place;
    }

    private void edge(String relation, Id to, SortedMap<String, Value> properties) {
        pages.edge(relation, file.id(), to, properties, at);
    }

    /** The section that a link names: by its anchor, or by its words as notes do. */
    private static @Nullable Section section(Document document, String fragment) {
        String last = fragment.substring(fragment.lastIndexOf('#') + 1);
        String anchor = Anchors.of(last);
        for (Section section : document.sections()) {
            if (section.anchor().equals(fragment)
                    || section.anchor().equals(anchor)
                    || section.heading().equalsIgnoreCase(last)) {
                return section;
            }
        }
        return null;
    }
}
