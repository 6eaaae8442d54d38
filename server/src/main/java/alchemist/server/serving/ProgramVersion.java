package alchemist.server.serving;

/** Which version this program is. */
public final class ProgramVersion {
    /** As its jar says, or {@code development}. */
    public static final String TEXT =
            text(ProgramVersion.class.getPackage().getImplementationVersion());

    private ProgramVersion() {}

    private static String text(@org.jspecify.annotations.Nullable String implementation) {
        return implementation == null ? "development" : implementation;
    }
}
