package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Names.Meaning;
import alchemist.exchange.code.Outline.Call;
import org.jspecify.annotations.Nullable;

/** What names of one language mean that has rules of its own for it. */
interface OwnNames {
    /** What the name of a type means where something is declared, or null. */
    @Nullable Meaning type(String written, Declared in);

    /** What a call calls, or null. */
    @Nullable Meaning called(Call call, CodeFile file);
}
