package alchemist.bench;

/** What the figures were measured on. */
final class Machine {
    private Machine() {}

    static String text() {
        return "Java "
                + Runtime.version()
                + ", "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors, heap at most "
                + Runtime.getRuntime().maxMemory() / (1 << 20)
                + " MB";
    }
}
