package alchemist.exchange.markdown;

import alchemist.exchange.DatedStatements;
import alchemist.exchange.Reading;
import alchemist.exchange.folder.OpenedFiles;
import alchemist.exchange.markdown.Document.Link;
import alchemist.exchange.markdown.Document.LinkKind;
import alchemist.exchange.markdown.MarkdownReading.Page;
import java.util.List;

/** What pages state: themselves, their parts, and what they lead to. */
final class PageStatements {
    private final OpenedFiles files;
    private final List<Page> all;
    private final Reading reading;
    private final Pages pages;

    PageStatements(
            OpenedFiles files, List<Page> pages, Reading reading, DatedStatements statements) {
        this.files = files;
        this.all = pages;
        this.reading = reading;
        this.pages = new Pages(files, pages, statements);
    }

    void add() {
        boolean notes = !files.isVersioned() || linksByName();
        for (Page page : all) {
            reading.check();
            PageParts parts = new PageParts(pages, page, notes, reading);
            pages.addPage(page, page.effectiveAt(), page.effectiveAt());
            parts.addSections();
            new PageLinks(pages, page, notes, reading).add();
            parts.addContents();
        }
    }

    /** Whether any page links to another by its name, as notes do. */
    private boolean linksByName() {
        for (Page page : all) {
            for (Link link : page.document().links()) {
                String name = Addresses.name(link.target());
                if ((link.kind() == LinkKind.WIKI || link.kind() == LinkKind.EMBED)
                        && pages.targets.byWikiName(name, page.file().path()) != null) {
                    return true;
                }
            }
        }
        return false;
    }
}
