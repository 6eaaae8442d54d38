package alchemist.exchange;

import java.util.List;

/**
 * A graph at one moment, as an export reads it: always the same, however long that takes. Personal
 * values stand opened, as {@link alchemist.kernel.value.Value.Personal}, where whoever exports may
 * see them; else as {@link alchemist.kernel.value.Value.Erased}. Used by one thread.
 */
public interface GraphCopy {
    /**
     * Everyone who states something: import sources, and people, as {@link SourceName#ofPerson}.
     */
    List<SourceName> sources();

    /**
     * What one of them states; of people, also of things of which others alone state that they are
     * there.
     */
    Stated stated(SourceName source);

    /** What is shown: what wins where sources disagree. */
    Stated shown();

    /** The reader of what people stated. */
    String PERSON = "person";
}
