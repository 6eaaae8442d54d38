package alchemist.bench.large;

import java.util.ArrayList;
import java.util.List;

/** A file as it now is. A change of it changes one of its blocks, so that most of it stays. */
final class GeneratedFile {
    final Kind kind;
    final Module module;
    final String type;
    String path;

    /** What it makes use of: a type, and the path of the file that declares it. */
    final List<GeneratedFile> uses = new ArrayList<>();

    /** The seed of each of its blocks. */
    final List<Integer> blocks = new ArrayList<>();

    /** The number of its content in the stream. */
    int mark;

    /** Whether an open branch changes it. */
    boolean locked;

    GeneratedFile(Kind kind, Module module, String type, String path) {
        this.kind = kind;
        this.module = module;
        this.type = type;
        this.path = path;
    }

    String folder() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Changes some of it. */
    void change(Dice dice) {
        int what = dice.below(4);
        if (what == 0) {
            blocks.add(dice.below(blocks.size() + 1), dice.any());
        } else if (what == 1 && blocks.size() > 3) {
            blocks.remove(/* index */ dice.below(blocks.size()));
        } else {
            blocks.set(dice.below(blocks.size()), dice.any());
        }
    }
}
