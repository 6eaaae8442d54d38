package alchemist.exchange.folder;

import alchemist.exchange.Batch;
import alchemist.exchange.Fingerprint;
import alchemist.exchange.Place;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What reading a folder depends on: each file in it as the file system knows it. */
record FolderPrint(Fingerprint print) implements Walk.Visitor {
    @Override
    public void file(String path, Path where, BasicFileAttributes attributes) {
        print.file(path, where);
    }

    @Override
    public void link(String path, Path where, BasicFileAttributes attributes) {
        print.file(path, where);
    }

    @Override
    public void emptyFolder(String path, BasicFileAttributes attributes) {
        print.add(path + "/");
    }

    @Override
    public void repository(Path where) {
        print.inside(new Place(where, Batch.WHEN_RECORDED));
    }
}
