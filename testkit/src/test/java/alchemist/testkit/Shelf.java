package alchemist.testkit;

import alchemist.kernel.Command;
import alchemist.kernel.Decided;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Restorable;
import alchemist.kernel.Reversible;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.TreeSet;

/** A decider to try scenarios on: books are put on a shelf and taken from it. */
class Shelf
        implements Reversible<Shelf.ShelfCommand, TreeSet<String>, Shelf.ShelfEvent>,
                Restorable<TreeSet<String>> {

    sealed interface ShelfCommand extends Command {}

    record PutBook(String title, Value note) implements ShelfCommand {
        static final Schema<PutBook> SCHEMA =
                Schema.<PutBook>record("shelf.put-book", 1, "Puts a book on the shelf")
                        .text(1, "title", "of the book", PutBook::title)
                        .value(2, "note", "about it", PutBook::note)
                        .make(s -> new PutBook(s.text(1), s.value(2)));

        PutBook(String title) {
            this(title, Value.NULL);
        }

        @Override
        public Schema<PutBook> schema() {
            return SCHEMA;
        }
    }

    record PutBack() implements ShelfCommand {
        static final Schema<PutBack> SCHEMA =
                Schema.<PutBack>record("shelf.put-back", 1, "Takes back").make(_ -> new PutBack());

        @Override
        public Schema<PutBack> schema() {
            return SCHEMA;
        }
    }

    sealed interface ShelfEvent extends Event {
        String title();

        @Override
        default Id entity() {
            return Id.of("book", title());
        }
    }

    record BookPut(String title) implements ShelfEvent {
        static final Schema<BookPut> SCHEMA =
                Schema.<BookPut>record("shelf.book-put", 1, "A book stands on the shelf")
                        .text(1, "title", "of the book", BookPut::title)
                        .make(s -> new BookPut(s.text(1)));

        @Override
        public Schema<BookPut> schema() {
            return SCHEMA;
        }
    }

    record BookTaken(String title) implements ShelfEvent {
        static final Schema<BookTaken> SCHEMA =
                Schema.<BookTaken>record("shelf.book-taken", 1, "A book left the shelf")
                        .text(1, "title", "of the book", BookTaken::title)
                        .make(s -> new BookTaken(s.text(1)));

        @Override
        public Schema<BookTaken> schema() {
            return SCHEMA;
        }
    }

    @Override
    public TreeSet<String> initial() {
        return new TreeSet<>();
    }

    @Override
    public Decision<? extends ShelfEvent> decide(ShelfCommand command, TreeSet<String> titles) {
        return switch (command) {
            case PutBook(String title, _) when title.isEmpty() ->
                    Decision.reject("untitled", "name the book's title");
            case PutBook(String title, _) when titles.contains(title) -> Decision.unchanged();
            case PutBook(String title, _) -> Decision.accept(new BookPut(title));
            case PutBack() -> Decision.reject("no-reason", " ");
        };
    }

    @Override
    public Decision<? extends ShelfEvent> undo(
            Decided<ShelfEvent> original, ShelfCommand undoing, TreeSet<String> titles) {
        String title = original.events().getFirst().title();
        return titles.contains(title)
                ? Decision.accept(List.of(new BookTaken(title)))
                : Decision.reject("already-taken", "there is nothing to take back");
    }

    @Override
    public TreeSet<String> evolve(TreeSet<String> titles, ShelfEvent event) {
        switch (event) {
            case BookPut(String title) -> titles.add(title);
            case BookTaken(String title) -> titles.remove(title);
        }
        return titles;
    }

    @Override
    public int snapshotVersion() {
        return 1;
    }

    @Override
    public void save(TreeSet<String> titles, Output out) {
        out.varint(titles.size());
        titles.forEach(out::text);
    }

    @Override
    public TreeSet<String> load(Input in) {
        TreeSet<String> titles = new TreeSet<>();
        for (int left = in.length(); left > 0; left--) {
            titles.add(in.text());
        }
        return titles;
    }
}
